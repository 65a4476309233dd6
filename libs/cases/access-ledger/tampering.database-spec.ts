import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TurnedTime } from '@ledtid/time';
import type { PoolClient } from 'pg';
import { newCheckpointSettings } from '../../../test/support/checkpoint-settings';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { lineOf, signed } from '../ledger/checkpoints/checkpoint';
import { checkpointFile } from '../ledger/checkpoints/checkpoint-file';
import { verificationKeys } from '../ledger/checkpoints/checkpoint-keys';
import { type CheckpointSettings, Checkpoints } from '../ledger/checkpoints/checkpoints';
import { checkpointsFrom, writeCheckpoint } from '../ledger/checkpoints/stored-checkpoints';
import { exportLedger } from '../ledger/export/ledger-file';
import { verifyExport } from '../ledger/export/verify-export';
import type { LedgerFault } from '../ledger/ledger-fault';
import { verifyLedger } from '../ledger/verify';
import { AccessLedger } from './access-ledger';
import { type AccessRecord, NO_RECORD, chained } from './access-record';
import { storedLooks } from './stored-looks';

const time = new TurnedTime('2026-11-22T09:00:00.000Z');

type Tampering = (hand: PoolClient) => Promise<unknown>;

describe('an access ledger that somebody has laid hand on, past every trigger', () => {
  let database: TestDatabase;
  let directory: string;
  let settings: CheckpointSettings;
  let hand: PoolClient;

  // Rows 1 and 2 are covered by checkpoint 1, rows 3 to 5 by checkpoint 2, row 6 by none.
  beforeAll(async () => {
    database = await createTestDatabase();
    directory = await mkdtemp(join(tmpdir(), 'ledtid-looks-'));
    settings = newCheckpointSettings(directory);
    await looked('a', 'b');
    await checkpoints().make();
    await looked('c', 'd', 'e');
    await checkpoints().make();
    await looked('f');
    hand = await database.pool.connect();
    await hand.query('SET session_replication_role = replica');
    for (const table of ['access_record', 'checkpoint'])
      await hand.query(`CREATE TEMP TABLE sound_${table} AS TABLE ${table}`);
  });
  afterAll(async () => {
    hand.release(true);
    await database.drop();
    await rm(directory, { recursive: true });
  });
  afterEach(async () => {
    for (const table of ['access_record', 'checkpoint'])
      await hand.query(`TRUNCATE ${table}; INSERT INTO ${table} TABLE sound_${table}`);
  });

  const checkpoints = () => new Checkpoints({ ...settings, pool: database.pool, time });
  const evidence = () => ({ keys: verificationKeys([settings.key]), exported: null });

  async function looked(...subjects: string[]): Promise<void> {
    const ledger = new AccessLedger(database.pool, time);
    const look = { roles: ['auditor'], purpose: 'audit', request: 'GET /x', refused: null } as const;
    for (const subject of subjects) await ledger.record({ ...look, subject, instances: [] });
  }

  /** What there is, from one row on, hashed anew as if it had always been so. */
  async function rewrite(from: number, change: Partial<AccessRecord>): Promise<void> {
    await hand.query('BEGIN');
    const rows: AccessRecord[] = [];
    for await (const row of storedLooks(hand)) rows.push(row);
    const before = rows.find(({ number }) => number === from - 1) ?? NO_RECORD;
    const later = rows.filter(({ number }) => number >= from).map((row) => ({ ...row, ...change }));
    for (const { number, subject, previousHash, hash } of chained(before, later))
      await hand.query(
        'UPDATE access_record SET subject = $2, previous_hash = $3, hash = $4 WHERE number = $1',
        [number, subject, previousHash, hash],
      );
    await hand.query('COMMIT');
  }

  const grow = (number: number) =>
    hand.query(
      `INSERT INTO access_record
       SELECT (jsonb_populate_record(r, '{"number": ${number}, "subject": "nobody"}')).* FROM access_record r
       WHERE number = 1`,
    );

  const CASES: [what: string, tamper: Tampering, found: Partial<LedgerFault>][] = [
    [
      'a row is rewritten',
      (by) => by.query(`UPDATE access_record SET subject = 'nobody' WHERE number = 4`),
      { code: 'access-record-changed', number: 4 },
    ],
    [
      'the chain is rewritten from its first row, with hashes that hold',
      () => rewrite(1, { subject: 'nobody' }),
      { code: 'access-record-rewritten', number: 2, checkpoint: 1 },
    ],
    [
      'the chain is rewritten from a later row',
      () => rewrite(4, { subject: 'nobody' }),
      { code: 'access-record-rewritten', number: 5, checkpoint: 2 },
    ],
    [
      'a row is deleted',
      (by) => by.query('DELETE FROM access_record WHERE number = 3'),
      { code: 'access-record-missing', number: 3 },
    ],
    [
      'the first row is deleted',
      (by) => by.query('DELETE FROM access_record WHERE number = 1'),
      { code: 'access-record-missing', number: 1 },
    ],
    [
      'a row is deleted, the gap closed and the rest hashed anew',
      async (by) => {
        await by.query('DELETE FROM access_record WHERE number = 3');
        for (const number of [4, 5, 6])
          await by.query('UPDATE access_record SET number = number - 1 WHERE number = $1', [number]);
        await rewrite(3, {});
      },
      { code: 'access-record-rewritten', number: 5, checkpoint: 2 },
    ],
    [
      'a row is put in',
      async (by) => {
        for (const number of [6, 5, 4])
          await by.query('UPDATE access_record SET number = number + 1 WHERE number = $1', [number]);
        await grow(4);
        await rewrite(4, {});
      },
      { code: 'access-record-rewritten', number: 5, checkpoint: 2 },
    ],
    [
      'rows change places',
      (by) =>
        by.query(
          `UPDATE access_record SET number = -number WHERE number IN (3, 4);
           UPDATE access_record SET number = number + 7 WHERE number < 0`,
        ),
      { code: 'access-order-broken', number: 3 },
    ],
    [
      'its end is cut off',
      (by) => by.query('DELETE FROM access_record WHERE number > 4'),
      { code: 'access-tail-cut', number: 5, checkpoint: 2 },
    ],
    [
      'its end is cut off, and another grown',
      async (by) => {
        await by.query('DELETE FROM access_record WHERE number > 3');
        await grow(4);
        await grow(5);
        await rewrite(4, {});
      },
      { code: 'access-record-rewritten', number: 5, checkpoint: 2 },
    ],
    [
      'all of it is gone',
      (by) => by.query('TRUNCATE access_record'),
      { code: 'access-record-missing', number: 1 },
    ],
    [
      'a checkpoint is made to say that there was less',
      (by) => by.query('UPDATE checkpoint SET looks = 2 WHERE number = 2'),
      { code: 'checkpoint-forged', number: 2 },
    ],
    [
      'a checkpoint is made to say nothing of it, as earlier ones did',
      (by) => by.query('UPDATE checkpoint SET looks = NULL, looks_hash = NULL WHERE number = 2'),
      { code: 'checkpoint-forged', number: 2 },
    ],
  ];

  it('holds while nobody has, and says how much no checkpoint covers yet', async () => {
    expect(await verifyLedger(database.pool, evidence())).toMatchObject({
      ...{ fault: null, looks: 6, checkpoints: 2, looksAfterLastCheckpoint: 1 },
    });
  });

  it.each(CASES)(
    'is found out when %s, in an export too with the public key alone',
    async (_, tamper, found) => {
      await tamper(hand);
      const { fault } = await verifyLedger(database.pool, evidence());
      expect(fault).toEqual({ instanceId: null, ...found });
      expect(await faultOfExport()).toEqual(fault);
    },
  );

  async function faultOfExport() {
    const written: string[] = [];
    await exportLedger(database.pool, async (text) => {
      for await (const line of text) written.push(line);
    });
    return (await verifyExport(textOf(written), evidence())).fault;
  }

  it('is not found out when only what came after the last checkpoint is cut, which the count admits', async () => {
    await hand.query('DELETE FROM access_record WHERE number = 6');
    expect(await verifyLedger(database.pool, evidence())).toMatchObject({
      ...{ fault: null, looks: 5, looksAfterLastCheckpoint: 0 },
    });
  });

  it.each([
    ['cut', 'DELETE FROM access_record WHERE number > 4'],
    ['rewritten', `UPDATE access_record SET hash = previous_hash WHERE number = 5`],
  ])('is not signed once it is %s', async (_, statement) => {
    await hand.query(statement);
    await expect(checkpoints().make()).rejects.toMatchObject({ code: 'access-ledger-rewritten' });
  });

  it('still holds with checkpoints of before they named its end', async () => {
    await hand.query('BEGIN');
    const [first] = await collected(checkpointsFrom(hand, 1));
    const { looks: _l, looksHash: _h, keyId: _k, signature: _s, ...body } = first!;
    const early = signed(body, settings.key);
    await hand.query('TRUNCATE checkpoint');
    await writeCheckpoint(hand, early);
    await hand.query('COMMIT');
    await writeFile(checkpointFile(settings.directory), `${lineOf(early)}\n`);
    expect(await verifyLedger(database.pool, evidence())).toMatchObject({
      ...{ fault: null, checkpoints: 1, looksAfterLastCheckpoint: 6 },
    });
    expect(await checkpoints().make()).toMatchObject({ number: 2, looks: 6 });
    expect(await verifyLedger(database.pool, evidence())).toMatchObject({
      ...{ fault: null, checkpoints: 2, looksAfterLastCheckpoint: 0 },
    });
  });
});

async function* textOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

async function collected<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
