/** Why something cannot be done, and what to do instead. `code` is stable and kebab-case. */
export interface TimeRefusal {
  code: string;
  reason: string;
  remedy: string;
}

/** A programming or configuration error of this room: malformed dates, clocks that cannot run. */
export class TimeError extends Error implements TimeRefusal {
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;

  constructor(refusal: TimeRefusal) {
    super(`${refusal.code}: ${refusal.reason} ${refusal.remedy}`);
    this.name = 'TimeError';
    this.code = refusal.code;
    this.reason = refusal.reason;
    this.remedy = refusal.remedy;
  }
}
