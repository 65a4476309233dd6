import { caseConfiguration, checkRebuild, verifyLedger } from '@ledtid/cases';
import { createPool } from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';

const WRITTEN = [
  ...['instance', 'ledger', 'payload', 'form_revision', 'span', 'clock_cycle', 'milestone', 'idempotency'],
] as const;

/** Rows and a sum over their whole content, by table: equal sums are equal rows, in whatever order. */
export type Content = Readonly<Record<string, { readonly rows: number; readonly sum: string }>>;

export async function contentOf(databaseUrl: string): Promise<Content> {
  const pool = createPool({ url: databaseUrl, max: 1, name: 'ledtid-bench' });
  try {
    const tables: Record<string, Content[string]> = {};
    for (const table of WRITTEN) {
      const { rows } = await pool.query<Content[string]>(
        `SELECT count(*)::int AS rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text AS sum FROM ${table} t`,
      );
      tables[table] = rows[0] ?? { rows: 0, sum: '0' };
    }
    return tables;
  } finally {
    await pool.end();
  }
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
