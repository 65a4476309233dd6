import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DocumentVault } from '@ledtid/documents';
import { keyEncryptionKeys } from '@ledtid/platform';
import { CountedIds } from '@ledtid/time';
import { SmallLedger } from '../../../test/support/small-ledger';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { main } from '../main';

const CHECKPOINT_KEY = generateKeyPairSync('ed25519')
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString();
const [OLD, NEW] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const LONG_AGO = new Date('2020-01-01');

const RULES = JSON.stringify([
  {
    ...{ key: 'documents', validFrom: '2026-01-01', validTo: null, workflows: 'all' },
    ...{ events: ['DOCUMENT_ADDED'], afterEnd: { days: 1 }, source: 'RA-MS 2026:1' },
  },
]);

describe('the commands for documents', () => {
  const ids = new CountedIds();
  let database: TestDatabase;
  let directory: string;
  let ledger: SmallLedger;
  let id: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledtid-documents-'));
    database = await createTestDatabase();
    ledger = new SmallLedger(database.pool);
    id = await ledger.draft();
  });
  afterEach(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  async function run(args: string[], environment: NodeJS.ProcessEnv = {}) {
    let out = '';
    const streams = { out: (text: string) => void (out += text), err: () => undefined };
    const own = {
      ...{ DATABASE_URL: database.url, LEDTID_DOCUMENT_DIR: join(directory, 'documents') },
      ...{
        LEDTID_DOCUMENT_KEY: NEW.toString('base64'),
        LEDTID_DOCUMENT_EARLIER_KEYS: OLD.toString('base64'),
      },
      ...{ LEDTID_CHECKPOINT_KEY: CHECKPOINT_KEY, LEDTID_CHECKPOINT_DIR: join(directory, 'checkpoints') },
    };
    const code = await main([...args, '--json', '--data-dir', directory], streams, {
      ...own,
      ...environment,
    });
    return { code, document: JSON.parse(out) as Record<string, unknown> };
  }

  async function kept(): Promise<string> {
    const document = ids.next();
    const vault = new DocumentVault({
      directory: join(directory, 'documents'),
      keys: keyEncryptionKeys(OLD, []),
    });
    async function* content() {
      yield Buffer.from('text');
    }
    const key = await vault.seal(document, content());
    await vault.keep(document);
    const told = {
      kind: 'other',
      name: 'a.txt',
      mediaType: 'text/plain',
      size: 4,
      digest: 'd',
      state: 'clean' as const,
    };
    await ledger.document(id, { id: document, key, ...told });
    return document;
  }

  async function files(): Promise<string[]> {
    const entries = await readdir(join(directory, 'documents'), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  it('wrap every key anew, after which the earlier key is needed no more', async () => {
    await kept();
    expect(await run(['documents', 'rotate-keys'])).toEqual({
      code: 0,
      document: { rewrapped: 1, left: {} },
    });
    const withoutOld = await run(['documents', 'rotate-keys'], { LEDTID_DOCUMENT_EARLIER_KEYS: '' });
    expect(withoutOld).toEqual({ code: 0, document: { rewrapped: 0, left: {} } });
  });

  it('say which key is missing, and change nothing without it', async () => {
    await kept();
    const { code, document } = await run(['documents', 'rotate-keys'], { LEDTID_DOCUMENT_EARLIER_KEYS: '' });
    expect({ code, document }).toMatchObject({
      code: 1,
      document: { error: { code: 'key-encryption-key-missing' } },
    });
    expect(await run(['documents', 'rotate-keys'])).toMatchObject({ document: { rewrapped: 1 } });
  });

  it('remove what was left over and what was disposed of, and nothing else', async () => {
    await kept();
    await ledger.withdrawn(id, 2);
    const another = await ledger.draft();
    [id] = [another];
    const goes = await kept();
    for (const file of await files()) await utimes(file, LONG_AGO, LONG_AGO);
    expect(await run(['documents', 'sweep'])).toEqual({ code: 0, document: { removed: 0 } });
    expect(await run(['dispose'], { LEDTID_DISPOSAL: RULES })).toMatchObject({
      document: { rules: [{ rule: 'documents', payloads: 1 }] },
    });
    expect((await files()).map((file) => file.endsWith(goes))).toEqual([true]);
  });

  it.each(['LEDTID_DOCUMENT_DIR', 'LEDTID_DOCUMENT_KEY'])('need %s', async (variable) => {
    const { code, document } = await run(['documents', 'sweep'], { [variable]: '' });
    expect({ code, document }).toMatchObject({
      code: 1,
      document: { error: { code: 'configuration-invalid' } },
    });
    expect(JSON.stringify(document)).toContain(variable);
  });
});
