import type { Pool } from 'pg';

/**
 * A digest of every row of every table, by table: what a refused call must leave as it was, but for the trace of the
 * refusal in the access ledger.
 */
export async function tableDigests(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'access_record'
     ORDER BY 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of rows) {
    const found = await pool.query<{ digest: string | null }>(
      `SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS digest FROM "${name}" t`,
    );
    digests[name] = found.rows[0]?.digest ?? 'empty';
  }
  return digests;
}
