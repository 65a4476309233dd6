import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseConfiguration } from '@ledtid/cases';
import {
  LOG_FORMATS,
  type LogFormat,
  LeadTimeReports,
  type Report,
  exportLog,
  importLog,
  isRefusal,
} from '@ledtid/lead-time';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import Ajv from 'ajv';
import { writeDemonstration } from '../../apps/cli';
import { configurationOf } from '../support/memory-family';
import { describeWithSharedData, sharedData } from '../support/shared-data';
import { type TestDatabase, createTestDatabase } from '../support/test-database';

const time = new TurnedTime('2026-11-22T09:00:00.000Z');
const ids = new CountedIds();

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledtid-exported-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

const store = () => ({ pool: database.pool, time, ids });

async function exported(log: string | undefined, format: LogFormat): Promise<string> {
  const path = join(folder, `${log ?? 'cases'}.${format}`);
  const answer = await exportLog(store(), path, { format, ...(log !== undefined && { log }) });
  if (isRefusal(answer)) throw new Error(answer.refused.reason);
  return path;
}

async function reportOf(path: string, name: string): Promise<Report> {
  const answer = await importLog(store(), path, { name });
  if (isRefusal(answer)) throw new Error(answer.refused.reason);
  const reports = new LeadTimeReports(database.pool, time, configurationOf([]));
  const report = await reports.report('lead-time', { log: name });
  if (isRefusal(report)) throw new Error(report.refused.reason);
  return report;
}

async function schemaErrors(path: string): Promise<unknown[]> {
  const file = sharedData('../reference/schemas/ocel-2.0.schema.json');
  const schema = JSON.parse(await readFile(file, 'utf8')) as object;
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
  const validate = new Ajv({ formats: { 'date-time': moment } }).compile(schema);
  validate(JSON.parse(await readFile(path, 'utf8')));
  return validate.errors ?? [];
}

describeWithSharedData('The receipt log, exported', () => {
  it.each(LOG_FORMATS)('gives the same report when it is imported again from %s', async (format) => {
    const first = await reportOf(sharedData('event-logs/receipt.xes.gz'), 'receipt');
    const again = await reportOf(await exported('receipt', format), 'again');
    expect(again).toEqual(first);
    expect(again.cohort.cases).toBe(1434);
  });

  it('is valid against the published schema of OCEL 2.0', async () => {
    await reportOf(sharedData('event-logs/receipt.csv.gz'), 'receipt');
    expect(await schemaErrors(await exported('receipt', 'ocel'))).toEqual([]);
  });
});

describeWithSharedData('The cases of the demonstration, exported', () => {
  it('are valid against the published schema of OCEL 2.0', async () => {
    const configuration = caseConfiguration(loadWorkflows());
    await writeDemonstration({ pool: database.pool, configuration, until: '2026-11-20T14:00:00.000Z' });
    expect(await schemaErrors(await exported(undefined, 'ocel'))).toEqual([]);
  }, 120_000);
});
