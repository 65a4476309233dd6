import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { type TestDatabase, createTestDatabase } from '../../../../test/support/test-database';
import { isRefusal } from '../../refusal';
import { type LogBody, logReport } from '../../reports/log-report';
import { type CheckedQuery, checkQuery } from '../../reports/query';
import { type ImportOptions, importLog } from '../import-log';
import type { LogFormat } from '../open-log';
import { exportLog } from './export-log';

const time = new TurnedTime('2026-11-22T09:00:00.000Z');
const ids = new CountedIds();
const FORMATS: LogFormat[] = ['csv', 'xes', 'ocel'];

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledtid-export-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

const store = () => ({ pool: database.pool, time, ids });

/** Fields that no format of ours has trouble with, and those that each of them could. */
const ODD = [
  ['=HYPERLINK("http://x")', '+1', '-2+3', '@sum', "'quoted", "''twice"],
  ['  leading', 'trailing  ', '\ttab', 'a "b", c; d|e', 'two\nlines', 'carriage\r\nreturn'],
  ['ärende å', '日本', '😀', '<a & b>', '&amp;', '\\t \\N', '＝fullwidth', '#1'],
].flat();

function oddLog(): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = ODD.flatMap((name, index) => [
    [cell(name), cell(name), '2026-01-01T08:00:00.000001Z', '', cell(name)],
    [cell(name), 'same', '2026-01-01T09:00:00Z', '', ''],
    [cell(name), 'moment', '2026-01-01T09:00:00Z', '2026-01-01T08:30:00.5Z', 'unit'],
    [cell(name), cell(name), `2026-01-02T09:00:00.${String(index).padStart(6, '0')}Z`, '', ''],
  ]);
  return [['case', 'activity', 'time', 'start', 'resource'], ...lines]
    .map((line) => line.join(','))
    .join('\n');
}

const COLUMNS = { case: 'case', activity: 'activity', time: 'time', start: 'start', resource: 'resource' };

async function importText(content: string, options: ImportOptions): Promise<void> {
  const path = join(folder, 'source');
  await writeFile(path, content);
  await importFile(path, options);
}

async function importFile(path: string, options: ImportOptions): Promise<void> {
  const answer = await importLog(store(), path, options);
  if (isRefusal(answer)) throw new Error(answer.refused.reason);
}

async function reportOf(log: string): Promise<LogBody> {
  const answer = await logReport(database.pool, log, checkQuery({ log }) as CheckedQuery);
  if (isRefusal(answer)) throw new Error(answer.refused.reason);
  return answer;
}

async function contentOf(log: string) {
  const { rows } = await database.pool.query(
    `select case_id, number, activity, occurred_at::text, started_at::text, resource
     from event_log_event join event_log on event_log.id = log_id where name = $1 order by case_id, number`,
    [log],
  );
  return rows;
}

describe('A log that is exported and imported again', () => {
  it.each(FORMATS)('gives the same report, row for row, through %s', async (format) => {
    await importText(oddLog(), { name: 'odd', columns: COLUMNS });
    const path = join(folder, `odd.${format}.gz`);
    expect(await exportLog(store(), path, { format, log: 'odd' })).toEqual({
      ...{ file: path, format, log: 'odd', cases: ODD.length, events: ODD.length * 4 },
    });
    await importFile(path, { name: 'again' });
    expect(await contentOf('again')).toEqual(await contentOf('odd'));
    expect(await reportOf('again')).toEqual(await reportOf('odd'));
  });

  it.each(FORMATS)('keeps the order of events at one moment over pages through %s', async (format) => {
    const lines = Array.from({ length: 2500 }, (_, index) => `1,a${(index * 7) % 2500},2026-01-01T08:00:00Z`);
    await importText(`case:concept:name,concept:name,time:timestamp\n${lines.join('\n')}`, { name: 'tie' });
    const path = join(folder, `tie.${format}`);
    await exportLog(store(), path, { format, log: 'tie' });
    await importFile(path, { name: 'tie again' });
    expect(await contentOf('tie again')).toEqual(await contentOf('tie'));
  });

  it('leaves a start column of a strange CSV alone that nobody asked for', async () => {
    const header = 'case:concept:name,concept:name,time:timestamp,start_timestamp';
    await importText(`${header}\n1,'a,2026-01-01T08:00:00Z,2026-01-01T07:00:00Z`, { name: 'strange' });
    expect(await contentOf('strange')).toMatchObject([{ activity: "'a", started_at: null }]);
  });
});

