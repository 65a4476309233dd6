import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { newCheckpointSettings } from '../../../test/support/checkpoint-settings';
import { SmallLedger } from '../../../test/support/small-ledger';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { GENESIS } from '../facts/newborn';
import type { LedgerRow } from '../rows';
import { ledgerRowOf } from '../storage/load-family';
import { hashOf } from './chain';
import { checkpointFile } from './checkpoints/checkpoint-file';
import { verificationKeys } from './checkpoints/checkpoint-keys';
import { type CheckpointSettings, Checkpoints } from './checkpoints/checkpoints';
import type { LedgerFault } from './ledger-fault';
import { type VerificationEvidence, verifyLedger } from './verify';

const TABLES = [
  'instance',
  'ledger',
  'payload',
  'form_revision',
  'checkpoint',
  'checkpoint_head',
  'disposal',
];
const THIEF = generateKeyPairSync('ed25519').privateKey;

/** What somebody does to the database past every trigger, and what of it `verify` names. */
type Tampering = (hand: PoolClient) => Promise<unknown>;

describe('a ledger that somebody has laid hand on', () => {
  let database: TestDatabase;
  let directory: string;
  let settings: CheckpointSettings;
  let ledger: SmallLedger;
  let hand: PoolClient;
  /** Named by checkpoint 1 at row 1 and by checkpoint 2 at row 3; `one` has come further since. */
  let one: string;
  let two: string;
  let soundExport: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    directory = await mkdtemp(join(tmpdir(), 'ledtid-tampering-'));
    settings = newCheckpointSettings(directory);
    ledger = new SmallLedger(database.pool);
    [one, two] = [await ledger.draft(), await ledger.draft()];
    await checkpoint();
    await ledger.claimed(one);
    await ledger.claimed(two);
    await checkpoint();
    await ledger.passed(one);
    soundExport = await readFile(exportFile(), 'utf8');
    hand = await database.pool.connect();
    await hand.query('SET session_replication_role = replica');
    for (const table of TABLES) await hand.query(`CREATE TEMP TABLE sound_${table} AS TABLE ${table}`);
  });
  afterAll(async () => {
    hand.release(true);
    await database.drop();
    await rm(directory, { recursive: true });
  });
  afterEach(async () => {
    for (const table of TABLES)
      await hand.query(`TRUNCATE ${table}; INSERT INTO ${table} TABLE sound_${table}`);
    await writeFile(exportFile(), soundExport);
  });

  const checkpoint = (key = settings.key) =>
    new Checkpoints({ ...settings, key, pool: database.pool, time: ledger.time }).make();
  const exportFile = () => checkpointFile(settings.directory);
  const evidence = (): VerificationEvidence => ({
    keys: verificationKeys([settings.key]),
    exported: { path: exportFile(), whole: true },
  });
  const fault = async () => (await verifyLedger(database.pool, evidence())).fault;

  /** Rows of one instance, with what a forger changes, hashed anew as if they had always been so. */
  async function rewritten(instanceId: string, change: (row: LedgerRow) => Partial<LedgerRow>) {
    const { rows } = await hand.query('SELECT * FROM ledger WHERE instance_id = $1 ORDER BY number', [
      instanceId,
    ]);
    let previousHash = GENESIS;
    for (const stored of rows.map(ledgerRowOf)) {
      const row = { ...stored, ...change(stored), previousHash };
      previousHash = hashOf(row);
      const { actor, number } = row;
      await hand.query(
        'UPDATE ledger SET actor = $3, previous_hash = $4, hash = $5 WHERE instance_id = $1 AND number = $2',
        [instanceId, number, actor, row.previousHash, previousHash],
      );
    }
    await hand.query('UPDATE instance SET hash = $2 WHERE id = $1', [instanceId, previousHash]);
  }

  const forged = () => rewritten(two, ({ number }) => (number === 2 ? { actor: 'mallory' } : {}));

  async function cut(instanceId: string, after: number) {
    await hand.query('DELETE FROM ledger WHERE instance_id = $1 AND number > $2', [instanceId, after]);
    await hand.query(
      `UPDATE instance SET version = $2,
         hash = (SELECT hash FROM ledger WHERE instance_id = $1 AND number = $2) WHERE id = $1`,
      [instanceId, after],
    );
  }

  const dropLastCheckpoint = () =>
    hand.query('DELETE FROM checkpoint WHERE number = 2; DELETE FROM checkpoint_head WHERE checkpoint = 2');

  it('holds while nobody has, and says how much no checkpoint covers yet', async () => {
    expect(await verifyLedger(database.pool, evidence())).toMatchObject({
      ...{ fault: null, instances: 2, events: 7, checkpoints: 2 },
      ...{ lastCheckpoint: { number: 2, at: ledger.time.now() }, afterLastCheckpoint: 1 },
    });
  });

  const COLUMNS: [column: string, value: string, code: LedgerFault['code'], number: number][] = [
    ['instance_id', `'ffffffff-ffff-4fff-8fff-ffffffffffff'`, 'ledger-row-missing', 2],
    ['number', '99', 'ledger-row-missing', 2],
    ['type', `'WITHDRAW'`, 'ledger-row-changed', 2],
    ['actor', `'mallory'`, 'ledger-row-changed', 2],
    ['on_behalf_of', `'mallory'`, 'ledger-row-changed', 2],
    ['basis', `'letter'`, 'ledger-row-changed', 2],
    ['occurred_at', `occurred_at - interval '1 millisecond'`, 'ledger-row-changed', 2],
    ['recorded_at', `recorded_at - interval '1 millisecond'`, 'ledger-row-changed', 2],
    ['workflow_version', 'workflow_version + 1', 'ledger-row-changed', 2],
    ['regions', `'{elsewhere}'`, 'ledger-row-changed', 2],
    ['form_changed', 'NOT form_changed', 'ledger-row-changed', 2],
    ['record', `record || '{"a": 1}'`, 'ledger-row-changed', 2],
    ['payload_digest', `'${'0'.repeat(64)}'`, 'ledger-row-changed', 2],
    ['previous_hash', 'hash', 'ledger-order-broken', 2],
    ['hash', 'previous_hash', 'ledger-row-changed', 2],
  ];

  it.each(COLUMNS)('is found out when %s of a row is rewritten', async (column, value, code, number) => {
    await hand.query(`UPDATE ledger SET ${column} = ${value} WHERE instance_id = $1 AND number = 2`, [one]);
    expect(await fault()).toEqual({ code, instanceId: one, number });
  });

  it('has no column of which this was not tried', async () => {
    const { rows } = await hand.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'ledger'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(COLUMNS.map(([column]) => column).sort());
  });

  const CHAINS: [what: string, tamper: Tampering, found: () => Partial<LedgerFault>][] = [
    [
      'a row is deleted',
      (by) => by.query('DELETE FROM ledger WHERE instance_id = $1 AND number = 2', [one]),
      () => ({ code: 'ledger-row-missing', instanceId: one, number: 2 }),
    ],
    [
      'all rows of an instance are deleted',
      (by) => by.query('DELETE FROM ledger WHERE instance_id = $1', [one]),
      () => ({ code: 'ledger-tail-missing', instanceId: one, number: 1 }),
    ],
    [
      'an instance is deleted with all its rows',
      async (by) => {
        await by.query('DELETE FROM ledger WHERE instance_id = $1', [one]);
        await by.query('DELETE FROM instance WHERE id = $1', [one]);
      },
      () => ({ code: 'ledger-tail-cut', instanceId: one, number: 1, checkpoint: 1 }),
    ],
    [
      'a row is put in',
      (by) =>
        by.query(
          `INSERT INTO ledger SELECT (jsonb_populate_record(l, '{"number": 4}')).* FROM ledger l
           WHERE instance_id = $1 AND number = 3`,
          [two],
        ),
      () => ({ code: 'ledger-order-broken', instanceId: two, number: 4 }),
    ],
    [
      'rows change places',
      (by) =>
        by.query(
          `UPDATE ledger SET number = -number WHERE instance_id = '${one}' AND number IN (2, 3);
           UPDATE ledger SET number = number + 5 WHERE instance_id = '${one}' AND number < 0`,
        ),
      () => ({ code: 'ledger-order-broken', instanceId: one, number: 2 }),
    ],
    [
      'rows are swapped between instances',
      (by) =>
        by.query(
          `UPDATE ledger SET number = -number WHERE number = 2;
           UPDATE ledger SET number = 2,
             instance_id = CASE instance_id WHEN '${one}' THEN '${two}'::uuid ELSE '${one}'::uuid END
           WHERE number < 0`,
        ),
      () => ({ code: 'ledger-order-broken', instanceId: one, number: 2 }),
    ],
    [
      'whole chains are swapped between instances',
      (by) =>
        by.query(
          `UPDATE ledger SET number = -number;
           UPDATE ledger SET number = -number,
             instance_id = CASE instance_id WHEN '${one}' THEN '${two}'::uuid ELSE '${one}'::uuid END`,
        ),
      () => ({ code: 'ledger-row-changed', instanceId: one, number: 1 }),
    ],
    [
      'a whole chain is rewritten with hashes that hold',
      forged,
      () => ({ code: 'ledger-row-rewritten', instanceId: two, number: 3, checkpoint: 2 }),
    ],
    [
      'a whole chain is rewritten from its first row',
      () => rewritten(two, () => ({ actor: 'mallory' })),
      () => ({ code: 'ledger-row-rewritten', instanceId: two, number: 1, checkpoint: 1 }),
    ],
    [
      'the end of a chain is cut off, and the instance follows suit',
      () => cut(two, 2),
      () => ({ code: 'ledger-tail-cut', instanceId: two, number: 3, checkpoint: 2 }),
    ],
    [
      'the end of a chain is cut off, and another one grown',
      async () => {
        await forged();
        await cut(two, 2);
        await hand.query(
          `INSERT INTO ledger SELECT (jsonb_populate_record(l, '{"number": 3}')).* FROM ledger l
           WHERE instance_id = $1 AND number = 2`,
          [two],
        );
        await hand.query('UPDATE instance SET version = 3 WHERE id = $1', [two]);
        await rewritten(two, () => ({}));
      },
      () => ({ code: 'ledger-row-rewritten', instanceId: two, number: 3, checkpoint: 2 }),
    ],
    [
      'a payload is rewritten',
      (by) => by.query(`UPDATE payload SET body = '{"stage": "other"}'`),
      () => ({ code: 'payload-changed', instanceId: null }),
    ],
    [
      'a payload is taken away without a rule',
      (by) => by.query('DELETE FROM payload'),
      () => ({ code: 'payload-missing', instanceId: one, number: 3 }),
    ],
    [
      'a form is rewritten',
      (by) => by.query(`UPDATE form_revision SET body = '{}' WHERE instance_id = $1`, [two]),
      () => ({ code: 'form-changed', instanceId: two, number: 1 }),
    ],
  ];

  it.each(CHAINS)('is found out when %s', async (_what, tamper, found) => {
    await tamper(hand);
    expect(await fault()).toMatchObject(found());
  });

  const CHECKPOINTS: [what: string, tamper: Tampering, code: LedgerFault['code'], number: number][] = [
    ...(
      [
        ['at', `at - interval '1 millisecond'`],
        ['previous', 'root'],
        ['instances', '1'],
        ['root', 'previous'],
        ['changed', '1'],
        ['changed_root', 'root || root'],
        ['disposals', '1'],
        ['disposal_root', 'root'],
        ['signature', `reverse(signature)`],
      ] as const
    ).map(
      ([column, value]) =>
        [
          `${column} of a checkpoint is rewritten`,
          (by: PoolClient) => by.query(`UPDATE checkpoint SET ${column} = ${value} WHERE number = 2`),
          'checkpoint-forged',
          2,
        ] as [string, Tampering, LedgerFault['code'], number],
    ),
    [
      'a checkpoint is given another number',
      (by) => by.query('UPDATE checkpoint SET number = 3 WHERE number = 2'),
      'checkpoint-missing',
      2,
    ],
    [
      'a checkpoint claims another key',
      (by) => by.query(`UPDATE checkpoint SET key_id = 'other' WHERE number = 2`),
      'checkpoint-key-unknown',
      2,
    ],
    [
      'the first checkpoint is deleted',
      (by) => by.query('DELETE FROM checkpoint WHERE number = 1'),
      'checkpoint-missing',
      1,
    ],
    [
      'the last checkpoint is deleted',
      (by) => by.query('DELETE FROM checkpoint WHERE number = 2'),
      'checkpoint-missing',
      2,
    ],
    [
      'the last checkpoint is deleted with all that it named, and the chain is cut',
      async () => {
        await dropLastCheckpoint();
        await cut(two, 1);
      },
      'checkpoint-missing',
      2,
    ],
    [
      'all checkpoints are deleted with all that they named',
      (by) => by.query('TRUNCATE checkpoint; TRUNCATE checkpoint_head'),
      'checkpoint-missing',
      1,
    ],
    [
      'a head that a checkpoint named is rewritten together with its chain',
      async () => {
        await forged();
        await hand.query(
          `UPDATE checkpoint_head h SET hash = l.hash FROM ledger l
           WHERE l.instance_id = h.instance_id AND l.number = h.version`,
        );
      },
      'checkpoint-heads-changed',
      2,
    ],
    [
      'a head that a checkpoint named is rewritten, although its chain is sound',
      (by) => by.query(`UPDATE checkpoint_head SET hash = 'other' WHERE checkpoint = 1`),
      'checkpoint-heads-changed',
      1,
    ],
    [
      'a head that a checkpoint named is deleted',
      (by) => by.query('DELETE FROM checkpoint_head WHERE checkpoint = 2 AND instance_id = $1', [two]),
      'checkpoint-heads-changed',
      2,
    ],
    [
      'a checkpoint is said to have named a head that it did not',
      (by) =>
        by.query(
          `INSERT INTO checkpoint_head SELECT instance_id, number, hash, 2 FROM ledger
           WHERE instance_id = $1 AND number = 2`,
          [two],
        ),
      'checkpoint-heads-changed',
      2,
    ],
    [
      'a head is said to have been named by another checkpoint',
      (by) =>
        by.query('UPDATE checkpoint_head SET checkpoint = 3 - checkpoint WHERE instance_id = $1', [two]),
      'checkpoint-heads-changed',
      1,
    ],
    [
      'a payload is taken away, and a disposal made up of which no checkpoint knows its payloads',
      async (by) => {
        await by.query('DELETE FROM payload');
        await by.query(`INSERT INTO disposal VALUES (1, 'rule', 'law', '2026-03-02T08:00:00Z', 1, 'root')`);
      },
      'disposal-changed',
      1,
    ],
    [
      'the last checkpoint is replaced by one of another key',
      async () => {
        await dropLastCheckpoint();
        await forged();
        await checkpointOf(THIEF);
      },
      'checkpoint-key-unknown',
      2,
    ],
    [
      'the last checkpoint is replaced by one of another key under the name of ours',
      async () => {
        await dropLastCheckpoint();
        await forged();
        await checkpointOf(THIEF);
        await hand.query('UPDATE checkpoint SET key_id = (SELECT key_id FROM sound_checkpoint LIMIT 1)');
      },
      'checkpoint-forged',
      2,
    ],
    [
      'the last checkpoint is replaced by one of the stolen key',
      async () => {
        await dropLastCheckpoint();
        await forged();
        await checkpointOf(settings.key);
      },
      'checkpoint-export-differs',
      2,
    ],
    [
      'the export is shortened',
      () => writeFile(exportFile(), `${soundExport.split('\n')[0] ?? ''}\n`),
      'checkpoint-not-exported',
      2,
    ],
    ['the export is gone', () => rm(exportFile()), 'checkpoint-not-exported', 1],
    [
      'the export is torn',
      () => writeFile(exportFile(), soundExport.slice(0, -40)),
      'checkpoint-export-differs',
      2,
    ],
    [
      'the export is rewritten',
      () => writeFile(exportFile(), soundExport.replace('"instances":2', '"instances":1')),
      'checkpoint-export-differs',
      1,
    ],
  ];

  /** Makes a checkpoint past the export, as somebody with the database and a key can. */
  async function checkpointOf(key: CheckpointSettings['key']) {
    const elsewhere = join(directory, 'elsewhere');
    await new Checkpoints({ key, directory: elsewhere, pool: database.pool, time: ledger.time }).make();
    await rm(elsewhere, { recursive: true });
  }

  it.each(CHECKPOINTS)('is found out when %s', async (_what, tamper, code, number) => {
    await tamper(hand);
    expect(await fault()).toEqual({ code, instanceId: null, number });
  });

  it('is not found out when only what came after the last checkpoint is cut, which the count admits', async () => {
    await cut(one, 3);
    expect(await verifyLedger(database.pool, evidence())).toMatchObject({
      ...{ fault: null, events: 6, afterLastCheckpoint: 0 },
    });
  });

  it('is not believed at all without a key', async () => {
    const nothing = { keys: new Map(), exported: null };
    expect((await verifyLedger(database.pool, nothing)).fault).toMatchObject({
      ...{ code: 'checkpoint-key-unknown', number: 1 },
    });
  });

  it('goes on to be believed when the key was changed, as long as the former one is known', async () => {
    await checkpoint(THIEF);
    const keys = verificationKeys([settings.key, THIEF]);
    expect(await verifyLedger(database.pool, { ...evidence(), keys })).toMatchObject({
      ...{ fault: null, checkpoints: 3, afterLastCheckpoint: 0 },
    });
    expect(await fault()).toMatchObject({ code: 'checkpoint-key-unknown', number: 3 });
  });

  it('can be held against a copy that somebody took earlier, which need not be whole', async () => {
    const path = join(directory, 'copy.jsonl');
    await writeFile(path, `${soundExport.split('\n')[0] ?? ''}\n`);
    const copy = { ...evidence(), exported: { path, whole: false } };
    expect((await verifyLedger(database.pool, copy)).fault).toBeNull();
    await hand.query('TRUNCATE checkpoint; TRUNCATE checkpoint_head');
    expect((await verifyLedger(database.pool, copy)).fault).toMatchObject({ code: 'checkpoint-missing' });
  });
});
