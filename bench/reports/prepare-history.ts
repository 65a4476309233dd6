import { writeDemonstration } from '../../apps/cli';
import { caseConfiguration } from '@ledtid/cases';
import { createPool, runMigrations } from '@ledtid/platform';
import { loadWorkflows } from '@ledtid/workflows';
import { type Instant, addDays, civilDateOf, startOfDay } from '@ledtid/time';
import { MIGRATIONS } from '../../migrations';
import { replicate } from './replicate';

export interface HistorySettings {
  readonly databaseUrl: string;
  readonly present: Instant;
  /** At least so many submitted cases. */
  readonly cases: number;
  /** Over which they were submitted. */
  readonly years: number;
  /** Histories played by the real machines, each from a seed of its own, before they are told again. */
  readonly tellings: number;
  readonly seed: number;
}

/** Makes the tables and fills them; answers how many cases there are. */
export async function prepareHistory(settings: HistorySettings): Promise<number> {
  const { databaseUrl, present, cases, years, tellings, seed } = settings;
  await runMigrations(databaseUrl, MIGRATIONS);
  const pool = createPool({ url: databaseUrl, max: 2, name: 'ledtid-bench' });
  const count = async (which = ''): Promise<number> => {
    const { rows } = await pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM instance WHERE parent_id IS NULL AND first_submitted_at IS NOT NULL ${which}`,
    );
    return rows[0]?.count ?? 0;
  };
  try {
    const configuration = caseConfiguration(loadWorkflows());
    for (let telling = 0; telling < tellings; telling += 1) {
      await writeDemonstration({ pool, configuration, until: tellingEnds(present), seed: seed + telling });
    }
    const weeks = years * 52;
    // Of the last copies only the beginning has happened: half of what began in the length of a telling.
    const whole = (cases - (await count())) / (1 - TELLING_WEEKS / 2 / weeks);
    const copies = Math.ceil(whole / (await count('AND ended_at IS NOT NULL')));
    await replicate(pool, { copies, weeks, latest: OLD_WEEKS + TELLING_WEEKS, present });
    return await count();
  } finally {
    await pool.end();
  }
}

/** So long before the present that nearly all of a telling can have ended, and its open cases are old ones. */
const OLD_WEEKS = 52;

/** How long the demonstration's cases begin. */
const TELLING_WEEKS = 78;

function tellingEnds(present: Instant): Instant {
  return startOfDay(addDays(civilDateOf(present), -7 * OLD_WEEKS));
}
