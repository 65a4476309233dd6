import { type ImportOptions, LeadTimeReports, type Report, importLog, isRefusal } from '@ledtid/lead-time';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { configurationOf } from '../support/memory-family';
import { describeWithSharedData, sharedData } from '../support/shared-data';
import { type TestDatabase, createTestDatabase } from '../support/test-database';

const time = new TurnedTime('2026-11-22T09:00:00.000Z');
const ids = new CountedIds();

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function imported(file: string, options: ImportOptions) {
  const answer = await importLog(
    { pool: database.pool, time, ids },
    sharedData(`event-logs/${file}`),
    options,
  );
  if (isRefusal(answer)) throw new Error(answer.refused.reason);
  return answer;
}

async function reportOf(log: string): Promise<Report> {
  const reports = new LeadTimeReports(database.pool, time, configurationOf([]));
  const report = await reports.report('lead-time', { log });
  if (isRefusal(report)) throw new Error(report.refused.reason);
  return report;
}

describeWithSharedData('The receipt log', () => {
  it('gives the independent figures of the receipt log, to the second decimal', async () => {
    expect(await imported('receipt.csv.gz', { name: 'receipt-csv' })).toMatchObject({
      cases: 1434,
      events: 8577,
    });
    const { cohort, total, rows } = await reportOf('receipt-csv');
    expect(cohort).toEqual({ from: null, to: null, cases: 1434, open: 0 });
    expect(total.seconds.p50).toBeCloseTo(2868.58, 2);
    expect(total.seconds.p75).toBeCloseTo(438_835.66, 2);
    expect(total.seconds.p90).toBeCloseTo(1_217_821.8, 2);
    expect(total.seconds.mean).toBeCloseTo(467_263.92, 2);
    expect(total.contributed.seconds).toBeCloseTo(670_056_454.479, 3);
    const [first, second, third] = rows.map(
      ({ key, contributed }) => [key, contributed.share * 100] as const,
    );
    expect(first![0]).toBe('T06 Determine necessity of stop advice');
    expect(first![1]).toBeCloseTo(39.37, 2);
    expect(second![0]).toBe('T02 Check confirmation of receipt');
    expect(second![1]).toBeCloseTo(20.53, 2);
    expect(third![0]).toBe('T05 Print and send confirmation of receipt');
    expect(third![1]).toBeCloseTo(13.33, 2);
    expect(rows[0]!.seconds.p50).toBeCloseTo(45.5, 1);
    expect(rows[0]!.seconds.p90!.toFixed(0)).toBe('425875');
  });

  it('gives the same report of the same log as XES', async () => {
    await imported('receipt.csv.gz', { name: 'receipt-csv' });
    expect(await imported('receipt.xes.gz', { name: 'receipt-xes' })).toMatchObject({
      cases: 1434,
      events: 8577,
    });
    expect(await reportOf('receipt-xes')).toEqual(await reportOf('receipt-csv'));
  });
});

describeWithSharedData('The OCEL 2.0 example', () => {
  it('reads the OCEL 2.0 example with purchase orders as its cases', async () => {
    const answer = await imported('ocel20-example.json', {
      name: 'orders',
      columns: { case: 'Purchase Order' },
    });
    expect(answer).toMatchObject({ format: 'ocel', cases: 2, events: 5, caseObjectType: 'Purchase Order' });
    const { total } = await reportOf('orders');
    // PO1: 10 January 08:15 to 16 January 10:00; PO2: one event.
    expect(total.seconds.sum).toBe(6 * 86_400 + 105 * 60);
  });

  it('takes the object type that most events belong to where nobody names one', async () => {
    const answer = await imported('ocel20-example.json', { name: 'unnamed' });
    expect(answer).toMatchObject({ caseObjectType: 'Invoice', cases: 3, events: 9 });
  });
});
