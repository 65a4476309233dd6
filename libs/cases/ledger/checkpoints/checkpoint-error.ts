/** A checkpoint that cannot be made or exported. Stable code, what is so, and what to do now. */
export class CheckpointError extends Error {
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${reason} ${remedy} (${code})`, options);
    this.name = 'CheckpointError';
  }
}
