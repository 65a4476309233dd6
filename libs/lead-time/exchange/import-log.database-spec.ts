import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { configurationOf } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { LeadTimeReports } from '../lead-time-reports';
import { isRefusal } from '../refusal';
import type { Report } from '../reports/report';
import { type ImportOptions, importLog } from './import-log';

const time = new TurnedTime('2026-11-22T09:00:00.000Z');
const ids = new CountedIds();
const HOUR = 3_600;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledtid-logs-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

async function importText(content: string | Buffer, options: Partial<ImportOptions> = {}, file = 'log') {
  const path = join(folder, file);
  await writeFile(path, content);
  return importLog({ pool: database.pool, time, ids }, path, { name: 'log', ...options });
}

async function codeOf(content: string | Buffer, options: Partial<ImportOptions> = {}): Promise<string> {
  const answer = await importText(content, options);
  return isRefusal(answer) ? answer.refused.code : 'accepted';
}

function reportsOf({ pool }: TestDatabase): LeadTimeReports {
  return new LeadTimeReports(pool, time, configurationOf([]));
}

async function reportOf(content: string | Buffer, options: Partial<ImportOptions> = {}): Promise<Report> {
  const answer = await importText(content, options);
  if (isRefusal(answer)) throw new Error(answer.refused.reason);
  const report = await reportsOf(database).report('lead-time', { log: 'log' });
  if (isRefusal(report)) throw new Error(report.refused.reason);
  return report;
}

function row(report: Report, key: string) {
  const found = report.rows.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`No row ${key}.`);
  return found;
}

const HEADER = 'case:concept:name,concept:name,time:timestamp';

function csv(...lines: string[]): string {
  return [HEADER, ...lines, ''].join('\n');
}

function xes(events: string[], trace = '<string key="concept:name" value="1"/>'): string {
  return `<?xml version="1.0"?><log xes.version="1.0" xmlns="http://www.xes-standard.org/"><trace>${trace}${events.join('')}</trace></log>`;
}

function xesEvent(activity: string, at: string, more = ''): string {
  return `<event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="${at}"/>${more}</event>`;
}

