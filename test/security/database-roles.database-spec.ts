import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type Pool } from 'pg';
import { LeadTimeReports, isRefusal } from '@ledtid/lead-time';
import {
  AccessLedger,
  Checkpoints,
  Pruning,
  caseConfiguration,
  dispose,
  loadDisposalRules,
  retentionRules,
  verifyLedger,
} from '@ledtid/cases';
import { createPool } from '@ledtid/platform';
import { SystemTime, TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { main, runDemo } from '../../apps/cli';
import { type DemonstrationServer, startDemonstration } from '../support/demonstration-server';
import { newCheckpointSettings } from '../support/checkpoint-settings';
import type { TestDatabase } from '../support/test-database';

const DENIED = '42501';
const GROWS_ONLY = [
  'access_record',
  'checkpoint',
  'checkpoint_head',
  'disposal',
  'disposed_payload',
  'ledger',
];
const PASSWORD = 'of-a-test';

let made = 0;

/** A role as the owner of an installation makes one, with the rights that the command gives it. */
async function newRole(database: TestDatabase, use: string): Promise<{ role: string; url: string }> {
  const role = `ledtid_${use}_${process.pid}_${(made += 1)}`;
  await database.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD}'`);
  const quiet = { out: () => undefined, err: () => undefined };
  const given = await main(['grant', role, '--for', use], quiet, { DATABASE_URL: database.url });
  if (given !== 0) throw new Error(`The role got no rights: ${given}`);
  const url = new URL(database.url);
  [url.username, url.password] = [role, PASSWORD];
  return { role, url: url.href };
}