describe('An exported file', () => {
  it('is guarded against formulas in CSV, and ends its records as RFC 4180 has it', async () => {
    await importText(oddLog(), { name: 'odd', columns: COLUMNS });
    const path = join(folder, 'guarded.csv');
    await exportLog(store(), path, { format: 'csv', log: 'odd' });
    const text = await readFile(path, 'utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).not.toMatch(/(^|[,"])[=+@-]/m);
    expect(text.split('\r\n')[0]).toBe(
      'case:concept:name,concept:name,time:timestamp,ledtid_number,start_timestamp,org:resource',
    );
  });

  it('claims in XES only the extensions and attributes that the log has', async () => {
    await importText('case:concept:name,concept:name,time:timestamp\n1,a,2026-01-01T08:00:00Z', {
      name: 'bare',
    });
    const path = join(folder, 'bare.xes');
    await exportLog(store(), path, { format: 'xes', log: 'bare' });
    const text = await readFile(path, 'utf8');
    expect(text.match(/prefix="\w+"/g)).toEqual(['prefix="concept"', 'prefix="time"']);
    expect(text).not.toMatch(/org:|start_timestamp|lifecycle/);
  });

  it('declares in OCEL 2.0 every type that occurs, with values as strings', async () => {
    await importText(oddLog(), { name: 'odd', columns: COLUMNS });
    const path = join(folder, 'odd.json');
    await exportLog(store(), path, { format: 'ocel', log: 'odd' });
    const log = JSON.parse(await readFile(path, 'utf8')) as {
      objectTypes: unknown[];
      eventTypes: { name: string }[];
      events: { attributes: { value: unknown }[] }[];
    };
    expect(log.objectTypes).toEqual([{ name: 'case', attributes: [] }]);
    expect(log.eventTypes.map(({ name }) => name).sort()).toEqual([...ODD, 'same', 'moment'].sort());
    const values = log.events.flatMap(({ attributes }) => attributes.map(({ value }) => typeof value));
    expect(new Set(values)).toEqual(new Set(['string']));
  });

  it('is not there, and what stood there is unchanged, when the export fails midway', async () => {
    await importText('case:concept:name,concept:name,time:timestamp\n1,a\u0001b,2026-01-01T08:00:00Z', {
      name: 'bell',
    });
    const path = join(folder, 'kept.xes');
    await writeFile(path, 'kept');
    const answer = await exportLog(store(), path, { format: 'xes', log: 'bell' });
    expect(answer).toMatchObject({ refused: { code: 'not-in-xml' } });
    expect(await readFile(path, 'utf8')).toBe('kept');
    expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('replaces no folder or device, and asks for a place that exists', async () => {
    await importText(oddLog(), { name: 'odd', columns: COLUMNS });
    const codeOf = async (path: string, log = 'odd') => {
      const answer = await exportLog(store(), path, { format: 'csv', log });
      return isRefusal(answer) ? answer.refused.code : 'written';
    };
    expect(await codeOf(folder)).toBe('file-not-writable');
    expect(await codeOf('/dev/null')).toBe('file-not-writable');
    expect((await stat('/dev/null')).isFile()).toBe(false);
    expect(await codeOf(join(folder, 'nowhere', 'log.csv'))).toBe('file-not-writable');
    expect(await codeOf(join(folder, 'log.csv'), 'no such log')).toBe('unknown-log');
  });
});
