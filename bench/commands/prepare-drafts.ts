import { Cases, caseConfiguration, isRefusal } from '@ledtid/cases';
import { createPool, runMigrations } from '@ledtid/platform';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { MIGRATIONS } from '../../migrations';
import { loadWorkflows } from '@ledtid/workflows';
import type { PreparedCase } from './command-client';
import type { Journey } from './journeys';
import { serveInTurn } from './lanes';

/** Makes the tables and a draft for each journey, in their order, and brings the planner up to date, before any time runs. */
export async function prepareDrafts(
  databaseUrl: string,
  journeys: readonly Journey[],
): Promise<PreparedCase[]> {
  await runMigrations(databaseUrl, MIGRATIONS);
  const pool = createPool({ url: databaseUrl, name: 'ledtid-bench' });
  try {
    const time = new SystemTime();
    const cases = new Cases({
      pool,
      time,
      ids: new OrderedIds(time),
      configuration: caseConfiguration(loadWorkflows()),
    });
    const prepared: PreparedCase[] = [];
    const queues = [...journeys.entries()].map((numbered) => [numbered]);
    await serveInTurn(queues, 8, async ([place, { applicant, form, errands }]) => {
      const draft = await cases.create('access-application', form, applicant);
      if (isRefusal(draft)) throw new Error(`A draft was refused: ${draft.code}.`);
      prepared[place] = { id: draft.view.id, errands };
    });
    await pool.query('VACUUM ANALYZE');
    return prepared;
  } finally {
    await pool.end();
  }
}
