import type { Pool, PoolClient } from 'pg';
import { prepare } from '@ledtid/platform';
import { type Instant, toInstant } from '@ledtid/time';
import type { Recorded } from '@ledtid/workflow';
import type { Facts } from '../facts/facts';
import type { ClockCycleRow, IdempotencyRow, InstanceRow, LedgerRow, RegionMove, SpanRow } from '../rows';
import { fromColumns } from './columns';

export interface LoadedFamily {
  readonly family: Map<string, Facts>;
  /** The instance at the top. */
  readonly rootId: string;
  readonly idempotency: IdempotencyRow | null;
  /** The present form of the instance that was asked for. */
  readonly form: Recorded | null;
}

interface FamilyAnswer {
  instances: Record<string, unknown>[] | null;
  spans: Record<string, unknown>[] | null;
  clocks: Record<string, unknown>[] | null;
  idempotency: Record<string, unknown> | null;
  form: Recorded | null;
}

type Queryable = Pool | PoolClient;

// The root is locked in a statement of its own: a child that another transaction opened while this one waited
// would be invisible to a statement that both waits and reads. Both may be sent together: each sees its own moment.
const LOCK_ROOT = prepare<{ id: string }>(
  'case-lock-root',
  `SELECT root.id FROM instance target JOIN instance root ON root.id = target.root_id
   WHERE target.id = $1 FOR UPDATE OF root`,
);

const ROOT = '(SELECT target.root_id FROM instance target WHERE target.id = $1)';

// json and not jsonb: the rows are only passed on, and building jsonb of them costs a third more.
const LOAD_FAMILY = prepare<FamilyAnswer>(
  'case-load-family',
  `SELECT
     (SELECT json_agg(i ORDER BY i.id) FROM instance i WHERE i.root_id = ${ROOT}) AS instances,
     (SELECT json_agg(s) FROM span s WHERE s.root_id = ${ROOT} AND s.ended_at IS NULL) AS spans,
     (SELECT json_agg(c) FROM clock_cycle c
       WHERE c.instance_id IN (SELECT i.id FROM instance i WHERE i.root_id = ${ROOT})
         AND c.ended_at IS NULL) AS clocks,
     (SELECT row_to_json(k) FROM idempotency k WHERE k.instance_id = $1 AND k.key = $2) AS idempotency,
     (SELECT f.body FROM instance i JOIN form_revision f ON f.instance_id = i.id AND f.version = i.form_version
       WHERE i.id = $1) AS form`,
);

const LEDGER_OF_FAMILY = prepare<Record<string, unknown>>(
  'case-ledger-of-family',
  `SELECT l.* FROM ledger l JOIN instance i ON i.id = l.instance_id WHERE i.root_id = $1
   ORDER BY l.instance_id, l.number`,
);

/** Locks the family of an instance until the transaction ends. */
export async function lockFamily(client: PoolClient, instanceId: string): Promise<void> {
  await LOCK_ROOT(client, [instanceId]);
}

/**
 * Every instance of the family to which an instance belongs, with its open spans and clocks, and what a key was
 * used for. One round trip. Null when there is no such instance.
 */
export async function loadFamily(
  queryable: Queryable,
  instanceId: string,
  idempotencyKey: string | null,
): Promise<LoadedFamily | null> {
  const [answer] = await LOAD_FAMILY(queryable, [instanceId, idempotencyKey]);
  const spans = (answer?.spans ?? []).map(spanOf);
  const clocks = (answer?.clocks ?? []).map(clockOf);
  const family = new Map<string, Facts>();
  for (const row of answer?.instances ?? []) {
    const instance = instanceOf(row);
    family.set(instance.id, {
      instance,
      spans: spans.filter((span) => span.instanceId === instance.id),
      clocks: clocks.filter((clock) => clock.instanceId === instance.id),
      milestones: [],
    });
  }
  const rootId = family.get(instanceId)?.instance.rootId;
  if (rootId === undefined) return null;
  const idempotency = answer?.idempotency
    ? (fromColumns(answer.idempotency) as unknown as IdempotencyRow)
    : null;
  return { family, rootId, idempotency, form: answer?.form ?? null };
}

/** The whole ledgers of a family, by instance, in order of number. */
export async function loadLedgers(queryable: Queryable, rootId: string): Promise<Map<string, LedgerRow[]>> {
  const ledgers = new Map<string, LedgerRow[]>();
  for (const row of (await LEDGER_OF_FAMILY(queryable, [rootId])).map(ledgerRowOf)) {
    ledgers.set(row.instanceId, [...(ledgers.get(row.instanceId) ?? []), row]);
  }
  return ledgers;
}

/** A ledger row as it was hashed: instants spelled the one way. */
export function ledgerRowOf(columns: Record<string, unknown>): LedgerRow {
  return withInstants(fromColumns(columns), ['occurredAt', 'recordedAt']) as unknown as LedgerRow;
}

export function instanceOf(columns: Record<string, unknown>): InstanceRow {
  const row = withInstants(fromColumns(columns), ['createdAt', 'firstSubmittedAt', 'endedAt']);
  return { ...row, regions: row.regions as Record<string, RegionMove> } as unknown as InstanceRow;
}

export function spanOf(columns: Record<string, unknown>): SpanRow {
  return withInstants(fromColumns(columns), ['startedAt', 'endedAt', 'causeAskedAt']) as unknown as SpanRow;
}

export function clockOf(columns: Record<string, unknown>): ClockCycleRow {
  const instants = ['startedAt', 'restartedAt', 'endedAt', 'wakeUpAt'];
  return withInstants(fromColumns(columns), instants) as unknown as ClockCycleRow;
}

function withInstants(row: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  for (const name of names) if (typeof row[name] === 'string') row[name] = instantInJson(row[name]);
  return row;
}

const AS_JSON = '2026-11-22T09:00:00.125+00:00'.length;

/** PostgreSQL spells instants inside JSON its own way: `+00:00`, and zeros at the end of milliseconds left out. */
function instantInJson(text: string): Instant {
  const isWhole = text.length === AS_JSON && text.endsWith('+00:00');
  return isWhole ? `${text.slice(0, -6)}Z` : toInstant(text);
}
