/**
 * Something that may work when tried again (a source that does not answer, a full disk), or a mistake of
 * whoever runs Ledtid. It never carries the error that caused it: drivers quote the offending row in their
 * messages (`Could not convert string '19500101-…'`), and logs keep what an error carries.
 */
export class ReleaseFault extends Error {
  override readonly name = 'ReleaseFault';

  constructor(
    readonly code: string,
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(`${reason} ${remedy} (${code})`);
  }
}

/** The operating system's code of a failed file operation (`ENOENT`), or `null`. */
export function fileErrorCode(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}
