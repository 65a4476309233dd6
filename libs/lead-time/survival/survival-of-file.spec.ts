import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isRefusal } from '../refusal';
import type { LifetimeColumns } from './read-lifetimes';
import { survivalOfFile } from './survival-of-file';

const folder = mkdtempSync(join(tmpdir(), 'ledtid-survival-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS: LifetimeColumns = { time: 'days', event: { column: 'end', value: 'access' } };

async function of(content: string | Buffer, more: Partial<LifetimeColumns> = {}) {
  const path = join(folder, 'table');
  writeFileSync(path, content);
  return survivalOfFile(path, { ...COLUMNS, ...more }, 'log-log');
}

async function groupsOf(content: string | Buffer, more: Partial<LifetimeColumns> = {}) {
  const answer = await of(content, more);
  if (isRefusal(answer)) throw new Error(answer.refused.reason);
  return answer.groups;
}

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;
const SMALL = csv('days,end', '1,access', '2,access', '3,access', '4,access');

describe('survival of a file', () => {
  it('is that of all records, whatever stands in the columns that nobody asked for', async () => {
    const [all, ...others] = await groupsOf(csv('x,days,end', ',1,access', 'NA,2,refused', '"a,b",3,access'));
    expect(others).toEqual([]);
    // At 1 of three: 2/3. At 3 the last one: 0.
    expect(all).toMatchObject({ key: 'all', n: 3, events: 2 });
    expect(all!.quantiles.map(({ p, value }) => [p, value])).toEqual([
      [0.25, 1],
      [0.5, 3],
      [0.75, 3],
    ]);
  });

  it('has null where a quantile is not reached', async () => {
    const [all] = await groupsOf(csv('days,end', '1,access', '9,open', '9,open'));
    // S stays at 2/3, whose limits are 0.0541 and 0.9452: the lower one passes 1/2 and 1/4 at once.
    expect(all!.quantiles.slice(1)).toEqual([
      { p: 0.5, value: null, lower: 1, upper: null },
      { p: 0.75, value: null, lower: 1, upper: null },
    ]);
  });

  it('has a group for each value, in the order of their numbers', async () => {
    const table = csv('days,end,part', '1,access,10', '2,open,9', '3,access,', '4,access,10');
    const groups = await groupsOf(table, { by: 'part' });
    expect(groups.map(({ key, n, events }) => [key, n, events])).toEqual([
      ['', 1, 1],
      ['9', 1, 0],
      ['10', 2, 2],
    ]);
  });

  it('counts a record from its entry on', async () => {
    // By hand: at 2 a and b of a, b: 1/2; at 4 b, c, d: 1/3; at 6 c, d: 1/6.
    const table = csv('days,end,seen from', '2,access,0', '4,access,0', '6,access,2', '7,open,3');
    const [all] = await groupsOf(table, { entry: 'seen from' });
    expect(all!.quantiles.map(({ value }) => value)).toEqual([2, 3, 6]);
  });

  it('reads what is gzipped, separated by semicolons, written in other line ends or with a byte order mark', async () => {
    const expected = await groupsOf(SMALL);
    for (const other of [
      gzipSync(SMALL),
      SMALL.replaceAll(',', ';'),
      SMALL.replaceAll('\n', '\r\n'),
      `\uFEFF${SMALL}`,
      SMALL.replaceAll(',access', ', access '),
      SMALL.replace('1,', '1.0,').replace('2,', '2e0,'),
    ]) {
      expect(await groupsOf(other)).toEqual(expected);
    }
  });

  it.each<[string, string | Buffer, string, Partial<LifetimeColumns>?]>([
    ['an empty file', '', 'table-empty'],
    ['a header alone', 'days,end\n', 'table-empty'],
    ['no column of times', SMALL, 'column-missing', { time: 'hours' }],
    ['no column of groups', SMALL, 'column-missing', { by: 'part' }],
    ['two columns of one name', csv('days,end,days', '1,access,2'), 'column-ambiguous'],
    ['a word for a number', csv('days,end', 'soon,access'), 'not-a-number'],
    ['no number at all', csv('days,end', ',access'), 'not-a-number'],
    ['a decimal comma', csv('days;end', '1,5;access'), 'not-a-number'],
    ['a number that is none to count with', csv('days,end', '1e999,access'), 'not-a-number'],
    ['hexadecimal', csv('days,end', '0x10,access'), 'not-a-number'],
    ['a negative time', csv('days,end', '-1,access'), 'negative-time'],
    ['a negative entry', csv('days,end,x', '1,access,-1'), 'negative-time', { entry: 'x' }],
    ['an entry after the time', csv('days,end,x', '1,access,2'), 'entry-not-before-time', { entry: 'x' }],
    ['an entry at the time', csv('days,end,x', '1,access,1'), 'entry-not-before-time', { entry: 'x' }],
    ['an unknown end', csv('days,end', '1,access', '2,'), 'value-missing'],
    ['an end written as not known', csv('days,end', '1,access', '2,NA'), 'value-missing'],
    ['an event that never occurs', csv('days,end', '1,Access', '2,open'), 'event-never-occurs'],
    ['a quote left open', `${SMALL}"5,access\n`, 'file-truncated'],
    ['a quote in the middle', `${SMALL}5,acc"ess"x\n`, 'record-malformed'],
    ['a record cut short', `${SMALL}5\n`, 'record-malformed'],
    ['another encoding', Buffer.from('dagar,slut\n1,åtkomst\n', 'latin1'), 'not-utf-8'],
    ['a gzip cut short', gzipSync(SMALL).subarray(0, 30), 'file-truncated'],
  ])('refuses %s', async (_what, content, code, columns = {}) => {
    const answer = await of(content, columns);
    expect(answer).toEqual({ refused: { code, reason: expect.any(String), remedy: expect.any(String) } });
  });

  it('names the record, and what the file holds instead', async () => {
    expect(await of(csv('days,end', '1,access', 'soon,access'))).toMatchObject({
      refused: { reason: 'Record 3 has the time "soon", which is no number.' },
    });
    expect(await of(csv('days,end', '1,1', '2,open'))).toMatchObject({
      refused: { reason: 'No record has "access" in the column "end"; it holds "1", "open".' },
    });
  });

  it.each(['nowhere.csv', '', 'x'.repeat(5000)])('refuses a file that cannot be read', async (name) => {
    expect(await survivalOfFile(join(folder, name), COLUMNS, 'log')).toMatchObject({
      refused: { code: 'file-not-readable' },
    });
  });
});
