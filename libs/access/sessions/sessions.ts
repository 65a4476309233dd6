import {
  type IdGenerator,
  type Instant,
  type TimeSource,
  millisecondsBetween,
  toInstant,
} from '@ledtid/time';
import { prepare } from '@ledtid/platform';
import type { Pool } from 'pg';
import { type AccessRefusal, refusal } from '../access-refusal';
import type { Identity } from '../identity';
import { digestOf, newSecret } from './secrets';

export interface SessionLimits {
  /** Seconds without a request after which a session has ended. */
  readonly idleSeconds: number;
  /** Seconds after sign-in at which it ends, used or not. */
  readonly absoluteSeconds: number;
}

/** OWASP ASVS 5.0, 7.3: both an idle and an absolute end. Half an hour, and a working day. */
export const DEFAULT_SESSION_LIMITS: SessionLimits = { idleSeconds: 1800, absoluteSeconds: 28_800 };

export interface Session {
  readonly id: string;
  readonly identity: Identity;
  /** When the person last proved who they are; null where the issuer does not tell. */
  readonly authenticatedAt: Instant | null;
  /** Without a further request. */
  readonly idleUntil: Instant;
  readonly endsAt: Instant;
}

interface Row extends Omit<Session, 'idleUntil'> {
  readonly lastUsedAt: Instant;
  readonly revokedAt: Instant | null;
}

const COLUMNS = `id, identity, authenticated_at AS "authenticatedAt", last_used_at AS "lastUsedAt",
  ends_at AS "endsAt", revoked_at AS "revokedAt"`;

// Asked at every request of a browser: planned once a connection.
const FIND = prepare<Row>('session-find', `SELECT ${COLUMNS} FROM session WHERE secret_digest = $1`);

/** Not written at every request: a session may end by this part of its idle time too early, and never too late. */
const UNTOUCHED_SHARE = 1 / 30;

/**
 * | state of a session | `find`            | leaves it when                                |
 * |--------------------|-------------------|-----------------------------------------------|
 * | unknown            | `session-unknown` | `open`                                        |
 * | live               | the session       | `revoke`, `revokeAllOf`, idle too long, ended |
 * | revoked            | `session-revoked` | removed at a later sign-in, after its end     |
 * | idle               | `session-idle`    | removed likewise                              |
 * | ended              | `session-expired` | removed likewise, and then unknown            |
 */
export class Sessions {
  constructor(
    private readonly parts: {
      readonly pool: Pool;
      readonly time: TimeSource;
      readonly ids: IdGenerator;
      readonly limits: SessionLimits;
    },
  ) {}

  /** A session under a secret that nobody had before: a browser's earlier cookie never becomes a signed-in one. */
  async open(identity: Identity, authenticatedAt: Instant | null): Promise<string> {
    const { pool, time, ids, limits } = this.parts;
    const now = time.now();
    const secret = newSecret();
    const endsAt = toInstant(Date.parse(now) + limits.absoluteSeconds * 1000);
    await pool.query('DELETE FROM session WHERE ends_at <= $1', [now]);
    await pool.query(
      `INSERT INTO session (id, secret_digest, subject, identity, authenticated_at, last_used_at, ends_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ids.next(),
        digestOf(secret),
        identity.subject,
        JSON.stringify(identity),
        authenticatedAt,
        now,
        endsAt,
      ],
    );
    return secret;
  }

  /** Whose session it is; counts as use. */
  async find(secret: string): Promise<Session | AccessRefusal> {
    const { pool, time, limits } = this.parts;
    const [row] = await FIND(pool, [digestOf(secret)]);
    const now = time.now();
    if (row === undefined) return refusal('session-unknown');
    if (row.revokedAt !== null) return refusal('session-revoked');
    if (row.endsAt <= now) return refusal('session-expired');
    if (this.idleUntil(row.lastUsedAt) <= now) return refusal('session-idle');
    const untouched = millisecondsBetween(row.lastUsedAt, now) / 1000;
    const touches = untouched >= limits.idleSeconds * UNTOUCHED_SHARE;
    if (touches) await pool.query('UPDATE session SET last_used_at = $2 WHERE id = $1', [row.id, now]);
    const { id, identity, authenticatedAt, endsAt } = row;
    const idleUntil = this.idleUntil(touches ? now : row.lastUsedAt);
    return { id, identity, authenticatedAt, endsAt, idleUntil };
  }

  async revoke(secret: string): Promise<void> {
    await this.parts.pool.query(
      'UPDATE session SET revoked_at = $2 WHERE secret_digest = $1 AND revoked_at IS NULL',
      [digestOf(secret), this.parts.time.now()],
    );
  }

  /** Every session of a person, on whichever machine. */
  async revokeAllOf(subject: string): Promise<void> {
    await this.parts.pool.query(
      'UPDATE session SET revoked_at = $2 WHERE subject = $1 AND revoked_at IS NULL',
      [subject, this.parts.time.now()],
    );
  }

  private idleUntil(lastUsedAt: Instant): Instant {
    return toInstant(Date.parse(lastUsedAt) + this.parts.limits.idleSeconds * 1000);
  }
}
