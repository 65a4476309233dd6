import { type Instant, toInstant } from './instant';

/** The one clock. Everything that needs the present gets it injected; tests and the demonstration turn it. */
export interface TimeSource {
  now(): Instant;
}

export class SystemTime implements TimeSource {
  now(): Instant {
    return toInstant(Date.now());
  }
}

/** A clock that stands still until somebody turns it. */
export class TurnedTime implements TimeSource {
  constructor(private present: Instant) {}

  now(): Instant {
    return this.present;
  }

  turnTo(moment: Instant): void {
    this.present = toInstant(moment);
  }
}
