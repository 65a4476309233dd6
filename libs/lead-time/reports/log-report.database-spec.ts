import fc from 'fast-check';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CountedIds, TurnedTime, startOfDay, toInstant } from '@ledtid/time';
import { configurationOf } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { importLog } from '../exchange/import-log';
import { LeadTimeReports } from '../lead-time-reports';
import { kaplanMeier } from '../statistics/kaplan-meier';
import { survivalQuantile } from '../statistics/survival-quantiles';
import type { Report } from './report';

const time = new TurnedTime('2026-11-22T09:00:00.000Z');
const ids = new CountedIds();
const HOUR = 3_600_000;
const ORIGIN = Date.parse('2026-01-05T00:00:00.000Z');

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledtid-curves-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

/** Hours of one visit's beginning and length; few values, so that ties are common. */
const visits = fc.array(fc.tuple(fc.nat(40), fc.nat(12)), { minLength: 1, maxLength: 25 });

function csvOf(list: [number, number][]): string {
  const at = (hours: number): string => toInstant(ORIGIN + hours * 12 * HOUR);
  const lines = list.flatMap(([start, length], index) => [
    `${index},begin,${at(start)}`,
    `${index},visit,${at(start + length)}`,
  ]);
  return ['case:concept:name,concept:name,time:timestamp', ...lines].join('\n');
}

/** The same by the estimator that is tested against published sets. Seconds. */
function expected(list: [number, number][], from: string, to: string): (number | null)[] {
  const [begins, ends] = [Date.parse(startOfDay(from)), Date.parse(startOfDay(to))];
  const observations = list.flatMap(([start, length]) => {
    const began = ORIGIN + start * 12 * HOUR;
    const ended = began + length * 12 * HOUR;
    if (began >= ends || ended < begins) return [];
    const entry = Math.max(0, begins - began - 1);
    return [{ entry, time: Math.min(ended, ends) - began, event: ended < ends }];
  });
  const steps = kaplanMeier(observations);
  return [0.5, 0.75, 0.9].map((p) => {
    const age = survivalQuantile(steps, p);
    return age === null ? null : age / 1000;
  });
}

describe('The estimate of a log in SQL', () => {
  it('is the estimate of the statistics core, with ties, late entry and censoring', async () => {
    await fc.assert(
      fc.asyncProperty(visits, async (list) => {
        const path = join(folder, 'log.csv');
        await writeFile(path, csvOf(list));
        await importLog({ pool: database.pool, time, ids }, path, { name: 'log' });
        const [from, to] = ['2026-01-10', '2026-01-20'];
        const query = { log: 'log', from, to };
        const reports = new LeadTimeReports(database.pool, time, configurationOf([]));
        const report = (await reports.report('lead-time', query)) as Report;
        const row = report.rows.find(({ key }) => key === 'visit');
        if (row === undefined) return;
        const { p50, p75, p90 } = row.censored;
        expect([p50, p75, p90]).toEqual(
          expected(list, from, to).map((value) => (value === null ? null : expect.closeTo(value, 3))),
        );
      }),
      { numRuns: 60 },
    );
  });
});
