import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newCheckpointSettings } from '../../../../test/support/checkpoint-settings';
import { SmallLedger } from '../../../../test/support/small-ledger';
import { type TestDatabase, createTestDatabase } from '../../../../test/support/test-database';
import { verificationKeys } from '../checkpoints/checkpoint-keys';
import { type CheckpointSettings, Checkpoints } from '../checkpoints/checkpoints';
import { verifyLedger } from '../verify';
import type { DisposalRule } from './disposal-rules';
import { dispose, wouldDispose } from './dispose';

const CLAIMS: DisposalRule = {
  ...{
    key: 'claims',
    validFrom: '2026-01-01',
    validTo: null,
    workflows: ['example-case'],
    events: ['CLAIM'],
  },
  ...{ afterEnd: { years: 1 }, source: 'RA-MS 2026:1' },
};
const TAKEN = { rule: 'claims', source: 'RA-MS 2026:1', payloads: 1 };

describe('disposal by rule', () => {
  let database: TestDatabase;
  let directory: string;
  let settings: CheckpointSettings;
  let ledger: SmallLedger;

  beforeEach(async () => {
    database = await createTestDatabase();
    directory = await mkdtemp(join(tmpdir(), 'ledtid-disposal-'));
    settings = newCheckpointSettings(directory);
    ledger = new SmallLedger(database.pool);
    const id = await ledger.draft();
    await ledger.claimed(id);
    await ledger.withdrawn(id);
  });
  afterEach(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  const disposing = (rules: DisposalRule[] = [CLAIMS]) => ({ pool: database.pool, time: ledger.time, rules });
  const checkpoint = () => new Checkpoints({ ...settings, pool: database.pool, time: ledger.time }).make();
  const verified = () =>
    verifyLedger(database.pool, { keys: verificationKeys([settings.key]), exported: null });
  const payloads = async () =>
    (await database.pool.query<{ count: number }>('SELECT count(*)::int AS count FROM payload')).rows[0]
      ?.count;
  const past = (sql: string) =>
    database.pool.query(`SET session_replication_role = replica; ${sql}; RESET session_replication_role`);

  // The case ended on 2 March 2026, so one year is over with 2 March 2027, in Stockholm.
  it.each([
    ['2027-03-02T22:59:59.000Z', 0],
    ['2027-03-02T23:00:00.000Z', 1],
  ])('takes nothing before the last day is over in Stockholm: at %s', async (now, taken) => {
    ledger.time.turnTo(now);
    expect(await dispose(disposing())).toEqual([{ ...TAKEN, payloads: taken }]);
    expect(await payloads()).toBe(1 - taken);
  });

  it('leaves digest, rule and moment behind, and a chain that verifies', async () => {
    await checkpoint();
    ledger.time.turnTo('2028-01-01T00:00:00.000Z');
    expect(await wouldDispose(disposing())).toEqual([TAKEN]);
    expect(await payloads()).toBe(1);
    await dispose(disposing());
    const { rows } = await database.pool.query(
      `SELECT d.rule, d.at, l.type FROM disposed_payload JOIN disposal d ON d.number = disposal
       JOIN ledger l ON l.payload_digest = digest`,
    );
    expect(rows).toEqual([{ rule: 'claims', at: '2028-01-01T00:00:00.000Z', type: 'CLAIM' }]);
    expect(await checkpoint()).toMatchObject({ number: 2, changed: 0, disposals: 1 });
    expect(await verified()).toMatchObject({ fault: null, payloads: 0, disposed: [TAKEN] });
    expect(await dispose(disposing())).toEqual([{ ...TAKEN, payloads: 0 }]);
  });

  it.each([
    ['a rule that is not in force yet', { validFrom: '2029-01-01' }, []],
    ['a rule about other events', { events: ['PASS'] }, [{ ...TAKEN, payloads: 0 }]],
    ['a rule about other workflows', { workflows: ['release'] }, [{ ...TAKEN, payloads: 0 }]],
    ['a rule about everything', { events: 'all', workflows: 'all' } as const, [TAKEN]],
  ])('goes by what the rule says: %s', async (_what, change, taken) => {
    ledger.time.turnTo('2028-01-01T00:00:00.000Z');
    expect(await dispose(disposing([{ ...CLAIMS, ...change }]))).toEqual(taken);
  });

  it('keeps what an event of a case that goes on carried as well', async () => {
    await ledger.claimed(await ledger.draft());
    ledger.time.turnTo('2028-01-01T00:00:00.000Z');
    expect(await dispose(disposing())).toEqual([{ ...TAKEN, payloads: 0 }]);
  });

  it('does not keep the same content away when it comes again', async () => {
    ledger.time.turnTo('2028-01-01T00:00:00.000Z');
    await dispose(disposing());
    await ledger.claimed(await ledger.draft());
    await checkpoint();
    expect(await verified()).toMatchObject({ fault: null, payloads: 1, disposed: [TAKEN] });
  });

  it('is told from a payload that somebody has taken, which is named', async () => {
    await database.pool.query('DELETE FROM payload');
    expect((await verified()).fault).toMatchObject({ code: 'payload-missing', number: 3 });
  });

  it.each([
    ['UPDATE disposal SET root = rule', 'checkpoint-disposals-changed', 1],
    [`UPDATE disposal SET rule = 'other'`, 'checkpoint-disposals-changed', 1],
    ['DELETE FROM disposal', 'checkpoint-disposals-changed', 1],
    [`UPDATE disposed_payload SET digest = 'other'`, 'disposal-changed', 1],
    ['DELETE FROM disposed_payload', 'disposal-changed', 1],
    ['UPDATE disposed_payload SET disposal = 2', 'disposal-changed', 1],
    [`INSERT INTO disposed_payload VALUES ('other', 2)`, 'disposal-changed', 2],
  ])('cannot be made up or changed unseen: %s', async (sql, code, number) => {
    ledger.time.turnTo('2028-01-01T00:00:00.000Z');
    await dispose(disposing());
    await checkpoint();
    await expect(database.pool.query(sql.replace(/^INSERT.*/, 'TRUNCATE disposal'))).rejects.toMatchObject({
      code: '23001',
    });
    await past(sql);
    expect((await verified()).fault).toMatchObject({ code, number });
  });
});
