import type { Pool, PoolClient } from 'pg';
import { inOrder, withTransaction } from '@ledtid/platform';
import { type IdGenerator, type TimeSource, civilDateOf } from '@ledtid/time';
import type { Sight } from '@ledtid/access';
import type { Recorded } from '@ledtid/workflow';
import { type Actor, type Command, type Refusal, isRefusal } from './decision/command';
import type { Circumstances } from './decision/circumstances';
import { decide } from './decision/decide';
import type { Configuration, Facts } from './facts/facts';
import { type DocumentLimits, type NewDocument, addDocument, refuseDocument } from './decision/add-document';
import { createDraft } from './decision/create';
import { saveForm } from './decision/save-form';
import type { Loaded } from './decision/loaded';
import { refuse } from './decision/refusals';
import { markRead } from './messages/messages';
import type { CaseView } from './decision/case-view';
import { viewOf } from './decision/view';
import { Forms } from './forms';
import type { ChangeSet, InstanceRow } from './rows';
import { CaseSight } from './reading/sight';
import { type DocumentView, documentView, insertDocument, roomFor } from './storage/documents';
import { formRevision, lastRegistration } from './storage/forms-and-numbers';
import { openDrafts } from './storage/open-drafts';
import { type LoadedFamily, loadFamily, loadLedgers, lockFamily } from './storage/load-family';
import { writeChangeSet } from './storage/live-writer';

/** A case as its caller sees it. The form is null where the instance has none or the caller may not read it. */
export interface CaseAnswer {
  readonly view: CaseView;
  readonly form: Recorded | null;
}

/** Told of each committed ChangeSet, so that a benchmark can record and replay exactly what was written. */
export type Witness = (change: ChangeSet) => void;

export interface CasesOptions {
  readonly pool: Pool;
  readonly time: TimeSource;
  readonly ids: IdGenerator;
  readonly configuration: Configuration;
  readonly witness?: Witness;
  /** Drafts that one applicant may have at a time. Default: any number. */
  readonly draftsPerApplicant?: number | undefined;
}

/**
 * The only writer of cases, and the one door for people and machines. Each call is one transaction; a refusal
 * is a value and leaves nothing behind.
 */
export class Cases {
  private readonly forms = new Forms();
  private readonly sight: CaseSight;

  constructor(private readonly options: CasesOptions) {
    this.sight = new CaseSight(options.configuration.registry, options.time);
  }

  /** A draft of an application, for the actor who starts it. */
  async create(workflowKey: string, form: Recorded, actor: Actor): Promise<CaseAnswer | Refusal> {
    const circumstances = this.circumstances();
    const workflow = circumstances.configuration.registry.find(workflowKey);
    if (!workflow) return refuse('unknown-workflow', [workflowKey]);
    const faults = this.forms.draftFaults(workflow, form);
    if (faults.length > 0) return refuse('bad-form', faults);
    const draft = createDraft(workflow, form, actor, circumstances);
    if (isRefusal(draft)) return draft;
    const refused = await withTransaction(this.options.pool, async (client, ending) => {
      const { draftsPerApplicant: most = Infinity } = this.options;
      if (most < Infinity && (await openDrafts(client, actor.subject)) >= most) {
        return refuse('too-many-drafts', [String(most)]);
      }
      ending(() => writeChangeSet(client, draft.changeSet));
      return null;
    });
    if (refused) return refused;
    this.options.witness?.(draft.changeSet);
    return { view: draft.view, form };
  }

  /** Carries out a command, or says why not. */
  async command(command: Command, sender: Actor): Promise<CaseAnswer | Refusal> {
    const written: ChangeSet[] = [];
    const answer = await withTransaction(this.options.pool, async (client, ending) => {
      const known = await this.lockAndLoad(client, command.instanceId, command.idempotencyKey, sender);
      if (known === null) return refuse('unknown-case');
      const circumstances = this.circumstances();
      const loaded = await this.rest(client, known, command, circumstances);
      const decision = decide(loaded, command, known.actor, circumstances);
      if (isRefusal(decision)) return this.withPresentState(decision, known);
      const { changeSet, answer: view } = decision;
      const form = known.sight.form ? await this.formAt(client, known, view.formVersion) : null;
      if (changeSet) {
        ending(() => writeChangeSet(client, changeSet));
        written.push(changeSet);
      }
      return { view, form };
    });
    for (const change of written) this.options.witness?.(change);
    return answer;
  }

  /** Merges a patch into the form (JSON Merge Patch, RFC 7396) while it is the applicant's to change. */
  async patchForm(
    id: string,
    formVersion: number,
    patch: Recorded,
    sender: Actor,
  ): Promise<CaseAnswer | Refusal> {
    return withTransaction(this.options.pool, async (client, ending) => {
      const known = await this.lockAndLoad(client, id, null, sender);
      if (known === null) return refuse('unknown-case');
      if (!known.sight.form) return refuse('role-missing');
      const { actor, family, facts } = known;
      const circumstances = this.circumstances();
      const saving = { facts, current: known.form, formVersion, patch, actor, forms: this.forms };
      const saved = saveForm(saving, circumstances);
      if (isRefusal(saved)) return saved;
      ending(() => writeChangeSet(client, saved.changeSet));
      family.set(id, saved.facts);
      return { view: viewOf(family, id, actor, circumstances), form: saved.form };
    });
  }

