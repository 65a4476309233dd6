/**
 * A failure of the ground the product stands on: configuration, database, queues.
 * `code` is stable (kebab-case, for scripts), `reason` says what is so, `remedy` what the reader does now.
 */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';

  constructor(
    readonly code: string,
    readonly reason: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${reason} ${remedy} (${code})`, options);
  }
}

/** The text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The system's error code of a failed call (`ENOENT`, `EEXIST`), or undefined. */
export function systemCodeOf(thrown: unknown): string | undefined {
  return (thrown as NodeJS.ErrnoException | undefined)?.code;
}
