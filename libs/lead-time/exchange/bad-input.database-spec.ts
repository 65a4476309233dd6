import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { tableDigests } from '../../../test/support/table-digests';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { isRefusal } from '../refusal';
import { type ImportOptions, importLog } from './import-log';

const time = new TurnedTime('2026-11-22T09:00:00.000Z');
const ids = new CountedIds();
const MEBIBYTE = 2 ** 20;

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ledtid-bad-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.drop();
});

const HEADER = 'case:concept:name,concept:name,time:timestamp\n';
const MANY = Array.from({ length: 2000 }, (_, index) => `${index},a,2026-01-01T08:00:00Z\n`).join('');

async function imported(content: string | Buffer, file = 'log', options: Partial<ImportOptions> = {}) {
  const path = join(folder, file);
  await writeFile(path, content);
  return importLog({ pool: database.pool, time, ids }, path, { name: 'log', ...options });
}

async function outcomeOf(content: string | Buffer, file?: string): Promise<string> {
  const answer = await imported(content, file);
  return isRefusal(answer) ? answer.refused.code : `${answer.format}: ${answer.events} events`;
}

const xes = (inner: string, prolog = '') => `<?xml version="1.0"?>${prolog}<log>${inner}</log>`;
const event = (name: string, at: string) =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${at}"/></event>`;
const trace = (events: string) => `<trace><string key="concept:name" value="1"/>${events}</trace>`;
const XES_EVENT = event('a', '2026-01-01T08:00:00Z');

const EXTERNAL = '<!DOCTYPE log [<!ENTITY file SYSTEM "file:///etc/hostname">]>';
const PARAMETER = '<!DOCTYPE log [<!ENTITY % remote SYSTEM "http://127.0.0.1:9/x.dtd"> %remote;]>';
const OUTSIDE = '<!DOCTYPE log SYSTEM "http://127.0.0.1:9/log.dtd">';

describe('A log that is refused midway', () => {
  it.each<[string, string | Buffer, string]>([
    ['a bad time after thousands of events', `${HEADER}${MANY}1,a,soon\n`, 'bad-time'],
    ['a time beyond four digits', `${HEADER}${MANY}1,a,9999-12-31T23:00:00-05:00\n`, 'bad-time'],
    ['a time before the first year', `${HEADER}${MANY}1,a,0001-01-01T00:00:00+05:00\n`, 'bad-time'],
    [
      'a case too long for an index',
      `${HEADER}${MANY}${'é'.repeat(501)},a,2026-01-01T08:00:00Z\n`,
      'value-too-long',
    ],
    ['a gzip that ends midway', gzipSync(HEADER + MANY).subarray(0, 3000), 'file-truncated'],
    ['XML that breaks after events', xes(trace(XES_EVENT.repeat(500)) + '<trace></log>'), 'xml-malformed'],
    [
      'an attribute without quotes',
      xes('<trace><string key=concept:name value="1"/></trace>'),
      'xml-malformed',
    ],
    ['an external entity', xes(trace(event('&file;', '2026-01-01')), EXTERNAL), 'document-type-refused'],
    ['a parameter entity', xes(trace(XES_EVENT), PARAMETER), 'document-type-refused'],
    ['an external document type', xes(trace(XES_EVENT), OUTSIDE), 'document-type-refused'],
    ['a NUL among the events', `${HEADER}${MANY}1,a\0b,2026-01-01T08:00:00Z\n`, 'format-unknown'],
    [
      'a NUL spelt in JSON',
      '{"events":[{"id":"e","type":"a\\u0000","time":"2026-01-01","relationships":[{"objectId":"1"}]}],"objects":[{"id":"1","type":"case"}]}',
      'format-unknown',
    ],
  ])('leaves every table as it was: %s', async (_what, content, code) => {
    await imported(`${HEADER}1,kept,2026-01-01T08:00:00Z\n`);
    const before = await tableDigests(database.pool);
    expect(await outcomeOf(content)).toBe(code);
    expect(await tableDigests(database.pool)).toEqual(before);
  });
});

