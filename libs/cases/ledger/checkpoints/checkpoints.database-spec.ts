import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Pool } from 'pg';
import { createPool } from '@ledtid/platform';
import { newCheckpointSettings } from '../../../../test/support/checkpoint-settings';
import { SmallLedger } from '../../../../test/support/small-ledger';
import { type TestDatabase, createTestDatabase } from '../../../../test/support/test-database';
import { type Checkpoint, digestOfCheckpoint, lineOf } from './checkpoint';
import { checkpointFile } from './checkpoint-file';
import { type CheckpointSettings, Checkpoints } from './checkpoints';
import { type Head, leafOf } from './head';
import { MerkleTree } from './merkle-tree';

describe('the checkpoints of a ledger', () => {
  let database: TestDatabase;
  let pool: Pool;
  let directory: string;
  let settings: CheckpointSettings;
  let ledger: SmallLedger;
  let checkpoints: Checkpoints;
  let ids: string[];

  beforeEach(async () => {
    database = await createTestDatabase();
    // One connection, so that all it has counted can be asked of it.
    pool = createPool({ url: database.url, max: 1 });
    directory = await mkdtemp(join(tmpdir(), 'ledtid-checkpoints-'));
    settings = newCheckpointSettings(directory);
    ledger = new SmallLedger(pool);
    checkpoints = new Checkpoints({ ...settings, pool, time: ledger.time });
    ids = [await ledger.draft(), await ledger.draft(), await ledger.draft()];
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
    await rm(directory, { recursive: true });
  });

  async function made(): Promise<Checkpoint> {
    const checkpoint = await checkpoints.make();
    if (checkpoint === null) throw new Error('nothing has changed');
    return checkpoint;
  }

  async function heads(of = ids): Promise<Head[]> {
    const { rows } = await pool.query<Head>(
      'SELECT id AS "instanceId", version, hash FROM instance WHERE id = ANY($1) ORDER BY id',
      [of],
    );
    return rows;
  }

  /** Without this PostgreSQL counts what was written some seconds later. */
  const counted = () => pool.query('SELECT pg_stat_force_next_flush()');
  const exported = () => readFile(checkpointFile(settings.directory), 'utf8');
  const linesOf = (...all: Checkpoint[]) => all.map((each) => `${lineOf(each)}\n`).join('');

  it('say of all heads how they stand, and of those that changed which', async () => {
    const first = await made();
    expect(first).toMatchObject({ number: 1, at: ledger.time.now(), instances: 3, changed: 3 });
    expect([first.root, first.changedRoot]).toEqual(Array(2).fill(rootOf(await heads())));
    await ledger.claimed(ids[1]!);
    const second = await made();
    expect(second).toMatchObject({
      number: 2,
      previous: digestOfCheckpoint(first),
      instances: 3,
      changed: 1,
    });
    expect([second.root, second.changedRoot]).toEqual([
      rootOf(await heads()),
      rootOf(await heads([ids[1]!])),
    ]);
    const { rows } = await pool.query(
      'SELECT instance_id, version FROM checkpoint_head WHERE checkpoint = 2',
    );
    expect(rows).toEqual([{ instance_id: ids[1], version: 3 }]);
  });

  it('are exported as they are made, and cannot be changed in the database', async () => {
    const all = [await made()];
    await ledger.claimed(ids[0]!);
    all.push(await made());
    expect(await exported()).toBe(linesOf(...all));
    for (const table of ['checkpoint', 'checkpoint_head']) {
      await expect(pool.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '23001' });
    }
  });

  it('are not made when no head has changed', async () => {
    await made();
    expect(await checkpoints.make()).toBeNull();
    expect((await exported()).split('\n')).toHaveLength(2);
  });

  it('are made at most every minute when nobody asks', async () => {
    expect(await checkpoints.makeWhenDue()).toMatchObject({ number: 1 });
    await ledger.claimed(ids[0]!);
    expect(await checkpoints.makeWhenDue()).toBeNull();
    ledger.time.turnTo('2026-03-02T08:01:00.000Z');
    await counted();
    expect(await checkpoints.makeWhenDue()).toMatchObject({ number: 2 });
  });

  it('cost one small question as long as nothing is written into the ledger', async () => {
    await counted();
    await checkpoints.makeWhenDue();
    await counted();
    // Whoever looks at the heads finds this one.
    await pool.query(`UPDATE instance SET hash = 'other' WHERE id = $1`, [ids[0]]);
    ledger.time.turnTo('2026-03-02T09:00:00.000Z');
    expect(await checkpoints.makeWhenDue()).toBeNull();
    await ledger.draft();
    await counted();
    await expect(checkpoints.makeWhenDue()).rejects.toMatchObject({ code: 'ledger-head-rewritten' });
  });

  it('sign no head that has another hash than the one they have named', async () => {
    await made();
    await pool.query(`UPDATE instance SET hash = 'other' WHERE id = $1`, [ids[0]]);
    await ledger.claimed(ids[1]!);
    await expect(checkpoints.make()).rejects.toMatchObject({ code: 'ledger-head-rewritten' });
    expect((await exported()).split('\n')).toHaveLength(2);
  });

  it('tell of an append that failed, and make up for it', async () => {
    await writeFile(settings.directory, 'in the way');
    await expect(checkpoints.makeWhenDue()).rejects.toMatchObject({ code: 'checkpoint-not-exported' });
    await rm(settings.directory);
    ledger.time.turnTo('2026-03-02T08:01:00.000Z');
    expect(await checkpoints.makeWhenDue()).toBeNull();
    const { rows } = await pool.query<{ number: number; signature: string }>('SELECT * FROM checkpoint');
    expect(JSON.parse(await exported())).toMatchObject({ number: 1, signature: rows[0]?.signature });
  });

  it.each([1, 40, 400])('finish a line of which only %i characters were written', async (length) => {
    const first = await made();
    await ledger.claimed(ids[0]!);
    const second = await made();
    await truncate(checkpointFile(settings.directory), linesOf(first).length + length);
    expect(await checkpoints.make()).toBeNull();
    expect(await exported()).toBe(linesOf(first, second));
  });

  it.each([
    ['has more than the database', (whole: string) => `${whole}${whole}`],
    ['has another', (whole: string) => whole.replace(/"root":"./, '"root":"z')],
    ['holds something else', () => 'something else\n'],
    ['ends with something else', (whole: string) => `${whole}something`],
  ])('do not append to an export that %s', async (_what, change) => {
    await made();
    const file = checkpointFile(settings.directory);
    const changed = change(await exported()).replace(/^(.*\n)(.*"number":)1/s, '$1$22');
    await writeFile(file, changed);
    await ledger.claimed(ids[0]!);
    await expect(checkpoints.make()).rejects.toMatchObject({ code: 'checkpoint-export-differs' });
    expect(await exported()).toBe(changed);
    expect(dirname(file)).toBe(settings.directory);
  });

  it('follow one another without a gap, however many processes make them', async () => {
    const many = createPool({ url: database.url, max: 8 });
    const makers = Array.from(
      { length: 4 },
      () => new Checkpoints({ ...settings, pool: many, time: ledger.time }),
    );
    for (const id of ids) {
      await ledger.claimed(id);
      const all = await Promise.all(makers.map((maker) => maker.make()));
      expect(all.filter((checkpoint) => checkpoint !== null)).toHaveLength(1);
    }
    await many.end();
    const numbers = (await exported())
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as Checkpoint).number);
    expect(numbers).toEqual([1, 2, 3]);
  });

  it('count every head of a long list once', async () => {
    await pool.query(
      `INSERT INTO instance SELECT (jsonb_populate_record(i, jsonb_build_object(
         'id', '00000000-0000-7000-8000-' || lpad(n::text, 12, 'a'), 'registration_number', null))).*
       FROM instance i, generate_series(1, 4500) AS n WHERE i.id = $1`,
      [ids[0]],
    );
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM instance');
    const all = rows.map(({ id }) => id);
    expect(await made()).toMatchObject({ instances: 4503, changed: 4503, root: rootOf(await heads(all)) });
  });
});

function rootOf(heads: readonly Head[]): string {
  const tree = new MerkleTree();
  for (const head of heads) tree.add(leafOf(head));
  return tree.root();
}
