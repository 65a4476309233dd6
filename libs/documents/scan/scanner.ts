/** One look of the virus scanner at one document, fed while the document comes in. */
export interface Scan {
  /** Resolves when it can take more. Rejects, as `verdict` does, with `ScannerUnavailable`. */
  write(chunk: Uint8Array): Promise<void>;
  verdict(): Promise<'clean' | 'infected'>;
  /** Ends a look of which no verdict is wanted any more. */
  abandon(): void;
}

export interface Scanner {
  begin(): Promise<Scan>;
}

/** The scanner does not answer, answers what it should not, or takes too long. What it said is not repeated. */
export class ScannerUnavailable extends Error {
  override readonly name = 'ScannerUnavailable';
}
