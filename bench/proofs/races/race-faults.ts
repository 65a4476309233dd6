import type { Pool } from 'pg';
import type { Race, RaceResult } from './raced-case';

/** How the one who came second may be answered. */
const LOSES_BY: Readonly<Record<Race, readonly string[]>> = {
  claim: ['409 stale', '409 not-possible-now'],
  key: ['422 key-reused'],
  decision: ['409 stale', '409 not-possible-now'],
};

/** Events by case, type and person, as the ledger has them. */
type Shown = ReadonlyMap<string, number>;

/** What of the ledger and of the kept keys tells who won. */
export interface Kept {
  readonly events: Shown;
  /** Who is kept as the owner of a key, by case and key. */
  readonly keys: ReadonlyMap<string, string>;
}

export async function keptIn(pool: Pool): Promise<Kept> {
  const events = await pool.query<{ name: string; count: number }>(
    `SELECT instance_id || ' ' || type || ' ' || actor AS name, count(*)::int AS count FROM ledger GROUP BY 1`,
  );
  const keys = await pool.query<{ name: string; subject: string }>(
    `SELECT instance_id || ' ' || key AS name, subject FROM idempotency`,
  );
  return {
    events: new Map(events.rows.map(({ name, count }) => [name, count])),
    keys: new Map(keys.rows.map(({ name, subject }) => [name, subject])),
  };
}

/** Exactly one wins, the other is told why not, and ledger and keys show the winner alone. */
export function raceFaults({ race, caseId, type, answers }: RaceResult, { events, keys }: Kept): string[] {
  const said = answers.map(({ subject, status, code }) => `${subject} ${status} ${code ?? ''}`).join(', ');
  const where = `${race} of case ${caseId} (${said})`;
  const [winner, ...others] = answers.filter(({ status }) => status === 200);
  if (winner === undefined || others.length > 0) return [`${where}: ${others.length + (winner ? 1 : 0)} won`];
  const loser = answers.find((answer) => answer !== winner);
  const told = `${loser?.status ?? 0} ${loser?.code ?? ''}`;
  const shown = ({ subject }: { subject: string }) => events.get(`${caseId} ${type} ${subject}`) ?? 0;
  const kept = race === 'key' ? keys.get(`${caseId} one-key`) : winner.subject;
  return [
    ...(LOSES_BY[race].includes(told) ? [] : [`${where}: the other was told ${told}`]),
    ...(kept === winner.subject ? [] : [`${where}: the key is kept as ${kept ?? 'nobody'}’s`]),
    ...(loser && shown(loser) > 0 ? [`${where}: the ledger shows the other too`] : []),
    ...wrongCount(where, shown(winner)),
  ];
}

function wrongCount(where: string, count: number): string[] {
  return count === 1 ? [] : [`${where}: the ledger shows the winner ${count} times`];
}
