import { type Instant, type TimeSource, toInstant } from '@ledtid/time';
import type { Pool } from 'pg';
import { type AccessRefusal, refusal } from '../access-refusal';
import { digestOf } from './secrets';

export interface SignInAttempt {
  /** Name of the issuer's sign-in. */
  readonly issuer: string;
  /** A path of our own. */
  readonly returnTo: string;
  /** Whether the person must prove anew who they are. */
  readonly fresh: boolean;
}

/** Time enough to find one's card; the cookie lives as long. */
export const ATTEMPT_SECONDS = 600;

/**
 * | state of an attempt | `take`              | leaves it when                |
 * |---------------------|---------------------|-------------------------------|
 * | none                | `sign-in-not-begun` | `begin`                       |
 * | begun               | the attempt         | `take`, or after ten minutes  |
 * | expired             | `sign-in-expired`   | `take`, or pruned             |
 */
export class SignInAttempts {
  constructor(
    private readonly pool: Pool,
    private readonly time: TimeSource,
  ) {}

  async begin(secret: string, { issuer, returnTo, fresh }: SignInAttempt): Promise<void> {
    const now = this.time.now();
    const endsAt = toInstant(Date.parse(now) + ATTEMPT_SECONDS * 1000);
    await this.pool.query('INSERT INTO sign_in_attempt VALUES ($1, $2, $3, $4, $5)', [
      ...[digestOf(secret), issuer, returnTo, fresh, endsAt],
    ]);
  }

  /** Once: of two who come back with the same answer, one gets it. */
  async take(secret: string): Promise<SignInAttempt | AccessRefusal> {
    const { rows } = await this.pool.query<SignInAttempt & { endsAt: Instant }>(
      `DELETE FROM sign_in_attempt WHERE secret_digest = $1
       RETURNING issuer, return_to AS "returnTo", fresh, ends_at AS "endsAt"`,
      [digestOf(secret)],
    );
    const [row] = rows;
    if (row === undefined) return refusal('sign-in-not-begun');
    const { endsAt, ...attempt } = row;
    return endsAt <= this.time.now() ? refusal('sign-in-expired') : attempt;
  }
}
