import { DocumentAddedPayload, type Recorded, recordOf } from '@ledtid/workflow';
import type { Facts } from '../facts/facts';
import { digestOf } from '../ledger/digest';
import type { ChangeSet, DocumentRow } from '../rows';
import { changeSetOf } from './change-set';
import type { Circumstances } from './circumstances';
import type { Actor, Refusal } from './command';
import { FamilyEvolution } from './family-evolution';
import { refuse } from './refusals';
import { isWithApplicant } from './save-form';

const ADDED = 'DOCUMENT_ADDED';

/** A document whose bytes are in the vault, before the case knows of it. */
export type NewDocument = Pick<DocumentRow, 'id' | 'kind' | 'mediaType' | 'size' | 'digest'> & {
  readonly name: string;
  readonly state: 'clean' | 'unscanned';
  readonly key: NonNullable<DocumentRow['key']>;
};

/** How much a case may hold; earlier versions count. */
export interface DocumentLimits {
  readonly documentsPerCase: number;
  readonly bytesPerCase: number;
}

/** What a case holds, read under the family's lock. */
export interface Room {
  readonly facts: Facts;
  readonly documents: number;
  readonly bytes: number;
  /** The version that is to be replaced, and whether it has been; null: it has no such document. */
  readonly replaced: (DocumentRow & { readonly isReplaced: boolean }) | null;
}

/** Why no document of so many bytes can be added now; null: it can. Permission first, then the state. */
export function refuseDocument(
  room: Room,
  wanted: { readonly size: number; readonly replaces: string | null },
  limits: DocumentLimits,
  actor: Actor,
  { configuration }: Pick<Circumstances, 'configuration'>,
): Refusal | null {
  if (!actor.roles.includes('applicant')) return refuse('role-missing');
  const { form } = configuration.registry.get(room.facts.instance.workflow);
  if (!form || !isWithApplicant(room.facts)) return refuse('documents-closed');
  if (wanted.replaces !== null && room.replaced === null) return refuse('unknown-document');
  if (room.replaced?.isReplaced) return refuse('document-replaced');
  const isFull = room.documents >= limits.documentsPerCase || room.bytes + wanted.size > limits.bytesPerCase;
  return isFull ? refuse('documents-too-many') : null;
}

/** The event by which a case comes to know of a document, and the document's row. It moves nothing. */
export function addDocument(
  family: ReadonlyMap<string, Facts>,
  { facts, replaced }: Room,
  document: NewDocument,
  actor: Actor,
  circumstances: Circumstances,
): { changeSet: ChangeSet; row: DocumentRow } {
  const { at, configuration, ids } = circumstances;
  const { id, kind, name, mediaType, size, digest, state, key } = document;
  const version = (replaced?.version ?? 0) + 1;
  const replaces = replaced?.id ?? null;
  const told = { document: id, kind, version, mediaType, size, digest, scan: state, name };
  const payload: Recorded = { ...told, ...(replaces !== null && { replaces }) };
  const payloadDigest = digestOf(payload);
  const evolution = new FamilyEvolution(new Map(family), configuration, at, ids);
  const instanceId = facts.instance.id;
  const origin = { actor: actor.subject, onBehalfOf: null, basis: null, occurredAt: at, payloadDigest };
  const record = recordOf(DocumentAddedPayload, payload);
  const attempt = evolution.attempt(instanceId, ADDED, record, origin);
  if ('refused' in attempt) throw new Error(`${ADDED} moves nothing, and was refused: ${attempt.refused}`);
  evolution.accept(instanceId, ADDED, record, attempt);
  const accompanying = {
    payload: { digest: payloadDigest, body: payload },
    registration: null,
    idempotency: null,
  };
  const { version: number } = evolution.instance(instanceId);
  return {
    changeSet: changeSetOf(evolution, { family }, circumstances, accompanying),
    row: {
      ...{ id, instanceId, number, kind, version, replaces, mediaType, size, digest, state, key },
      ...{ addedBy: actor.subject, addedAt: at },
    },
  };
}
