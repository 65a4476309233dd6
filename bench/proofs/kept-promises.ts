import type { Pool } from 'pg';
import type { PreparedCase } from '../commands/command-client';

/** From now on every job that is committed to the outbox is remembered, also after the relay took it away. */
export async function logOutbox(pool: Pool): Promise<void> {
  await pool.query(`
    CREATE TABLE committed_job (queue text, job_id text, name text);
    CREATE FUNCTION remember_job() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO committed_job VALUES (NEW.queue, NEW.job_id, NEW.name); RETURN NULL; END $$;
    CREATE TRIGGER remember_job AFTER INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION remember_job()`);
}

/** Every command of every case was carried out exactly once: one answer kept and one event a command. */
export async function commandFaults(pool: Pool, prepared: readonly PreparedCase[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; answers: number; events: number }>(
    `SELECT root.id,
       (SELECT count(*)::int FROM idempotency a JOIN instance i ON i.id = a.instance_id
         WHERE i.root_id = root.id) AS answers,
       (SELECT count(*)::int FROM ledger l JOIN instance i ON i.id = l.instance_id
         WHERE i.root_id = root.id AND l.actor NOT LIKE 'system:%' AND l.type <> 'CREATED') AS events
     FROM instance root WHERE root.parent_id IS NULL`,
  );
  const kept = new Map(rows.map(({ id, answers, events }) => [id, { answers, events }]));
  return prepared.flatMap(({ id, errands }) => {
    const { answers = 0, events = 0 } = kept.get(id) ?? {};
    if (answers === errands.length && events === errands.length) return [];
    return [`case ${id}: ${errands.length} commands accepted, ${answers} answers and ${events} events kept`];
  });
}

/** Every committed job is in its queue once, nothing else is, and every arrival was done once. */
export async function jobFaults(pool: Pool): Promise<{ jobs: number; arrivals: number; faults: string[] }> {
  const counted = await pool.query<{ jobs: number; arrivals: number }>(
    `SELECT count(*)::int AS jobs, (count(*) FILTER (WHERE name = 'arrival'))::int AS arrivals
     FROM (SELECT DISTINCT queue, job_id, name FROM committed_job) committed`,
  );
  const { jobs = 0, arrivals = 0 } = counted.rows[0] ?? {};
  const lost = `SELECT queue, job_id FROM committed_job EXCEPT SELECT queue, id FROM bullmq.job`;
  const invented = `SELECT queue, id AS job_id FROM bullmq.job EXCEPT SELECT queue, job_id FROM committed_job`;
  const doneOften = `SELECT queue, data->>'jobId' AS job_id FROM bullmq.event WHERE event = 'completed'
     GROUP BY queue, data->>'jobId' HAVING count(*) <> 1`;
  const notDone = `SELECT queue, id AS job_id FROM bullmq.job WHERE name = 'arrival' AND state <> 'completed'`;
  const faults = await Promise.all([
    named(pool, 'lost', lost),
    named(pool, 'in a queue without being committed', invented),
    named(pool, 'done more than once', doneOften),
    named(pool, 'not done', notDone),
  ]);
  return { jobs, arrivals, faults: faults.flat() };
}

async function named(pool: Pool, what: string, query: string): Promise<string[]> {
  const { rows } = await pool.query<{ queue: string; job_id: string }>(query);
  return rows.map(({ queue, job_id: jobId }) => `job ${jobId} of ${queue}: ${what}`);
}