describe('Visits of an imported log', () => {
  it('run from the previous event of the case, ordered by time and then by the file', async () => {
    const report = await reportOf(
      csv(
        '1,c,2026-01-01T12:00:00Z',
        '1,a,2026-01-01T08:00:00Z',
        '2,a,2026-01-01T08:00:00Z',
        '1,b,2026-01-01T08:00:00Z',
      ),
    );
    expect(report.rows.map(({ key, n, seconds }) => [key, n, seconds.sum])).toEqual([
      ['c', 1, 4 * HOUR],
      ['b', 1, 0],
    ]);
    expect(report.total).toMatchObject({ n: 2, seconds: { sum: 4 * HOUR, max: 4 * HOUR } });
    expect(report.cohort).toEqual({ from: null, to: null, cases: 2, open: 0 });
  });

  it('run from their own start where there is one, with the time before it as waiting', async () => {
    const file = [
      'ärende;steg;klar;började',
      '1;ansökan;2026-01-01 08:00;',
      '1;granskning;2026-01-01 12:00;2026-01-01 11:00',
      '1;beslut;2026-01-01 12:30;2026-01-01 11:30',
    ].join('\r\n');
    const columns = { case: 'ärende', activity: 'steg', time: 'klar', start: 'började' };
    const report = await reportOf(`\ufeff${file}`, { columns });
    expect(row(report, 'granskning')).toMatchObject({
      n: 1,
      waiting: 3 * HOUR,
      assigned: HOUR,
      seconds: { sum: HOUR },
    });
    // Began before the previous event was over: it did not wait.
    expect(row(report, 'beslut')).toMatchObject({
      waiting: 0,
      seconds: { sum: HOUR },
      contributed: { share: 0.5 },
    });
    expect(report.total).toMatchObject({ seconds: { sum: 4.5 * HOUR }, contributed: { seconds: 2 * HOUR } });
  });

  it('take a start from start_timestamp in XES, without being asked', async () => {
    const start = '<date key="start_timestamp" value="2026-01-01T11:00:00.000+01:00"/>';
    const report = await reportOf(
      xes([xesEvent('a', '2026-01-01T08:00:00.000Z'), xesEvent('b', '2026-01-01T12:00:00.000+01:00', start)]),
    );
    expect(row(report, 'b')).toMatchObject({ waiting: 2 * HOUR, seconds: { sum: HOUR } });
  });

  const TRANSITIONS = [
    `${HEADER},lifecycle:transition`,
    '1,a,2026-01-01T08:00:00Z,complete',
    '1,b,2026-01-01T09:00:00Z,START',
    '1,b,2026-01-01T10:00:00Z,start',
    '1,b,2026-01-01T10:30:00Z,suspend',
    '1,b,2026-01-01T12:00:00Z,complete',
    '1,b,2026-01-01T13:00:00Z,COMPLETE',
    '1,b,2026-01-01T14:00:00Z,complete',
    '1,c,2026-01-01T15:00:00Z,start',
  ].join('\n');

  it('take every event as it is unless lifecycle is asked for', async () => {
    const report = await reportOf(TRANSITIONS);
    expect(row(report, 'b').n).toBe(6);
    expect(row(report, 'c').n).toBe(1);
  });

  it('pair starts with completions when asked, first with first, and leave out what never completed', async () => {
    const report = await reportOf(TRANSITIONS, { lifecycle: true });
    expect(report.rows.map(({ key }) => key)).toEqual(['b']);
    // 9 to 12 after an hour's wait; 10 to 13 beside it; then an hour from the previous event to 14.
    expect(row(report, 'b')).toMatchObject({
      n: 3,
      waiting: HOUR,
      seconds: { sum: 7 * HOUR, max: 3 * HOUR },
    });
    expect(report.total.seconds.sum).toBe(6 * HOUR);
  });

  it('read times without an offset in the zone that is named, and in UTC otherwise', async () => {
    const log = csv('1,a,2026-03-28 12:00:00', '1,b,2026-03-29 12:00:00', '1,c,2026-03-29T12:00:00+00:00');
    expect(row(await reportOf(log), 'b').seconds.sum).toBe(24 * HOUR);
    const inStockholm = await reportOf(log, { zone: 'Europe/Stockholm' });
    expect(row(inStockholm, 'b').seconds.sum).toBe(23 * HOUR);
    expect(row(inStockholm, 'c').seconds.sum).toBe(2 * HOUR);
  });

  it('keep microseconds, so that events within a millisecond stay in their order', async () => {
    const report = await reportOf(
      csv('1,late,2026-01-01T08:00:00.000900Z', '1,early,2026-01-01T08:00:00.000100Z'),
    );
    expect(report.rows.map(({ key }) => key)).toEqual(['late']);
  });

  it('count in the period in which they ended, and a period has its own estimate', async () => {
    await importText(
      csv(
        '1,a,2026-01-10T00:00:00Z',
        '1,b,2026-02-10T00:00:00Z',
        '2,a,2026-01-20T00:00:00Z',
        '2,b,2026-03-20T00:00:00Z',
      ),
    );
    const reports = reportsOf(database);
    const february = await reports.report('lead-time', { log: 'log', from: '2026-02-01', to: '2026-03-01' });
    expect(february).toMatchObject({
      cohort: { cases: 2 },
      rows: [{ key: 'b', n: 1, seconds: { p50: 31 * 86_400 } }],
    });
    // Both were at risk in February and one ended: half of those that ever got so old.
    expect((february as Report).rows[0]!.censored).toEqual({ p50: 31 * 86_400, p75: null, p90: null });
    const months = await reports.report('lead-time', { log: 'log', by: 'month' });
    expect((months as Report).rows.map(({ key, n }) => [key, n])).toEqual([
      ['2026-03', 1],
      ['2026-02', 1],
    ]);
  });
});

