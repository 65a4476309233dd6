import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACCESS_ENTITIES, DEFAULT_SESSION_LIMITS, Sessions, SignInAttempts } from '@ledtid/access';
import { LEAD_TIME_ENTITIES } from '@ledtid/lead-time';
import { CountedIds } from '@ledtid/time';
import { getMetadataArgsStorage } from 'typeorm';
import { newCheckpointSettings } from '../../../test/support/checkpoint-settings';
import { SmallLedger } from '../../../test/support/small-ledger';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { AccessLedger } from '../access-ledger/access-ledger';
import { CASE_ENTITIES } from '../entities';
import { verificationKeys } from '../ledger/checkpoints/checkpoint-keys';
import { type CheckpointSettings, Checkpoints } from '../ledger/checkpoints/checkpoints';
import { exportLedger } from '../ledger/export/ledger-file';
import { verifyExport } from '../ledger/export/verify-export';
import { verifyLedger } from '../ledger/verify';
import { BATCH } from './due';
import { Pruning } from './prune';
import { retentionRules } from './retention-rules';

const TEN_DAYS = {
  ...{ table: 'access_record', validFrom: '2026-01-01', validTo: null },
  ...{ keep: { days: 10 }, source: 'RA-MS 2026:1' },
};
const RULE = 'access_record since 2026-01-01: 10 days after the look';
const LATE = '2026-04-01T08:00:00.000Z';

