import type { Pool, PoolClient } from 'pg';
import { readingSnapshot, withTransaction } from '@ledtid/platform';
import type { Configuration, Facts } from '../facts/facts';
import type { ChangeSet, LedgerRow } from '../rows';
import { fromColumns } from '../storage/columns';
import { clockOf, instanceOf, lockFamily, spanOf } from '../storage/load-family';
import { writeChangeSet } from '../storage/live-writer';
import { digestOf } from './digest';
import { ledgersByInstance } from './ledger-rows';
import { replay } from './replay';

/** Where stored facts are not what the ledger tells. */
export interface RebuildDifference {
  readonly instanceId: string;
  readonly what: 'instance' | 'spans' | 'clocks' | 'milestones' | 'ledger';
  /** For a ledger that cannot be replayed: where and why. */
  readonly fault?: { readonly number: number; readonly code: string };
}

export interface Rebuild {
  readonly instances: number;
  readonly differences: readonly RebuildDifference[];
}

/** Compares snapshots, spans, clocks and milestones with what the ledger alone tells. Changes nothing. */
export async function checkRebuild(pool: Pool, configuration: Configuration): Promise<Rebuild> {
  return readingSnapshot(pool, async (client, reader) => {
    let instances = 0;
    const differences: RebuildDifference[] = [];
    for await (const rows of ledgersByInstance(client)) {
      instances += 1;
      differences.push(...(await differencesOf(reader, rows, configuration)));
    }
    return { instances, differences };
  });
}

/** Writes snapshots, spans, clocks and milestones anew from the ledger, a family's lock at a time. */
export async function rebuild(pool: Pool, configuration: Configuration): Promise<Rebuild> {
  const before = await checkRebuild(pool, configuration);
  for (const instanceId of new Set(before.differences.map((difference) => difference.instanceId))) {
    await withTransaction(pool, (client) => rewrite(client, instanceId, configuration));
  }
  return before;
}

async function differencesOf(
  client: PoolClient,
  rows: readonly LedgerRow[],
  configuration: Configuration,
): Promise<RebuildDifference[]> {
  const instanceId = rows[0]?.instanceId ?? '';
  const told = replay(rows, configuration);
  if ('code' in told)
    return [{ instanceId, what: 'ledger', fault: { number: told.number, code: told.code } }];
  const stored = await storedFacts(client, instanceId);
  if (stored === null) return [{ instanceId, what: 'instance' }];
  const compared = { ...told, instance: { ...told.instance, formVersion: stored.instance.formVersion } };
  return (['instance', 'spans', 'clocks', 'milestones'] as const)
    .filter((what) => fingerprint(compared[what]) !== fingerprint(stored[what]))
    .map((what) => ({ instanceId, what }));
}

async function rewrite(client: PoolClient, instanceId: string, configuration: Configuration): Promise<void> {
  await lockFamily(client, instanceId);
  const { rows } = await client.query<Record<string, unknown>>(
    'SELECT * FROM ledger WHERE instance_id = $1 ORDER BY number',
    [instanceId],
  );
  const told = replay(
    rows.map((row) => fromColumns(row) as unknown as LedgerRow),
    configuration,
  );
  if ('code' in told) return;
  const stored = await storedFacts(client, instanceId);
  const instance = { ...told.instance, formVersion: stored?.instance.formVersion ?? 0 };
  const change: ChangeSet = {
    ...{ instances: [instance], spans: told.spans, clocks: told.clocks, milestones: told.milestones },
    ...{ ledger: [], payloads: [], outbox: [], formRevisions: [], idempotency: null, registration: null },
    replacedFacts: [instanceId],
  };
  await writeChangeSet(client, change);
}

async function storedFacts(client: PoolClient, instanceId: string): Promise<Facts | null> {
  const rowsOf = async (sql: string) => (await client.query<Record<string, unknown>>(sql, [instanceId])).rows;
  const [instance] = await rowsOf('SELECT * FROM instance WHERE id = $1');
  if (!instance) return null;
  return {
    instance: instanceOf(instance),
    spans: (await rowsOf('SELECT * FROM span WHERE instance_id = $1')).map(spanOf),
    clocks: (await rowsOf('SELECT * FROM clock_cycle WHERE instance_id = $1')).map(clockOf),
    milestones: (await rowsOf('SELECT * FROM milestone WHERE instance_id = $1')).map(
      (row) => fromColumns(row) as unknown as Facts['milestones'][number],
    ),
  };
}

/** Order of rows is no fact. */
function fingerprint(content: unknown): string {
  return Array.isArray(content) ? content.map(digestOf).sort().join() : digestOf(content);
}
