import type { Pool } from 'pg';
import { type CivilDate, type Instant, type TimeSource, civilDateOf } from '@ledtid/time';
import type { Checkpoints } from '../ledger/checkpoints/checkpoints';
import { type Period, isPeriod } from '../period';
import { PRUNABLE, type Prunable, type RetentionRule, ruleFor } from './retention-rules';
import { BATCH, type Due } from './due';
import { looksDue, pruneLooks } from './prune-looks';

/** What went of one table, or would go. */
export interface Pruned {
  readonly table: Prunable;
  readonly rows: number;
  /** How long rows are kept, and why. */
  readonly rule: string;
  readonly source: string;
}

export interface PruningParts {
  readonly pool: Pool;
  readonly time: TimeSource;
  readonly rules: readonly RetentionRule[];
  /** Signs how much of the access ledger may go. */
  readonly checkpoints: Pick<Checkpoints, 'cut'>;
}

/** What is past its time, `$1` being the moment before which rows go. */
const PAST: Record<Exclude<Prunable, 'access_record'>, string> = {
  session: 'least(t.ends_at, t.revoked_at) < $1',
  sign_in_attempt: 't.ends_at < $1',
  logout_token: 't.ends_at < $1',
  idempotency: `EXISTS (SELECT FROM ledger l WHERE l.instance_id = t.instance_id
    AND l.number = (t.answer->>'version')::int AND l.recorded_at < $1)`,
};

const TABLES = Object.keys(PRUNABLE) as Prunable[];

const A_DAY = 86_400_000;

/** Removes what is past its time, table by table, by the rules in force (docs/retention.example.json). */
export class Pruning {
  private doneAt: number | null = null;

  constructor(private readonly parts: PruningParts) {}

  /**
   * Once a day and at the first call, for who asks every minute. Only what the role in the database may: that of the
   * service may not touch the access ledger, which is then for `ledtid prune` under the role for disposal.
   */
  async pruneWhenDue(): Promise<Pruned[]> {
    const now = Date.parse(this.parts.time.now());
    if (this.doneAt !== null && Math.abs(now - this.doneAt) < A_DAY) return [];
    const pruned = await this.prune(await allowed(this.parts.pool));
    this.doneAt = now;
    return pruned;
  }

  /** At once. */
  prune(tables: readonly Prunable[] = TABLES): Promise<Pruned[]> {
    const { pool, checkpoints } = this.parts;
    return this.each(tables, (table, due) =>
      table === 'access_record' ? pruneLooks(pool, checkpoints, due) : removeAll(pool, table, due),
    );
  }

  /** What `prune` would take now. */
  wouldPrune(): Promise<Pruned[]> {
    const { pool } = this.parts;
    return this.each(TABLES, (table, due) =>
      table === 'access_record' ? looksDue(pool, due) : countDue(pool, table, due),
    );
  }

  private async each(
    tables: readonly Prunable[],
    take: (table: Prunable, due: Due) => Promise<number>,
  ): Promise<Pruned[]> {
    const today = civilDateOf(this.parts.time.now());
    const pruned: Pruned[] = [];
    for (const table of tables) {
      const found = ruleFor(this.parts.rules, table, today);
      if (found === undefined || !isPeriod(found.keep)) continue;
      const { source } = found;
      const rule = `${table} since ${found.validFrom}: ${textOf(found.keep)} after ${PRUNABLE[table]}`;
      const due = { before: await beginningOf(this.parts.pool, today, found.keep), rule, source };
      pruned.push({ table, rows: await take(table, due), rule, source });
    }
    return pruned;
  }
}

async function allowed(pool: Pool): Promise<Prunable[]> {
  const { rows } = await pool.query<{ table: Prunable }>(
    `SELECT t AS "table" FROM unnest($1::text[]) AS t WHERE has_table_privilege(t, 'DELETE')`,
    [TABLES],
  );
  return rows.map(({ table }) => table);
}

async function removeAll(pool: Pool, table: keyof typeof PAST, { before }: Due): Promise<number> {
  let rows = 0;
  for (let batch = BATCH; batch === BATCH; rows += batch) {
    const removed = await pool.query(
      `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
         SELECT t.ctid FROM ${table} t WHERE ${PAST[table]} LIMIT ${BATCH}))`,
      [before],
    );
    batch = removed.rowCount ?? 0;
  }
  return rows;
}

async function countDue(pool: Pool, table: keyof typeof PAST, { before }: Due): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*) AS count FROM ${table} t WHERE ${PAST[table]}`,
    [before],
  );
  return rows[0]?.count ?? 0;
}

/** The first moment that is still kept: a day is over when it is over in Stockholm. */
async function beginningOf(pool: Pool, today: CivilDate, period: Period): Promise<Instant> {
  const { years = 0, days = 0 }: { years?: number; days?: number } = period;
  const { rows } = await pool.query<{ before: Instant }>(
    `SELECT ($1::date - make_interval(years => $2, days => $3)) AT TIME ZONE 'Europe/Stockholm' AS before`,
    [today, years, days],
  );
  if (rows[0] === undefined) throw new Error('A statement without a table gives one row.');
  return rows[0].before;
}

function textOf(period: Period): string {
  return 'years' in period ? `${period.years} years` : `${period.days} days`;
}
