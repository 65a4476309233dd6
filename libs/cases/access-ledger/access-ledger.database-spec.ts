import { createPool } from '@ledtid/platform';
import { TurnedTime } from '@ledtid/time';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { verifyLedger } from '../ledger/verify';
import { AccessLedger } from './access-ledger';
import type { Look } from './access-record';
import { findAccess } from './find-access';

const CASE = '00000000-0000-7000-8000-000000000001';
const time = new TurnedTime('2026-11-22T09:00:00.000Z');

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

function look(subject: string, changes: Partial<Look> = {}): Look {
  return {
    ...{ subject, roles: ['case_officer'], purpose: 'case-handling', request: 'GET /api/v1/cases/:id' },
    ...{ instances: [CASE], refused: null, ...changes },
  };
}

async function withFive(): Promise<void> {
  const ledger = new AccessLedger(database.pool, time);
  for (const subject of ['a', 'b', 'c', 'd', 'e']) await ledger.record(look(subject));
}

/** As the owner of a database may: what guards the table does not guard it from whoever switches that off. */
async function tamper(statement: string): Promise<void> {
  const client = await database.pool.connect();
  await client.query(`SET session_replication_role = replica; ${statement}; RESET session_replication_role`);
  client.release();
}

test('looks that come at once through several processes make one chain without a gap', async () => {
  const pools = [1, 2, 3].map(() => createPool({ url: database.url, max: 4, pipeline: true }));
  const ledgers = pools.map((pool) => new AccessLedger(pool, time));
  const looks = Array.from({ length: 300 }, (_, index) => look(`person-${index}`));
  await Promise.all(looks.map((one, index) => ledgers[index % 3]!.record(one)));
  await Promise.all(pools.map((pool) => pool.end()));
  expect(await verifyLedger(database.pool)).toMatchObject({ looks: 300, fault: null });
  const { rows } = await database.pool.query('SELECT DISTINCT subject FROM access_record');
  expect(rows).toHaveLength(300);
});

test('a look that cannot be written is not answered for, and the next one is written', async () => {
  const ledger = new AccessLedger(database.pool, time);
  await database.pool.query('ALTER TABLE access_record RENAME TO elsewhere');
  await expect(ledger.record(look('a'))).rejects.toThrow('access_record');
  await database.pool.query('ALTER TABLE elsewhere RENAME TO access_record');
  await ledger.record(look('b'));
  expect(await verifyLedger(database.pool)).toMatchObject({ looks: 1, fault: null });
});

test.each([
  ['UPDATE', `UPDATE access_record SET subject = 'nobody'`],
  ['DELETE', 'DELETE FROM access_record'],
  ['TRUNCATE', 'TRUNCATE access_record'],
])('the database refuses %s', async (_, statement) => {
  await withFive();
  await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '23001' });
});

test.each([
  [
    'another name',
    `UPDATE access_record SET subject = 'nobody' WHERE number = 3`,
    'access-record-changed',
    3,
  ],
  ['another case', `UPDATE access_record SET instances = '{}' WHERE number = 2`, 'access-record-changed', 2],
  ['another time', `UPDATE access_record SET at = at + interval '1 ms'`, 'access-record-changed', 1],
  ['a look taken out', 'DELETE FROM access_record WHERE number = 4', 'access-record-missing', 4],
  [
    'a look taken out and the gap closed',
    'DELETE FROM access_record WHERE number = 2; UPDATE access_record SET number = number - 1 WHERE number > 2',
    ...(['access-order-broken', 2] as const),
  ],
])('%s is found, with triggers switched off too', async (_, statement, code, number) => {
  await withFive();
  await tamper(statement);
  expect((await verifyLedger(database.pool)).fault).toEqual({ code, instanceId: null, number });
});

test('looks are found by case, person, time and refusal, page by page, the latest first', async () => {
  const ledger = new AccessLedger(database.pool, time);
  const other = CASE.replace(/1$/, '2');
  await ledger.record(look('a'));
  await ledger.record(look('b', { instances: [other, CASE] }));
  time.turnTo('2026-11-23T09:00:00.000Z');
  await ledger.record(look('a', { instances: [other], refused: 'unknown-case' }));
  const numbers = async (filter: Parameters<typeof findAccess>[1], cursor?: string) => {
    const page = await findAccess(database.pool, filter, { limit: 2, ...(cursor && { cursor }) });
    if ('refusal' in page) throw new Error(page.code);
    return { numbers: page.items.map(({ number }) => number), cursor: page.cursor };
  };
  expect((await numbers({ case: CASE })).numbers).toEqual([2, 1]);
  expect((await numbers({ subject: 'a' })).numbers).toEqual([3, 1]);
  expect((await numbers({ refused: true })).numbers).toEqual([3]);
  expect((await numbers({ to: '2026-11-23T00:00:00.000Z', notBy: 'b' })).numbers).toEqual([1]);
  const first = await numbers({});
  expect(first.numbers).toEqual([3, 2]);
  expect(await numbers({}, first.cursor!)).toEqual({ numbers: [1], cursor: null });
});
