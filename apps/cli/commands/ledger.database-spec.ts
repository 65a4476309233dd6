import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccessLedger, publicKeyText } from '@ledtid/cases';
import { SmallLedger } from '../../../test/support/small-ledger';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { embeddedCheckpoints } from '../ledger/embedded-checkpoints';
import { main } from '../main';

const { privateKey } = generateKeyPairSync('ed25519');
const PEM = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

describe('the commands for the ledger', () => {
  let database: TestDatabase;
  let directory: string;
  let ledger: SmallLedger;
  let id: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledtid-ledger-'));
    database = await createTestDatabase();
    ledger = new SmallLedger(database.pool);
    id = await ledger.draft();
  });
  afterEach(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  const place = (name: string) => join(directory, name);
  const own = () => ({ LEDTID_CHECKPOINT_KEY: PEM, LEDTID_CHECKPOINT_DIR: place('checkpoints') });

  async function run(args: string[], environment: NodeJS.ProcessEnv = own()) {
    const written = { out: '', err: '' };
    const streams = {
      out: (text: string) => void (written.out += text),
      err: (text: string) => void (written.err += text),
    };
    const all = { DATABASE_URL: database.url, ...environment };
    const code = await main([...args, '--data-dir', directory], streams, all);
    return { code, ...written };
  }

  async function document(args: string[], environment: NodeJS.ProcessEnv = own()) {
    const { code, out } = await run([...args, '--json'], environment);
    return { code, document: JSON.parse(out) as Record<string, unknown> };
  }

  it('sign how it stands, and tell what somebody needs who verifies it', async () => {
    const { code, document: told } = await document(['checkpoint']);
    const [line = ''] = (await readFile(place('checkpoints/checkpoints.jsonl'), 'utf8')).split('\n');
    expect({ code, told }).toEqual({
      code: 0,
      told: {
        checkpoint: JSON.parse(line) as object,
        file: place('checkpoints/checkpoints.jsonl'),
        publicKey: publicKeyText(privateKey),
      },
    });
    const { out } = await run(['checkpoint']);
    expect(out).toContain('Nothing has changed since the last checkpoint.');
    expect(out).not.toContain('PRIVATE');
  });

  it.each(['LEDTID_CHECKPOINT_KEY', 'LEDTID_CHECKPOINT_DIR'])(
    'do not sign for a database of one’s own without %s',
    async (variable) => {
      const { code, document: told } = await document(['checkpoint'], { ...own(), [variable]: '' });
      expect({ code, told }).toMatchObject({ code: 1, told: { error: { code: 'configuration-invalid' } } });
      expect(JSON.stringify(told)).toContain(variable);
    },
  );

  it('verify it, and say what no checkpoint covers yet', async () => {
    expect((await run(['verify'])).out).toContain('No checkpoint was made yet');
    await run(['checkpoint']);
    await ledger.claimed(id);
    const { code, out } = await run(['verify']);
    expect(code).toBe(0);
    expect(out).toContain('1 instances, 3 events');
    expect(out).toMatch(
      /^Checkpoint 1 of .* is the last; 2 rows and 0 looks have come since, and whether any more/m,
    );
  });

  it('find the end of a chain cut off, and name the row and the checkpoint', async () => {
    await ledger.claimed(id);
    await run(['checkpoint']);
    await database.pool.query(
      `ALTER TABLE ledger DISABLE TRIGGER ledger_append_only; DELETE FROM ledger WHERE number = 3;
       UPDATE instance SET version = 2, hash = (SELECT hash FROM ledger WHERE number = 2)`,
    );
    const { code, out } = await run(['verify']);
    expect({ code, out }).toEqual({
      code: 1,
      out: `Ledger row 3 of instance ${id} is broken: it is not there, although checkpoint 1 names a later one. (ledger-tail-cut)\n`,
    });
  });

  it('find the end of the access ledger cut off, and name the row and the checkpoint', async () => {
    const look = { subject: 'eva', roles: ['auditor'], purpose: 'audit', request: 'GET /x' } as const;
    const looks = new AccessLedger(database.pool, ledger.time);
    for (const _ of [1, 2]) await looks.record({ ...look, instances: [id], refused: null });
    await run(['checkpoint']);
    await database.pool.query(
      'ALTER TABLE access_record DISABLE TRIGGER ALL; DELETE FROM access_record WHERE number = 2',
    );
    expect((await run(['verify'])).out).toBe(
      'Row 2 of the access ledger is broken: it is not there, although checkpoint 1 names it or a later one. (access-tail-cut)\n',
    );
  });

  it('believe earlier keys that the configuration still names', async () => {
    await run(['checkpoint']);
    await ledger.claimed(id);
    const later = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
    const rotated = { ...own(), LEDTID_CHECKPOINT_KEY: later.toString() };
    await run(['checkpoint'], rotated);
    expect(await document(['verify'], rotated)).toMatchObject({
      code: 1,
      document: { fault: { code: 'checkpoint-key-unknown', number: 1 } },
    });
    const known = { ...rotated, LEDTID_CHECKPOINT_PUBLIC_KEYS: publicKeyText(privateKey) };
    expect(await document(['verify'], known)).toMatchObject({ code: 0, document: { checkpoints: 2 } });
  });

  describe('verify an export of it without any database', () => {
    const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };
    const offline = (...more: string[]) =>
      document(['verify', '--ledger', place('ledger.jsonl'), '--keys', place('key.pem'), ...more], nowhere);

    beforeEach(async () => {
      await writeFile(place('key.pem'), publicKeyText(privateKey));
      await run(['checkpoint']);
      await ledger.claimed(id);
      await run(['checkpoint']);
      await ledger.passed(id);
      await ledger.draft();
      await run(['export', '--format', 'ledger', '--out', place('ledger.jsonl')]);
    });

    async function rewrite(change: (text: string) => string) {
      const sound = await readFile(place('ledger.jsonl'), 'utf8');
      const changed = change(sound);
      expect(changed).not.toBe(sound);
      await writeFile(place('ledger.jsonl'), changed);
    }

    it('as it is and gzipped, with the public key alone', async () => {
      const told = await offline();
      expect(told).toMatchObject({
        code: 0,
        document: {
          ok: true,
          instances: 2,
          events: 5,
          checkpoints: 2,
          payloads: null,
          afterLastCheckpoint: 2,
        },
      });
      const zipped = place('ledger.jsonl.gz');
      await run(['export', '--format', 'ledger', '--out', zipped]);
      const flags = ['--ledger', zipped, '--keys', place('key.pem')];
      expect(await document(['verify', ...flags], nowhere)).toEqual(told);
      expect((await run(['verify', ...flags], nowhere)).out).toContain(
        '2 instances, 5 events, 2 checkpoints, 0 looks.',
      );
    });

    it.each([
      ['a row', (text: string) => text.replace('"actor":"olle"', '"actor":"eva"'), 'ledger-row-changed', 3],
      [
        'the end of a chain',
        (text: string) => {
          const lines = text.split('\n').map((line) => JSON.parse(line || 'null') as never);
          const { rows, head } = (lines as { chain: { rows: { hash: string }[]; head: object } }[])[1]!.chain;
          rows.splice(2);
          Object.assign(head, { version: 2, hash: rows[1]!.hash });
          return lines.map((line) => (line === null ? '' : JSON.stringify(line))).join('\n');
        },
        'ledger-tail-cut',
        3,
      ],
      ['a signature', (text: string) => text.replace(/("signature":")../, '$1xx'), 'checkpoint-forged', 1],
    ])('and find that %s was touched', async (_what, change, code, number) => {
      await rewrite(change);
      expect(await offline()).toMatchObject({ code: 1, document: { ok: false, fault: { code, number } } });
    });

    it.each([
      ['cut off', (text: string) => text.slice(0, -9), 'ledger-file-truncated'],
      [
        'without a chain',
        (text: string) => text.split('\n').toSpliced(2, 1).join('\n'),
        'ledger-file-truncated',
      ],
      ['of something else', () => 'case,what,when\n', 'ledger-file-truncated'],
      [
        'of another version',
        (text: string) => text.replace('"version":1', '"version":2'),
        'ledger-file-unknown',
      ],
      ['empty', () => '', 'ledger-file-truncated'],
    ])('but not a file that is %s', async (_what, change, code) => {
      await rewrite(change);
      expect(await offline()).toMatchObject({ code: 1, document: { error: { code } } });
    });

    it('against a copy of the checkpoints, from which the export was shortened', async () => {
      const copy = ['--checkpoints', place('checkpoints/checkpoints.jsonl')];
      expect((await offline(...copy)).code).toBe(0);
      await rewrite((text) =>
        text
          .replace(/.*"checkpoint":\{[^\n]*"number":2.*\n/, '')
          .replace('"checkpoints":2', '"checkpoints":1'),
      );
      expect(await offline(...copy)).toMatchObject({
        code: 1,
        document: { fault: { code: 'checkpoint-missing', number: 2 } },
      });
      expect(await offline('--checkpoints', place('none'))).toMatchObject({
        code: 1,
        document: { error: { code: 'file-not-readable' } },
      });
    });

    it('and take what is no public key, or a log of others, for wrong usage', async () => {
      expect((await run(['verify', '--keys', place('ledger.jsonl')])).code).toBe(2);
      const flags = ['--format', 'ledger', '--log', 'x', '--out', place('out')];
      expect((await run(['export', ...flags])).code).toBe(2);
    });
  });

  it('dispose of payloads by rule, say first what would go, and sign that it was done', async () => {
    await ledger.claimed(id);
    await ledger.withdrawn(id);
    const rule = {
      ...{ key: 'claims', validFrom: '2020-01-01', validTo: null, workflows: 'all', events: ['CLAIM'] },
      ...{ afterEnd: { days: 1 }, source: 'RA-MS 2026:1' },
    };
    const environment = { ...own(), LEDTID_DISPOSAL: JSON.stringify([rule]) };
    const rules = [{ rule: 'claims', source: 'RA-MS 2026:1', payloads: 1 }];
    expect(await document(['dispose', '--dry-run'], environment)).toEqual({
      code: 0,
      document: { dryRun: true, rules },
    });
    expect(await document(['verify'])).toMatchObject({ document: { payloads: 1, checkpoints: 0 } });
    expect((await run(['dispose'], environment)).out).toBe(
      '1 payloads disposed under rule claims (RA-MS 2026:1).\n',
    );
    const { code, out } = await run(['verify']);
    expect({ code, lines: out.split('\n') }).toMatchObject({
      code: 0,
      lines: expect.arrayContaining(['1 payloads disposed under rule claims (RA-MS 2026:1).']) as string[],
    });
    expect(out).toContain('0 rows and 0 looks have come since');
    expect((await run(['dispose'])).out).toContain('No rule is in force');
    const wrong = { ...own(), LEDTID_DISPOSAL: '[{"key": "claims"}]' };
    expect(await document(['dispose'], wrong)).toMatchObject({
      code: 1,
      document: { error: { code: 'disposal-rules-invalid' } },
    });
  });

  it('prune what is past its time, say first what would go, and by what rule', async () => {
    await database.pool.query(
      `INSERT INTO sign_in_attempt VALUES ('d', 'staff', '/', false, '2026-01-01T00:00:00Z')`,
    );
    const tables = expect.arrayContaining([
      expect.objectContaining({ table: 'sign_in_attempt', rows: 1 }),
    ]) as unknown;
    for (const dryRun of [true, false]) {
      const flags = dryRun ? ['--dry-run'] : [];
      expect(await document(['prune', ...flags])).toEqual({ code: 0, document: { dryRun, tables } });
    }
    expect((await run(['prune'])).out).toMatch(/^0 rows of sign_in_attempt went \(.*1 days after its end;/m);
    const wrong = { ...own(), LEDTID_RETENTION: '[{"table": "ledger"}]' };
    expect(await document(['prune'], wrong)).toMatchObject({
      code: 1,
      document: { error: { code: 'retention-rules-invalid' } },
    });
  });

  it('keep the key of the embedded default to its owner, and the same at every start', async () => {
    const [first, second] = [await embeddedCheckpoints(directory), await embeddedCheckpoints(directory)];
    expect(first.key.equals(second.key)).toBe(true);
    expect((await stat(place('checkpoint-key'))).mode & 0o777).toBe(0o600);
  });
});