describe('A file of another kind under a right name', () => {
  it.each<[string, string, string | Buffer, string]>([
    ['a workbook', 'log.csv', Buffer.from('PK\u0003\u0004\0\0xl/workbook.xml'), 'format-unknown'],
    ['a PDF', 'log.xes', '%PDF-1.7\n1 0 obj\n', 'column-missing'],
    ['a web page', 'log.xes', '<!DOCTYPE html><html><body>Not found</body></html>', 'document-type-refused'],
    ['another XML', 'log.xes', '<feed><entry/></feed>', 'format-unknown'],
    ['an error as JSON', 'log.json', '{"error":{"code":404}}', 'log-without-events'],
    ['a list as JSON', 'log.json', '[1,2,3]', 'log-without-events'],
    ['a picture', 'log.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-utf-8'],
    ['UTF-16', 'log.csv', Buffer.from(`\ufeff${HEADER}`, 'utf16le'), 'not-utf-8'],
    ['a CSV called XES', 'log.xes', `${HEADER}1,a,2026-01-01T08:00:00Z`, 'csv: 1 events'],
    ['an XES called CSV', 'log.csv', xes(trace(XES_EVENT)), 'xes: 1 events'],
  ])('is told by what it holds: %s', async (_what, file, content, outcome) => {
    expect(await outcomeOf(content, file)).toBe(outcome);
  });
});

describe('A log that is odd but sound', () => {
  const sums = async () => {
    const { rows } = await database.pool.query<{ activity: string; seconds: number | null }>(
      `select activity, extract(epoch from occurred_at - coalesce(started_at, previous_at))::float8 as seconds
       from event_log_event join event_log on event_log.id = log_id where name = 'log' order by number`,
    );
    return rows.map(({ activity, seconds }) => `${activity} ${seconds}`);
  };

  it('may mix offsets: each time means what it says', async () => {
    const times = [
      '2026-01-01T12:00:00+01:00',
      '2026-01-01T11:30:00Z',
      '2026-01-01 07:00:00-05:00',
      '2026-01-01 13:00',
    ];
    const lines = times.map((at, index) => `1,${'abcd'[index]},${at}`);
    await imported(`${HEADER}${lines.join('\n')}`, 'log', { zone: 'Europe/Stockholm' });
    expect(await sums()).toEqual(['a null', 'b 1800', 'c 1800', 'd 0']);
  });

  it('may have its events out of order and twice, and one event in its only case', async () => {
    const lines = ['1,b,2026-01-01T10:00:00Z', '1,a,2026-01-01T08:00:00Z', '1,b,2026-01-01T10:00:00Z'];
    await imported(HEADER + lines.join('\n'));
    expect(await sums()).toEqual(['a null', 'b 7200', 'b 0']);
    await imported(`${HEADER}1,a,2026-01-01T08:00:00Z`);
    expect(await sums()).toEqual(['a null']);
  });

  it('may have clocks that disagree: a visit that began before the case’s last event waited for nothing', async () => {
    const header = 'case:concept:name,concept:name,time:timestamp,start_timestamp\n';
    const lines = ['1,a,2026-01-01T10:00:00Z,', '1,b,2026-01-01T11:00:00Z,2026-01-01T09:00:00Z'];
    await imported(header + lines.join('\n'), 'log', { columns: { start: 'start_timestamp' } });
    expect(await sums()).toEqual(['a null', 'b 7200']);
  });
});

describe('A file that would not fit into memory', () => {
  const zeros = (before: string, after: string, filling = 'a') =>
    gzipSync(before + filling.repeat(64 * MEBIBYTE) + after, { level: 1 });

  it.each<[string, () => Buffer, string]>([
    [
      'one attribute of XES',
      () => zeros('<log><trace><string key="concept:name" value="', '"/></trace></log>'),
      'record-too-large',
    ],
    ['one comment of XES', () => zeros('<log><!--', '--></log>'), 'record-too-large'],
    ['one value of JSON', () => zeros('{"events":[{"id":"', '"}]}'), 'record-too-large'],
    ['one list of JSON', () => zeros('{"events":[[', ']]}', '[],'), 'record-too-large'],
    ['one record of CSV', () => zeros(`${HEADER}"`, '"\n'), 'record-too-large'],
    ['one header of CSV', () => zeros('', '\n'), 'record-too-large'],
    ['blanks before anything', () => zeros('', '', ' '), 'log-without-events'],
  ])('is refused before it is read whole: %s', async (_what, content, code) => {
    expect(await outcomeOf(content())).toBe(code);
  });
});
