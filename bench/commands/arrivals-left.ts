import type { Pool } from 'pg';

/** Arrivals that are not done yet. The wake-ups of clocks lie weeks ahead. */
export async function arrivalsLeft(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ left: number }>(
    `SELECT count(*)::int AS "left" FROM bullmq.job WHERE name = 'arrival' AND state <> 'completed'`,
  );
  return rows[0]?.left ?? 0;
}
