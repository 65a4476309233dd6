/** A setting of sign-in that the service must not start with. `code` is stable, `remedy` what to change. */
export class AccessError extends Error {
  override readonly name = 'AccessError';

  constructor(
    readonly code: string,
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(`${reason} ${remedy} (${code})`);
  }
}
