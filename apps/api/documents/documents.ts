import type { Readable } from 'node:stream';
import {
  type Actor,
  type CaseReading,
  type Cases,
  type DocumentView,
  type OpenableDocument,
  type Refusal,
  isRefusal,
  keptDocuments,
} from '@ledtid/cases';
import {
  type DocumentRefusal,
  type DocumentRules,
  DocumentVault,
  type IncomingDocument,
  Intake,
  type Scanner,
  type VaultSettings,
  checkedStream,
  isDocumentRefusal,
  sweepVault,
} from '@ledtid/documents';
import type { IdGenerator } from '@ledtid/time';
import type { Pool } from 'pg';

export interface DocumentSettings {
  readonly vault: VaultSettings;
  readonly rules: DocumentRules;
  /** Null: documents are told to be unscanned. */
  readonly scanner: Scanner | null;
}

export interface DocumentsParts extends DocumentSettings {
  readonly cases: Cases;
  readonly reading: CaseReading;
  readonly pool: Pool;
  readonly ids: IdGenerator;
}

/** A document as it is sent; its kind is that of the document that it replaces, where it replaces one. */
export type SentDocument = Omit<IncomingDocument, 'id' | 'kind'>;

/** A document is bytes in the vault and an event of its case: here the two are held together. */
export class Documents {
  private readonly vault: DocumentVault;
  private readonly intake: Intake;

  constructor(private readonly parts: DocumentsParts) {
    this.vault = new DocumentVault(parts.vault);
    this.intake = new Intake({ ...parts, vault: this.vault });
  }

  /** Which documents are taken. */
  get rules(): DocumentRules {
    return this.parts.rules;
  }

  async add(
    caseId: string,
    kind: string,
    sent: SentDocument,
    sender: Actor,
  ): Promise<DocumentView | Refusal | DocumentRefusal> {
    const refusal = await this.refusal(caseId, sent, null, sender);
    return refusal ?? this.take(caseId, { ...sent, kind, id: this.parts.ids.next() }, null, sender);
  }

  async replace(
    caseId: string,
    replaces: string,
    sent: SentDocument,
    sender: Actor,
  ): Promise<DocumentView | Refusal | DocumentRefusal> {
    const refusal = await this.refusal(caseId, sent, replaces, sender);
    if (refusal !== null) return refusal;
    const before = await this.parts.reading.document(caseId, replaces, sender);
    if (isRefusal(before)) return before;
    return this.take(caseId, { ...sent, kind: before.kind, id: this.parts.ids.next() }, replaces, sender);
  }

  /** The document and its content, of which nothing wrong is ever given to the end. */
  async open(
    caseId: string,
    id: string,
    reader: Actor,
  ): Promise<{ document: OpenableDocument; content: Readable } | Refusal> {
    const document = await this.parts.reading.document(caseId, id, reader);
    if (isRefusal(document)) return document;
    return { document, content: checkedStream(await this.vault.read(id, document.key), document.digest) };
  }

  /** Removes what crashes and disposals left in the folder. `now`: milliseconds, on the clock of the file system. */
  sweep(now: number): Promise<number> {
    return sweepVault(this.vault, (ids) => keptDocuments(this.parts.pool, ids), now);
  }

  /** Permission first, and before a byte is taken: whoever may not hand in anything sends in vain. */
  private refusal(
    caseId: string,
    { length }: SentDocument,
    replaces: string | null,
    sender: Actor,
  ): Promise<Refusal | null> {
    const { cases, rules } = this.parts;
    return cases.refuseDocument(caseId, { size: length ?? 0, replaces }, rules, sender);
  }

  /** The bytes first: a file without an event is swept away, an event without a file would be a lie. */
  private async take(
    caseId: string,
    incoming: IncomingDocument,
    replaces: string | null,
    sender: Actor,
  ): Promise<DocumentView | Refusal | DocumentRefusal> {
    const taken = await this.intake.take(incoming);
    if (isDocumentRefusal(taken)) return taken;
    try {
      const added = await this.parts.cases.addDocument(caseId, taken, replaces, this.parts.rules, sender);
      if (isRefusal(added)) await this.vault.remove(taken.id);
      return added;
    } catch (error) {
      await this.removeUnlessKnown(taken.id);
      throw error;
    }
  }

  /** Where the connection broke as it committed, nobody can say whether it did: only the sweep, later, can. */
  private async removeUnlessKnown(id: string): Promise<void> {
    const known = await keptDocuments(this.parts.pool, [id]).catch(() => new Set([id]));
    if (!known.has(id)) await this.vault.remove(id);
  }
}