  /**
   * A document of a case whose bytes are in the vault: from here on the case knows of it. `replaces`: the version
   * before, or null. Who may change the form may hand in documents.
   */
  async addDocument(
    id: string,
    document: NewDocument,
    replaces: string | null,
    limits: DocumentLimits,
    sender: Actor,
  ): Promise<DocumentView | Refusal> {
    return withTransaction(this.options.pool, async (client, ending) => {
      const known = await this.lockAndLoad(client, id, null, sender);
      if (known === null) return refuse('unknown-case');
      if (!known.sight.form) return refuse('role-missing');
      const circumstances = this.circumstances();
      const room = { facts: known.facts, ...(await roomFor(client, id, replaces)) };
      const wanted = { size: document.size, replaces };
      const refusal = refuseDocument(room, wanted, limits, known.actor, circumstances);
      if (refusal !== null) return refusal;
      const { changeSet, row } = addDocument(known.family, room, document, known.actor, circumstances);
      await insertDocument(client, row);
      ending(() => writeChangeSet(client, changeSet));
      return documentView({ ...row, name: document.name, replacedBy: null });
    });
  }

  /** Whether a document of so many bytes could be added: asked before its bytes are taken. Null: it could. */
  async refuseDocument(
    id: string,
    wanted: { readonly size: number; readonly replaces: string | null },
    limits: DocumentLimits,
    sender: Actor,
  ): Promise<Refusal | null> {
    const { pool } = this.options;
    const known = this.known(sender, id, await loadFamily(pool, id, null));
    if (known === null) return refuse('unknown-case');
    if (!known.sight.form) return refuse('role-missing');
    const room = { facts: known.facts, ...(await roomFor(pool, id, wanted.replaces)) };
    return refuseDocument(room, wanted, limits, known.actor, this.circumstances());
  }

  /** From now on the reader has read the messages of a case up to the event of this number. */
  async markMessagesRead(id: string, number: number, reader: Actor): Promise<Refusal | null> {
    const { pool } = this.options;
    const known = this.known(reader, id, await loadFamily(pool, id, null));
    if (known === null) return refuse('unknown-case');
    if (!known.sight.form) return refuse('role-missing');
    await markRead(pool, id, reader.subject, number);
    return null;
  }

  /** One case as the actor sees it. */
  async read(id: string, sender: Actor): Promise<CaseAnswer | Refusal> {
    const known = this.known(sender, id, await loadFamily(this.options.pool, id, null));
    if (known === null) return refuse('unknown-case');
    const view = viewOf(known.family, id, known.actor, this.circumstances());
    return { view, form: known.sight.form ? known.form : null };
  }

  /** The lock and what it guards are asked for together: the second is answered once the first is granted. */
  private async lockAndLoad(
    client: PoolClient,
    id: string,
    key: string | null,
    sender: Actor,
  ): Promise<Known | null> {
    const [, loaded] = await inOrder(
      client,
      () => lockFamily(client, id),
      () => loadFamily(client, id, key),
    );
    return this.known(sender, id, loaded);
  }

  /** The instance, what its caller may read of it, and who the caller is to it. Null: as if it did not exist. */
  private known(sender: Actor, id: string, loaded: LoadedFamily | null): Known | null {
    const facts = loaded?.family.get(id);
    const root = loaded?.family.get(loaded.rootId)?.instance;
    if (!loaded || !facts || !root) return null;
    const { instance } = facts;
    const sight = this.sight.of(sender, instance, root);
    if (sight === null) return null;
    return { ...loaded, facts, instance, sight, actor: this.sight.actorFor(sender, instance, root) };
  }

  private circumstances(): Circumstances {
    const { time, ids, configuration } = this.options;
    return { at: time.now(), ids, configuration };
  }

  /** What only some commands need: the submitted form, the counter, the whole ledgers. */
  private async rest(
    client: PoolClient,
    known: Known,
    command: Command,
    circumstances: Circumstances,
  ): Promise<Loaded> {
    const { instance, rootId, family, idempotency } = known;
    const workflow = circumstances.configuration.registry.get(instance.workflow);
    const spec = workflow.events[command.type];
    const submits = spec?.submits ?? false;
    const year = Number(civilDateOf(circumstances.at).slice(0, 4));
    const numbered = submits && instance.registrationNumber === null;
    return {
      ...{ family, idempotency },
      form: submits ? this.forms.facts(workflow, known.form ?? {}) : null,
      lastRegistration: numbered ? await lastRegistration(client, year) : null,
      ledgers: spec?.changes === 'time' ? await loadLedgers(client, rootId) : null,
    };
  }

  /** The form that belongs to an answer: the present one, unless the answer is the first one to a repeated key. */
  private async formAt(client: PoolClient, known: Known, version: number): Promise<Recorded | null> {
    if (version === known.instance.formVersion) return known.form;
    return (await formRevision(client, known.instance.id, version))?.body ?? null;
  }

  /** A conflict shows the present state and what is possible now, so that its sender can go on. */
  private withPresentState(refusal: Refusal, { family, instance, actor }: Known): Refusal {
    if (refusal.refusal !== 'conflict') return refusal;
    return { ...refusal, present: viewOf(family, instance.id, actor, this.circumstances()) };
  }
}

/** An instance with its family, as one caller is to it. */
interface Known extends LoadedFamily {
  readonly facts: Facts;
  readonly instance: InstanceRow;
  readonly sight: Sight;
  readonly actor: Actor;
}
