import {
  type IdGenerator,
  type Instant,
  type TimeSource,
  millisecondsBetween,
  toInstant,
} from '@ledtid/time';
import { prepare } from '@ledtid/platform';
import DataLoader from 'dataloader';
import type { Pool } from 'pg';
import { type AccessRefusal, refusal } from '../access-refusal';
import type { Identity } from '../identity';
import { digestOf, newSecret } from './secrets';

export interface SessionLimits {
  /** Seconds without a request after which a session has ended. */
  readonly idleSeconds: number;
  /** Seconds after sign-in at which it ends, used or not. */
  readonly absoluteSeconds: number;
  /** Sessions of one person at the same time; one more ends the oldest. */
  readonly parallel: number;
}

/** OWASP ASVS 5.0, 7.1 and 7.3: both an idle and an absolute end, and not any number. Half an hour, a working day, five. */
export const DEFAULT_SESSION_LIMITS: SessionLimits = {
  ...{ idleSeconds: 1800, absoluteSeconds: 28_800, parallel: 5 },
};

/** How an issuer names whom it signed in (`sub`) and its own session with them (`sid`), when it ends either. */
export interface AtIssuer {
  readonly subject: string | null;
  readonly session: string | null;
}

const UNNAMED: AtIssuer = { subject: null, session: null };

export interface Session {
  readonly id: string;
  readonly identity: Identity;
  /** When the person last proved who they are; null where the issuer does not tell. */
  readonly authenticatedAt: Instant | null;
  /** Without a further request. */
  readonly idleUntil: Instant;
  readonly endsAt: Instant;
}

/** A session as its person sees it in a list. */
export interface LiveSession extends Omit<Session, 'identity'> {
  readonly lastUsedAt: Instant;
}

interface Row extends Omit<Session, 'idleUntil'> {
  readonly lastUsedAt: Instant;
  readonly revokedAt: Instant | null;
}

interface Found extends Row {
  readonly digest: string;
}

const COLUMNS = `id, identity, authenticated_at AS "authenticatedAt", last_used_at AS "lastUsedAt",
  ends_at AS "endsAt", revoked_at AS "revokedAt"`;

// Asked at every request of a browser: planned once a connection.
const FIND = prepare<Found>(
  'session-find',
  `SELECT ${COLUMNS}, secret_digest AS digest FROM session WHERE secret_digest = ANY($1)`,
);

/** Of `living`. */
const LIVE = 'revoked_at IS NULL AND ends_at > $1 AND last_used_at > $2';

/** Not written at every request: a session may end by this part of its idle time too early, and never too late. */
const UNTOUCHED_SHARE = 1 / 30;

/**
 * | state of a session | `find`            | leaves it when                                |
 * |--------------------|-------------------|-----------------------------------------------|
 * | unknown            | `session-unknown` | `open`                                        |
 * | live               | the session       | `revoke` and its like, idle too long, ended   |
 * | revoked            | `session-revoked` | pruned (LEDTID_RETENTION), and then unknown   |
 * | idle               | `session-idle`    | likewise, after its end                       |
 * | ended              | `session-expired` | likewise                                      |
 */
