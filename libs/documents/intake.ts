import { createHash } from 'node:crypto';
import type { WrappedKey } from '@ledtid/platform';
import { documentName } from './name/document-name';
import { type DocumentRefusal, isDocumentRefusal, refuseDocument } from './refusals';
import type { DocumentRules } from './rules/document-rules';
import { type Scan, type Scanner, ScannerUnavailable } from './scan/scanner';
import { type DocumentType, typeOfName } from './type/document-types';
import { officeFault } from './type/office-file';
import { HEAD_BYTES, agrees, isText } from './type/sniff';
import type { DocumentVault } from './vault/document-vault';

/** A document on its way in, as its sender describes it. */
export interface IncomingDocument {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Bytes, where its sender says how many. */
  readonly length: number | null;
  readonly content: AsyncIterable<Uint8Array>;
}

/** A document whose bytes are in the vault. */
export interface TakenDocument {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** SHA-256, in hex. */
  readonly digest: string;
  readonly state: 'clean' | 'unscanned';
  readonly key: WrappedKey;
}

export interface IntakeParts {
  readonly vault: DocumentVault;
  readonly rules: DocumentRules;
  /** Null: documents are told to be unscanned. */
  readonly scanner: Scanner | null;
}

/** Carries a refusal out of the midst of a stream. */
class Refused extends Error {
  constructor(readonly refusal: DocumentRefusal) {
    super(refusal.code);
  }
}

/**
 * Takes documents in, in one pass over what comes: counted, digested, scanned and encrypted at once, so that memory does
 * not grow with a document. A refusal is a value and leaves nothing behind.
 */
export class Intake {
  /** Office files are looked into one after the other, each in memory: no sender can make two wait there. */
  private looking: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: IntakeParts) {}

  /** Whether a document of this kind and name could be taken at all. */
  refusal({
    kind,
    name,
    length,
  }: Pick<IncomingDocument, 'kind' | 'name' | 'length'>): DocumentRefusal | null {
    const { rules } = this.parts;
    const codes = rules.kinds.map(({ code }) => code);
    if (!codes.includes(kind)) return refuseDocument('document-kind-unknown', codes);
    const known = documentName(name, rules.nameLength);
    if (known === null) return refuseDocument('document-name-refused');
    if (typeOfName(known, rules.extensions) === null)
      return refuseDocument('document-type-refused', rules.extensions);
    return (length ?? 0) > rules.bytesPerDocument ? this.tooLarge() : null;
  }

  async take(incoming: IncomingDocument): Promise<TakenDocument | DocumentRefusal> {
    const { rules, vault } = this.parts;
    const refusal = this.refusal(incoming);
    const name = documentName(incoming.name, rules.nameLength);
    const type = typeOfName(name ?? '', rules.extensions);
    if (refusal !== null || name === null || type === null)
      return refusal ?? refuseDocument('document-name-refused');
    const { id, kind } = incoming;
    const passed = await this.passed(incoming, type);
    if (isDocumentRefusal(passed)) return passed;
    try {
      const fault = await this.fault(id, passed, type);
      if (fault === null) await vault.keep(id);
      else await vault.remove(id);
      const { head: _head, ...told } = passed;
      return fault ?? { id, kind, name, mediaType: type.mediaType, ...told };
    } catch (error) {
      await vault.remove(id);
      throw error;
    }
  }

  private async passed(incoming: IncomingDocument, type: DocumentType): Promise<Passed | DocumentRefusal> {
    let scan: Scan | null = null;
    try {
      scan = (await this.parts.scanner?.begin()) ?? null;
      const passing = new Passing(this.parts.rules, type, scan);
      const key = await this.parts.vault.seal(incoming.id, passing.through(incoming.content));
      return { ...passing.told(), key, state: scan === null ? 'unscanned' : 'clean' };
    } catch (error) {
      scan?.abandon();
      return refusalOf(error);
    }
  }

  private async fault(id: string, { head, size, key }: Passed, type: DocumentType) {
    if (!(await agrees(head, type))) return refuseDocument('document-content-differs');
    return type.by === 'office' ? this.inTurn(() => this.lookInto(id, key, size, type)) : null;
  }

  private async lookInto(id: string, key: WrappedKey, size: number, type: DocumentType & { by: 'office' }) {
    const bytes = Buffer.alloc(size);
    let at = 0;
    for await (const chunk of await this.parts.vault.readIncoming(id, key))
      at += (chunk as Buffer).copy(bytes, at);
    const { unpackedBytes } = this.parts.rules;
    return officeFault(bytes, { main: type.main, mediaType: type.mediaType, unpackedBytes });
  }

  private inTurn<Result>(look: () => Promise<Result>): Promise<Result> {
    const turn = this.looking.then(look);
    // Whoever waits next waits for the end of this look, however it ends; its own error goes to who asked for it.
    this.looking = turn.catch(() => undefined);
    return turn;
  }

  private tooLarge(): DocumentRefusal {
    return refuseDocument('document-too-large', [`${this.parts.rules.bytesPerDocument} bytes`]);
  }
}

interface Passed {
  readonly head: Buffer;
  readonly size: number;
  readonly digest: string;
  readonly state: TakenDocument['state'];
  readonly key: WrappedKey;
}

/** What is told of a content while it passes through. */
class Passing {
  private readonly hash = createHash('sha256');
  private head = Buffer.alloc(0);
  private size = 0;

  constructor(
    private readonly rules: DocumentRules,
    private readonly type: DocumentType,
    private readonly scan: Scan | null,
  ) {}

  async *through(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      this.size += chunk.length;
      if (this.size > this.rules.bytesPerDocument)
        throw refused('document-too-large', [`${this.rules.bytesPerDocument} bytes`]);
      if (this.type.by === 'text' && !isText(chunk)) throw refused('document-content-differs');
      if (this.head.length < HEAD_BYTES)
        this.head = Buffer.concat([this.head, chunk]).subarray(0, HEAD_BYTES);
      this.hash.update(chunk);
      await this.scan?.write(chunk);
      yield chunk;
    }
    if (this.size === 0) throw refused('document-empty');
    if ((await this.scan?.verdict()) === 'infected') throw refused('document-infected');
  }

  told(): Pick<Passed, 'head' | 'size' | 'digest'> {
    return { head: this.head, size: this.size, digest: this.hash.digest('hex') };
  }
}

function refused(...refusal: Parameters<typeof refuseDocument>): Refused {
  return new Refused(refuseDocument(...refusal));
}

function refusalOf(error: unknown): DocumentRefusal {
  if (error instanceof Refused) return error.refusal;
  if (error instanceof ScannerUnavailable) return refuseDocument('scanner-unavailable');
  throw error;
}
