import type { Instant } from '@ledtid/time';
import type { Identity } from './identity';
import { digestOf } from './sessions/secrets';

interface Entry {
  readonly identity: Identity;
  /** Until then the answer holds, exclusive. */
  readonly until: Instant;
}

/**
 * Remembers who a token was found to be, because checking a signature costs more than the rest of a request.
 *
 * | state of a token | `find`   | leaves it when                                             |
 * |------------------|----------|------------------------------------------------------------|
 * | unknown          | null     | `remember`                                                 |
 * | remembered       | identity | its time is up, or `capacity` others were used since       |
 *
 * Keyed by digest, so that no usable token lies in memory dumps because of it.
 */
export class VerifiedTokens {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly capacity: number) {}

  find(token: string, now: Instant): Identity | null {
    const key = digestOf(token);
    const entry = this.entries.get(key);
    if (entry === undefined) return null;
    this.entries.delete(key);
    if (entry.until <= now) return null;
    // A Map keeps the order of insertion: put back last, it is the last to go.
    this.entries.set(key, entry);
    return entry.identity;
  }

  remember(token: string, identity: Identity, until: Instant): void {
    this.entries.set(digestOf(token), { identity, until });
    if (this.entries.size <= this.capacity) return;
    const oldest = this.entries.keys().next();
    if (!oldest.done) this.entries.delete(oldest.value);
  }
}
