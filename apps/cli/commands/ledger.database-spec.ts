import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicKeyText } from '@ledtid/cases';
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

  async function document(args: string[], environment = own()) {
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
    expect(out).toContain('No case has come further since the last checkpoint.');
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
    expect(out).toMatch(/^Checkpoint 1 of .* is the last; 2 rows have come since, and whether any more/m);
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

  it('keep the key of the embedded default to its owner, and the same at every start', async () => {
    const [first, second] = [await embeddedCheckpoints(directory), await embeddedCheckpoints(directory)];
    expect(first.key.equals(second.key)).toBe(true);
    expect((await stat(place('checkpoint-key'))).mode & 0o777).toBe(0o600);
  });
});