describe('the role of the service in the database', () => {
  const configuration = caseConfiguration(loadWorkflows());
  let server: DemonstrationServer;
  let service: { role: string; url: string };
  let disposal: { role: string; url: string };
  let pool: Pool;

  beforeAll(async () => {
    server = await startDemonstration({
      asRole: async (database) => {
        service = await newRole(database, 'service');
        disposal = await newRole(database, 'disposal');
        return service.url;
      },
    });
    pool = createPool({ url: service.url });
  }, 120_000);
  afterAll(async () => {
    await pool.end();
    const { pool: owner } = server.database;
    for (const { role } of [service, disposal]) await owner.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await server.close();
  });

  it('is enough for a whole case over HTTP, by the queues, from draft to access, and for its reports', async () => {
    const demo = await runDemo({
      ...{ serverUrl: server.url, time: new SystemTime(), packages: server.packages },
      tokenOf: (asked) => server.issuer.issueToken(asked),
    });
    expect(demo.case).toMatchObject({ outcome: 'partial' });
    const reports = new LeadTimeReports(pool, new SystemTime(), configuration);
    expect(isRefusal(await reports.report('lead-time', {}))).toBe(false);
    const verified = await verifyLedger(pool);
    expect(verified.fault).toBeNull();
  }, 180_000);

  it.each(GROWS_ONLY)(
    'may add to %s and read it, and neither change, nor remove, nor empty it',
    async (table) => {
      const column = await aColumnOf(table);
      for (const statement of [
        `UPDATE ${table} SET ${column} = ${column}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
        `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
        `DROP TRIGGER ${table}_append_only ON ${table}`,
        `DROP TABLE ${table}`,
      ]) {
        await expect(pool.query(statement)).rejects.toMatchObject({ code: DENIED });
      }
      await expect(pool.query(`SELECT FROM ${table} LIMIT 1`)).resolves.toBeDefined();
    },
  );

  it('may not take away what the ledger holds the digest of', async () => {
    for (const table of ['payload', 'form_revision']) {
      await expect(pool.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: DENIED });
      await expect(pool.query(`UPDATE ${table} SET digest = digest`)).rejects.toMatchObject({ code: DENIED });
    }
  });

  it('may take the key of a document, and not that there was one', async () => {
    await expect(pool.query('UPDATE document SET key = key')).resolves.toBeDefined();
    await expect(pool.query('DELETE FROM document')).rejects.toMatchObject({ code: DENIED });
  });

  it.each([
    'CREATE TABLE mine (a int)',
    'CREATE SCHEMA mine',
    'CREATE OR REPLACE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE sql AS $$ SELECT 1 $$',
    "UPDATE schema_migration SET name = 'none'",
    'SET session_replication_role = replica',
  ])('has no way round: %s', async (statement) => {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: DENIED });
  });

  it('leaves disposal to a role that may do that and nothing else', async () => {
    const [rule] = loadDisposalRules([
      {
        key: 'all',
        source: 'a test',
        workflows: 'all',
        events: 'all',
        afterEnd: { days: 1 },
        validFrom: '2020-01-01',
        validTo: null,
      },
    ]);
    const disposing = { time: new TurnedTime('2040-01-01T00:00:00.000Z'), rules: [rule!] };
    await expect(dispose({ pool, ...disposing })).rejects.toMatchObject({ code: DENIED });
    const other = createPool({ url: disposal.url });
    try {
      const [done] = await dispose({ pool: other, ...disposing });
      expect(done!.payloads).toBeGreaterThan(0);
      await expect(other.query('DELETE FROM disposed_payload')).rejects.toMatchObject({ code: DENIED });
      await expect(other.query('INSERT INTO idempotency DEFAULT VALUES')).rejects.toMatchObject({
        code: DENIED,
      });
    } finally {
      await other.end();
    }
  });

  it('leaves the access ledger’s pruning to the same role, and prunes all else itself', async () => {
    const looked = new AccessLedger(server.database.pool, new TurnedTime('2026-03-02T08:00:00.000Z'));
    const look = { subject: 'a', roles: ['auditor'], purpose: 'audit', request: 'GET /x' } as const;
    for (const _ of [1, 2]) await looked.record({ ...look, instances: [], refused: null });
    const directory = await mkdtemp(join(tmpdir(), 'ledtid-roles-'));
    const time = new TurnedTime('2040-01-01T00:00:00.000Z');
    const rules = retentionRules([
      {
        ...{ table: 'access_record', validFrom: '2020-01-01', validTo: null },
        ...{ keep: { days: 1 }, source: 'a test' },
      },
    ]);
    const other = createPool({ url: disposal.url });
    const pruning = (by: Pool) =>
      new Pruning({
        ...{ pool: by, time, rules },
        checkpoints: new Checkpoints({ ...newCheckpointSettings(directory), pool: by, time }),
      });
    const tables = (done: readonly { table: string }[]) => done.map(({ table }) => table).sort();
    try {
      const own = tables(await pruning(pool).pruneWhenDue());
      expect(own).toEqual(['idempotency', 'logout_token', 'session', 'sign_in_attempt']);
      expect(tables(await pruning(other).prune())).toEqual(['access_record', ...own].sort());
      await expect(other.query('DELETE FROM access_record')).rejects.toMatchObject({ code: '23001' });
    } finally {
      await other.end();
      await rm(directory, { recursive: true });
    }
  });

  it.each([
    ['who owns the tables', async () => new URL(server.database.url).username, 'owns the tables'],
    ['whom there is none of', async () => 'nobody_here', 'does not exist'],
  ])('is not somebody %s', async (_, named, told) => {
    let said = '';
    const streams = { out: () => undefined, err: (text: string) => void (said += text) };
    expect(await main(['grant', await named()], streams, { DATABASE_URL: server.database.url })).toBe(1);
    expect(said).toMatch(new RegExp(`${told}.*database-role-unfit`, 's'));
  });

  it('finds every table that may only grow, by the trigger that guards it', async () => {
    const { rows } = await server.database.pool.query<{ name: string }>(
      `SELECT DISTINCT event_object_table AS name FROM information_schema.triggers
       WHERE action_statement LIKE '%refuse_ledger_change%' ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(GROWS_ONLY));
    const client = new Client({ connectionString: service.url });
    await client.connect();
    for (const { name } of rows) {
      const { rows: may } = await client.query<{ may: boolean }>(
        "SELECT has_table_privilege($1, 'UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege($1, 'UPDATE') AS may",
        [name],
      );
      expect({ name, may: may[0]!.may }).toEqual({ name, may: false });
    }
    await client.end();
  });

  async function aColumnOf(table: string): Promise<string> {
    const { rows } = await pool.query<{ name: string }>(
      'SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 LIMIT 1',
      [table],
    );
    return rows[0]!.name;
  }
});
