import { caseConfiguration, checkRebuild, verifyLedger } from '@ledtid/cases';
import { createPool } from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import type { Pool } from 'pg';

const WRITTEN = [
  ...['instance', 'ledger', 'payload', 'form_revision', 'span', 'clock_cycle', 'milestone', 'idempotency'],
] as const;

/** Rows and a sum over their whole content, by table: equal sums are equal rows, in whatever order. */
export type Content = Readonly<Record<string, { readonly rows: number; readonly sum: string }>>;

export async function contentOf(databaseUrl: string): Promise<Content> {
  const pool = createPool({ url: databaseUrl, max: 1, name: 'ledtid-bench' });
  try {
    return await contentIn(pool, WRITTEN);
  } finally {
    await pool.end();
  }
}

/** The same of tables that are named, in one statement and so of one moment. */
export async function contentIn(pool: Pool, tables: readonly string[]): Promise<Content> {
  const each = tables.map(
    (table) =>
      `SELECT '${table}' AS name, count(*)::int AS rows,
         coalesce(sum(hashtextextended(t::text, 0)), 0)::text AS sum FROM "${table}" t`,
  );
  const found = await pool.query<{ name: string; rows: number; sum: string }>(each.join(' UNION ALL '));
  const byName = new Map(found.rows.map(({ name, rows, sum }) => [name, { rows, sum }]));
  // In the order asked for: several processes of the database answer in any.
  return Object.fromEntries(tables.map((name) => [name, byName.get(name) ?? { rows: 0, sum: '0' }]));
}

/** Every table of the product, by name. */
export async function tablesIn(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** What is wrong with a database of cases: the ledger's chain, or facts that the ledger does not tell. */
export async function faultsOf(databaseUrl: string): Promise<string[]> {
  const pool = createPool({ url: databaseUrl, max: 2, name: 'ledtid-bench' });
  try {
    const { fault } = await verifyLedger(pool);
    const { differences } = await checkRebuild(pool, caseConfiguration(loadWorkflows()));
    return [
      ...(fault === null ? [] : [`verify: ${JSON.stringify(fault)}`]),
      ...differences.map((difference) => `rebuild: ${JSON.stringify(difference)}`),
    ];
  } finally {
    await pool.end();
  }
}
