import { TurnedTime } from '@ledtid/time';
import { FactRows } from '../../../test/support/fact-rows';
import { installedConfiguration } from '../../../test/support/installed-configuration';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { ROOT, type ToldLine, tellChild } from '../../../test/support/told-child';
import { LeadTimeReports } from '../lead-time-reports';
import type { ReportQuery } from '../reports/query';
import type { Comparison } from './holder';

const DAY = 86_400;
const STAGE = 'feasibility-inquiry';

let database: TestDatabase;
let facts: FactRows;
beforeAll(async () => {
  database = await createTestDatabase();
  facts = new FactRows(database.pool);
});
afterAll(() => database.drop());
beforeEach(() => facts.instance({ id: ROOT }));
afterEach(() => facts.forget());

async function north(query: ReportQuery = {}) {
  const time = new TurnedTime('2026-05-11T00:00:00.000Z');
  const reports = new LeadTimeReports(database.pool, time, installedConfiguration());
  const report = await reports.report('holder', { holder: 'north', ...query });
  if (!('report' in report) || report.report !== 'holder') throw new Error(JSON.stringify(report));
  return report;
}

async function compared(query: ReportQuery = {}): Promise<Comparison | undefined> {
  return (await north(query)).rows.find(({ key }) => key === STAGE)?.comparison;
}

describe('the comparison beside it', () => {
  let next = 100;

  /** So many inquiries that a holder answered within so many days. */
  async function answered(holder: string, times: number, days: number): Promise<void> {
    const end = `02-${String(1 + days).padStart(2, '0')}`;
    for (let left = times; left > 0; left -= 1) {
      const line: ToldLine = [STAGE, 'assigned', 'holder', '02-01', end];
      await tellChild(facts, (next += 1), holder, [line], { workflow: STAGE });
    }
  }

  const withheld = { holders: null, p25: null, p50: null, p75: null };

  beforeEach(async () => {
    await answered('north', 1, 20);
    for (const days of [2, 4, 6, 8]) await answered(`other-${days}`, 5, days);
  });

  it('tells how five others do, and does not count the holder itself', async () => {
    await answered('other-10', 5, 10);
    const quartiles = { p25: 4 * DAY, p50: 6 * DAY, p75: 8 * DAY };
    expect(await compared()).toEqual({ holders: 5, ...quartiles, withheld: null });
    expect(JSON.stringify(await north())).not.toContain('other-10');
  });

  it('takes of each holder its median', async () => {
    await answered('other-10', 3, 10);
    await answered('other-10', 2, 27);
    expect(await compared()).toMatchObject({ holders: 5, p75: 8 * DAY });
  });

  it('is withheld where there are four others, and says so', async () => {
    expect(await compared()).toEqual({ ...withheld, withheld: 'few-holders' });
  });

  it('is withheld where a fifth has four visits only, and says so', async () => {
    await answered('other-10', 4, 10);
    expect(await compared()).toEqual({ ...withheld, withheld: 'few-visits' });
  });

  it('is withheld where the period or a filter leaves too few', async () => {
    await answered('other-10', 5, 10);
    expect(await compared({ from: '2026-02-09' })).toMatchObject({ withheld: 'few-holders' });
    expect(await compared({ workflow: STAGE })).toMatchObject({ holders: 5 });
  });
});