describe('Importing a log', () => {
  const GOOD = csv('1,a,2026-01-01T08:00:00Z', '1,b,2026-01-01T09:00:00Z');

  it('recognises gzip and format by what the file holds, whatever it is called', async () => {
    expect(await importText(gzipSync(GOOD), {}, 'log.xes')).toMatchObject({ format: 'csv', events: 2 });
    const events = [xesEvent('a', '2026-01-01T08:00:00Z')];
    expect(await importText(gzipSync(xes(events)), {}, 'log.csv')).toMatchObject({
      format: 'xes',
      events: 1,
    });
  });

  it('replaces a log of the same name, and says so', async () => {
    expect(await importText(GOOD, { name: 'twice' })).toMatchObject({ replaced: false, events: 2 });
    const again = await importText(csv('9,z,2026-01-01T08:00:00Z'), { name: 'twice' });
    expect(again).toMatchObject({ replaced: true, events: 1, cases: 1 });
  });

  it('counts an event that the file holds twice twice: it cannot know better', async () => {
    expect(await importText(csv('1,a,2026-01-01T08:00:00Z', '1,a,2026-01-01T08:00:00Z'))).toMatchObject({
      events: 2,
    });
  });

  it('keeps what stands in names: separators, quotes, line breaks and backslashes', async () => {
    await importText(csv('"1,\\t",a,2026-01-01T08:00:00Z', '"1,\\t","b ""x""\n\ty\\",2026-01-01T09:00:00Z'));
    const { rows } = await database.pool.query(
      'select case_id, activity from event_log_event join event_log on log_id = id where name = $1 order by number',
      ['log'],
    );
    expect(rows).toEqual([
      { case_id: '1,\\t', activity: 'a' },
      { case_id: '1,\\t', activity: 'b "x"\n\ty\\' },
    ]);
  });

  const ocel = (events: unknown, objects: unknown = [{ id: 'x', type: 'Case' }]) =>
    JSON.stringify({ events, objects });
  const BOMB =
    '<!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><log><trace><string key="concept:name" value="&b;"/></trace></log>';

  it.each<[string, string | Buffer, string, Partial<ImportOptions>?]>([
    ['an empty file', '', 'log-without-events'],
    ['a header without events', HEADER, 'log-without-events'],
    ['a missing column', 'case:concept:name,concept:name\n1,a\n', 'column-missing'],
    ['a named column that is not there', GOOD, 'column-missing', { columns: { start: 'began' } }],
    ['a time that is none', csv('1,a,yesterday'), 'bad-time'],
    ['a date that does not exist', csv('1,a,2026-02-30T08:00:00Z'), 'bad-time'],
    ['an event without a case', csv(',a,2026-01-01T08:00:00Z'), 'value-missing'],
    ['an event without an activity', csv('1,,2026-01-01T08:00:00Z'), 'value-missing'],
    ['a record cut short', `${GOOD}1,c`, 'record-malformed'],
    ['a quote left open', `${GOOD}1,"c,2026-01-01T10:00:00Z\n`, 'file-truncated'],
    ['a gzip cut short', gzipSync(GOOD.repeat(1)).subarray(0, 40), 'file-truncated'],
    [
      'a damaged gzip',
      Buffer.concat([gzipSync(GOOD).subarray(0, 20), Buffer.alloc(30, 7)]),
      'file-truncated',
    ],
    ['a file that is not UTF-8', Buffer.from(`${GOOD}1,\xe5,2026-01-01T10:00:00Z\n`, 'latin1'), 'not-utf-8'],
    ['another kind of file', Buffer.from('%PDF-1.7\n\0\0\0'), 'format-unknown'],
    ['XML that is no log', '<html><body/></html>', 'format-unknown'],
    ['XES cut short', xes([xesEvent('a', '2026-01-01T08:00:00Z')]).slice(0, -9), 'file-truncated'],
    ['XES that is broken', '<log><trace></log>', 'xml-malformed'],
    ['XES with an entity bomb', BOMB, 'document-type-refused'],
    ['XES with an unknown entity', xes([xesEvent('&xxe;', '2026-01-01T08:00:00Z')]), 'xml-malformed'],
    ['XES nested without end', `<log>${'<list>'.repeat(1000)}`, 'xml-malformed'],
    ['a trace without a name', xes([xesEvent('a', '2026-01-01T08:00:00Z')], ''), 'value-missing'],
    ['an event outside a trace', `<log>${xesEvent('a', '2026-01-01T08:00:00Z')}</log>`, 'event-without-case'],
    ['XES without events', xes([]), 'log-without-events'],
    [
      'a start after its end',
      xes([
        xesEvent('a', '2026-01-01T08:00:00Z', '<date key="start_timestamp" value="2026-01-01T09:00:00Z"/>'),
      ]),
      'start-after-end',
    ],
    ['JSON cut short', ocel([]).slice(0, -3), 'file-truncated'],
    ['broken JSON', '{"events": [}', 'json-malformed'],
    ['an OCEL 1.0 log', '{"ocel:events": {"e1": {}}}', 'format-unknown'],
    [
      'OCEL events without the case type',
      ocel([{ id: 'e', type: 'a', time: '2026-01-01T08:00:00Z', relationships: [{ objectId: 'x' }] }]),
      'log-without-events',
      { columns: { case: 'Order' } },
    ],
    ['a zone that is none', GOOD, 'zone-unknown', { zone: 'Europe/Atlantis' }],
  ])('refuses %s, and keeps what was there', async (_what, content, code, options = {}) => {
    await importText(GOOD, { name: 'kept' });
    expect(await codeOf(content, { name: 'kept', ...options })).toBe(code);
    const { rows } = await database.pool.query(
      'select events, (select count(*)::int from event_log_event where log_id = id) as stored from event_log where name = $1',
      ['kept'],
    );
    expect(rows).toEqual([{ events: 2, stored: 2 }]);
  });

  it('refuses a file that is not there', async () => {
    const answer = await importLog({ pool: database.pool, time, ids }, join(folder, 'nothing'), {
      name: 'log',
    });
    expect(answer).toMatchObject({ refused: { code: 'file-not-readable' } });
  });

  it('tells where the fault is and what to do', async () => {
    const answer = await importText(csv('1,a,2026-01-01T08:00:00Z', '1,b,soon'));
    expect(answer).toMatchObject({
      refused: {
        code: 'bad-time',
        reason: expect.stringContaining('Record 3'),
        remedy: expect.stringContaining('--zone'),
      },
    });
  });
});
