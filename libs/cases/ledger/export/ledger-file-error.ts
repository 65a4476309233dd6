/** An export of a ledger that cannot be read. Stable code, what is so, and what to do now. */
export class LedgerFileError extends Error {
  constructor(
    readonly code: 'ledger-file-unknown' | 'ledger-file-truncated',
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(`${reason} ${remedy} (${code})`);
    this.name = 'LedgerFileError';
  }
}