export class Sessions {
  /** Requests that come while one is looked up are looked up together, each as the session is then: nothing is kept. */
  private readonly lookups = new DataLoader<string, Row | null>((digests) => this.rowsOf(digests), {
    cache: false,
    batchScheduleFn: (dispatch) => void this.looking.then(dispatch),
  });
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly parts: {
      readonly pool: Pool;
      readonly time: TimeSource;
      readonly ids: IdGenerator;
      readonly limits: SessionLimits;
    },
  ) {}

  /** A session under a secret that nobody had before: a browser's earlier cookie never becomes a signed-in one. */
  async open(identity: Identity, authenticatedAt: Instant | null, atIssuer = UNNAMED): Promise<string> {
    const { pool, time, ids, limits } = this.parts;
    const now = time.now();
    const secret = newSecret();
    const endsAt = toInstant(Date.parse(now) + limits.absoluteSeconds * 1000);
    await pool.query(
      `INSERT INTO session (id, secret_digest, subject, identity, authenticated_at, last_used_at, ends_at,
         issuer_subject, issuer_session)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ids.next(),
        digestOf(secret),
        identity.subject,
        JSON.stringify(identity),
        authenticatedAt,
        now,
        endsAt,
        atIssuer.subject,
        atIssuer.session,
      ],
    );
    // Those who sign in at once both look after both are there: the last look finds one too many.
    const oldest = `${LIVE} AND subject = $3 ORDER BY ends_at DESC, id DESC OFFSET $4`;
    await this.end(`id IN (SELECT id FROM session WHERE ${oldest})`, [identity.subject, limits.parallel]);
    return secret;
  }

  /** Whose session it is; counts as use. */
  async find(secret: string): Promise<Session | AccessRefusal> {
    const { pool, time, limits } = this.parts;
    const row = await this.lookups.load(digestOf(secret));
    const now = time.now();
    if (row === null) return refusal('session-unknown');
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

  private rowsOf(digests: readonly string[]): Promise<(Row | null)[]> {
    const found = FIND(this.parts.pool, [digests]);
    this.looking = found.catch(() => undefined);
    return found.then((rows) => {
      const byDigest = new Map(rows.map((row) => [row.digest, row]));
      return digests.map((digest) => byDigest.get(digest) ?? null);
    });
  }

  async revoke(secret: string): Promise<void> {
    await this.end('secret_digest = $3', [digestOf(secret)]);
  }

  /** Every session of a person, on whichever machine. Yields how many. */
  async revokeAllOf(subject: string): Promise<number> {
    return (await this.end('subject = $3', [subject])).length;
  }

  /** Every session of everybody. Yields how many. */
  async revokeAll(): Promise<number> {
    return (await this.end('true', [])).length;
  }

  /** One session by its id; `subject`: only where it is that person's. False: there is no such live one. */
  async revokeById(id: string, subject: string | null): Promise<boolean> {
    return (await this.end('id = $3 AND ($4::text IS NULL OR subject = $4)', [id, subject])).length > 0;
  }

  /** What an issuer has ended: one session of its own, or everything of a person. Yields of each of ours whose it was. */
  revokeAtIssuer(issuer: string, { subject, session }: AtIssuer): Promise<string[]> {
    const which = `identity->>'issuer' = $3 AND ($4::text IS NULL OR issuer_subject = $4)
      AND ($5::text IS NULL OR issuer_session = $5) AND ($4::text IS NOT NULL OR $5::text IS NOT NULL)`;
    return this.end(which, [issuer, subject, session]);
  }

  /** A person's live sessions, the newest first. */
  async list(subject: string): Promise<LiveSession[]> {
    const { rows } = await this.parts.pool.query<Row>(
      `SELECT ${COLUMNS} FROM session WHERE ${LIVE} AND subject = $3 ORDER BY ends_at DESC, id DESC`,
      [...this.living(), subject],
    );
    return rows.map(({ id, authenticatedAt, lastUsedAt, endsAt }) => {
      return { id, authenticatedAt, lastUsedAt, endsAt, idleUntil: this.idleUntil(lastUsedAt) };
    });
  }

  /** Yields of each that ended whose it was. */
  private async end(which: string, values: readonly unknown[]): Promise<string[]> {
    const { rows } = await this.parts.pool.query<{ subject: string }>(
      `UPDATE session SET revoked_at = $1 WHERE ${LIVE} AND ${which} RETURNING subject`,
      [...this.living(), ...values],
    );
    return rows.map(({ subject }) => subject);
  }

  /** Now, and since when a session must have been used to be live. */
  private living(): [Instant, Instant] {
    const now = this.parts.time.now();
    return [now, toInstant(Date.parse(now) - this.parts.limits.idleSeconds * 1000)];
  }

  private idleUntil(lastUsedAt: Instant): Instant {
    return toInstant(Date.parse(lastUsedAt) + this.parts.limits.idleSeconds * 1000);
  }
}