describe('pruning', () => {
  let database: TestDatabase;
  let directory: string;
  let settings: CheckpointSettings;
  let ledger: SmallLedger;

  beforeEach(async () => {
    database = await createTestDatabase();
    directory = await mkdtemp(join(tmpdir(), 'ledtid-prune-'));
    settings = newCheckpointSettings(directory);
    ledger = new SmallLedger(database.pool);
  });
  afterEach(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  const checkpoints = () => new Checkpoints({ ...settings, pool: database.pool, time: ledger.time });
  const pruning = (document: unknown = [TEN_DAYS]) =>
    new Pruning({
      ...{ pool: database.pool, time: ledger.time, rules: retentionRules(document) },
      checkpoints: checkpoints(),
    });
  const evidence = () => ({ keys: verificationKeys([settings.key]), exported: null });
  const verified = () => verifyLedger(database.pool, evidence());
  const past = (sql: string) =>
    database.pool.query(`SET session_replication_role = replica; ${sql}; RESET session_replication_role`);
  const goneOf = async (table: string, document?: unknown) =>
    (await pruning(document).prune()).find((one) => one.table === table)?.rows;

  async function looked(count: number): Promise<void> {
    const looks = new AccessLedger(database.pool, ledger.time);
    const look = { roles: ['auditor'], purpose: 'audit', request: 'GET /x', refused: null } as const;
    const all = Array.from({ length: count }, (_, number) => ({
      ...look,
      subject: `p${number}`,
      instances: [],
    }));
    await Promise.all(all.map((one) => looks.record(one)));
  }

  /** Five looks that a checkpoint covers, ten days and more ago, and three of today. */
  async function oldAndNew(old = 5): Promise<void> {
    await looked(old);
    await checkpoints().make();
    ledger.time.turnTo(LATE);
    await looked(3);
  }

  it('has a line for every table of the database, and for nothing else', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind IN ('r', 'p') AND NOT relispartition AND relname NOT LIKE 'schema_migration%'`,
    );
    const named = new Set(retentionRules(null).map(({ table }) => table));
    expect([...named].sort()).toEqual(rows.map(({ name }) => name).sort());
    const entities: unknown[] = [...CASE_ENTITIES, ...ACCESS_ENTITIES, ...LEAD_TIME_ENTITIES];
    const tables = getMetadataArgsStorage().tables.filter(({ target }) => entities.includes(target));
    expect(tables).toHaveLength(entities.length);
    for (const { name } of tables) expect(named).toContain(name);
  });

  it('removes sessions and sign-ins a day after their end, and none before', async () => {
    const parts = { pool: database.pool, time: ledger.time, ids: new CountedIds() };
    const sessions = new Sessions({ ...parts, limits: DEFAULT_SESSION_LIMITS });
    const eva = { subject: 'eva', name: 'Eva', issuer: 'a', roles: [], organisations: [] };
    await sessions.open(eva, null);
    await sessions.revoke(await sessions.open(eva, null));
    await new SignInAttempts(database.pool, ledger.time).begin('s', {
      ...{ issuer: 'a', returnTo: '/', fresh: false },
    });
    // All ended on 2 March in Stockholm, and one day is over with the third.
    ledger.time.turnTo('2026-03-03T22:59:59.000Z');
    const gone = async () => (await pruning().prune()).map(({ table, rows }) => [table, rows]);
    expect(await gone()).toEqual(
      expect.arrayContaining([
        ['session', 0],
        ['sign_in_attempt', 0],
      ]),
    );
    ledger.time.turnTo('2026-03-03T23:00:00.000Z');
    expect(await gone()).toEqual(
      expect.arrayContaining([
        ['session', 2],
        ['sign_in_attempt', 1],
      ]),
    );
  });

  it('removes the keys of commands that were answered long ago, and no others', async () => {
    const [old, young] = [await ledger.draft(), await ledger.draft()];
    await ledger.claimed(old);
    ledger.time.turnTo('2026-04-03T08:00:00.000Z');
    await ledger.claimed(young);
    expect(await goneOf('idempotency')).toBe(2);
    const { rows } = await database.pool.query('SELECT DISTINCT instance_id AS id FROM idempotency');
    expect(rows).toEqual([{ id: young }]);
  });

  it('says first what would go, and takes nothing', async () => {
    await oldAndNew();
    const told = await pruning().wouldPrune();
    expect(told).toContainEqual({ table: 'access_record', rows: 5, rule: RULE, source: 'RA-MS 2026:1' });
    expect(await verified()).toMatchObject({ looks: 8, pruned: null });
  });

  it('takes old looks after a checkpoint has signed it, and the rest verifies and says by what rule', async () => {
    await oldAndNew(2 * BATCH + 5);
    expect(await goneOf('access_record')).toBe(2 * BATCH + 5);
    const { pruned, ...told } = await verified();
    expect(told).toMatchObject({ fault: null, looks: 3, checkpoints: 2, looksAfterLastCheckpoint: 0 });
    expect(pruned).toEqual({ looks: 2 * BATCH + 5, rule: RULE, source: 'RA-MS 2026:1' });
    await looked(2);
    await checkpoints().make();
    expect(await verified()).toMatchObject({ fault: null, looks: 5, checkpoints: 3, pruned });
    expect(await offline()).toMatchObject({ fault: null, looks: 5, pruned });
    expect(await goneOf('access_record')).toBe(0);
  });

  it('comes once a day for who asks every minute', async () => {
    const daily = pruning();
    const attempt = () =>
      database.pool.query(
        `INSERT INTO sign_in_attempt VALUES ('d', 'a', '/', false, '2026-01-01T00:00:00Z')`,
      );
    await attempt();
    const taken = async () =>
      (await daily.pruneWhenDue()).find(({ table }) => table === 'sign_in_attempt')?.rows ?? null;
    expect(await taken()).toBe(1);
    await attempt();
    ledger.time.turnTo('2026-03-03T07:59:59.000Z');
    expect(await taken()).toBeNull();
    ledger.time.turnTo('2026-03-03T08:00:00.000Z');
    expect(await taken()).toBe(1);
  });

  it('takes nothing of the access ledger by the rules that come with the product', async () => {
    await oldAndNew();
    expect(await goneOf('access_record', null)).toBeUndefined();
  });

  it('keeps the newest look, from which the chain goes on', async () => {
    await looked(4);
    await checkpoints().make();
    ledger.time.turnTo(LATE);
    expect(await goneOf('access_record')).toBe(3);
    await looked(1);
    expect(await verified()).toMatchObject({ fault: null, looks: 2 });
    ledger.time.turnTo('2026-05-01T08:00:00.000Z');
    expect([await goneOf('access_record'), await goneOf('access_record')]).toEqual([1, 0]);
    expect(await verified()).toMatchObject({ fault: null, looks: 1 });
  });

  it('takes none that no checkpoint covers yet', async () => {
    await looked(4);
    ledger.time.turnTo(LATE);
    expect(await goneOf('access_record')).toBe(0);
    expect(await goneOf('access_record')).toBe(3);
    expect(await verified()).toMatchObject({ fault: null, looks: 1 });
  });

  it.each([0, 1, 3])('that ended after %i rows verifies, and is ended by the next', async (taken) => {
    await oldAndNew();
    await checkpoints().cut({ before: LATE, rule: RULE, source: 'RA-MS 2026:1' });
    await database.pool.query('DELETE FROM access_record WHERE number <= $1', [taken]);
    const pruned = taken === 0 ? null : { looks: taken, rule: RULE, source: 'RA-MS 2026:1' };
    expect(await verified()).toMatchObject({ fault: null, looks: 8 - taken, pruned });
    expect(await offline()).toMatchObject({ fault: null, looks: 8 - taken, pruned });
    expect(await goneOf('access_record')).toBe(5 - taken);
    expect(await verified()).toMatchObject({ fault: null, looks: 3 });
  });

  it.each([
    ['before any was signed', 'DELETE FROM access_record WHERE number = 1', 1, false],
    ['past the row up to which it was signed', 'DELETE FROM access_record WHERE number <= 6', 6, true],
    ['in the middle', 'DELETE FROM access_record WHERE number = 3', 3, true],
    ['of what came later', 'DELETE FROM access_record WHERE number = 7', 7, true],
    [
      'with a cut that nobody signed',
      `UPDATE checkpoint SET cut = '{"looks": 8, "hash": "x", "rule": "r", "source": "s"}' WHERE number = 1`,
      1,
      false,
    ],
  ])('by another hand is found out: %s', async (_, sql, number, cut) => {
    await oldAndNew();
    if (cut) await checkpoints().cut({ before: LATE, rule: RULE, source: 'RA-MS 2026:1' });
    await past(sql);
    const { fault } = await verified();
    expect(fault).toMatchObject({ number });
    expect(fault?.code).toMatch(/^(access-record-missing|checkpoint-forged)$/);
  });

  it.each([
    ['no checkpoint says so', false, 1],
    ['it is past what a checkpoint says', true, 6],
  ])('is refused by the database itself when %s', async (_, cut, number) => {
    await oldAndNew();
    if (cut) await checkpoints().cut({ before: LATE, rule: RULE, source: 'RA-MS 2026:1' });
    await expect(
      database.pool.query('DELETE FROM access_record WHERE number <= $1', [number]),
    ).rejects.toMatchObject({ code: '23001' });
    expect(await verified()).toMatchObject({ fault: null, looks: 8 });
  });

  it('does not sign that a look may go that was made to seem old', async () => {
    await oldAndNew();
    await checkpoints().make();
    await past(`UPDATE access_record SET at = '2026-03-02T08:00:00Z' WHERE number = 7`);
    await past(`UPDATE access_record SET at = '2026-03-02T08:00:00Z' WHERE number = 6`);
    await expect(pruning().prune()).rejects.toMatchObject({ code: 'access-ledger-rewritten' });
  });

  async function offline() {
    const written: string[] = [];
    await exportLedger(database.pool, async (text) => {
      for await (const line of text) written.push(line);
    });
    return verifyExport(textOf(written), evidence());
  }
});

async function* textOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}
