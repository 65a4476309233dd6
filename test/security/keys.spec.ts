import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPage, rowsOf } from './security-page';

const ROOT = join(__dirname, '../..');
const page = readPage('docs/security/keys.md');
const inventory = rowsOf(page)
  .map((row) => row.join(' | '))
  .join('\n');

const sources = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))),
  )
  .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));

/** Every first group of a pattern in the product's code, with where it stands. */
function inCode(pattern: RegExp): { path: string; found: string }[] {
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([, found]) => ({ path, found: found! })),
  );
}

describe('the inventory of keys', () => {
  it('names every digest, cipher and curve that the code uses', () => {
    const used = inCode(/(?:create(?:Hash|Hmac|Cipheriv|Decipheriv)\(|(?:ALGORITHM|CURVE) = )'([^']+)'/g);
    const algorithms = new Set(used.map(({ found }) => found));
    expect([...algorithms]).toEqual(expect.arrayContaining(['sha256', 'aes-256-gcm', 'ed25519']));
    const signing = inCode(/'((?:ES|PS|RS|HS)(?:256|384|512))'/g).map(({ found }) => found);
    expect(signing).toContain('PS256');
    for (const name of [...algorithms, ...signing]) expect(inventory).toContain(name);
  });

  it('names every setting that is a key', () => {
    const settings = sources.find(({ path }) => path.endsWith('configuration/settings.ts'))!.text;
    const keys = [...settings.matchAll(/variable: '(\w*KEYS?)'/g)].map(([, name]) => name!);
    expect(keys).toContain('LEDTID_KEY_ENCRYPTION_KEY');
    for (const name of keys) expect(inventory).toContain(name);
  });

  it.each(['md5', 'sha1', 'des', 'rc4', 'ecb', 'pbkdf2'])('has no %s, and neither has the code', (weak) => {
    const calls = inCode(/create(?:Hash|Hmac|Cipheriv|Decipheriv)\('([^']+)'/g);
    expect(calls.filter(({ found }) => found.toLowerCase().includes(weak))).toEqual([]);
  });
});

describe('random values', () => {
  /** Neither is a secret: a nonce must differ, and a name of a file in the making must be free. */
  const NO_SECRETS = [
    'libs/platform/keys/key-encryption.ts 12',
    'libs/platform/embedded-postgres/credentials.ts 6',
  ];

  it('that nobody may guess have at least 128 bits, of the system’s own generator', () => {
    const made = inCode(/randomBytes\((\w+)\)/g).map(({ path, found }) => {
      const named = new RegExp(`const ${found} = (\\d+)`).exec(
        sources.find((one) => one.path === path)!.text,
      )?.[1];
      return `${path} ${named ?? found}`;
    });
    expect(made.length).toBeGreaterThan(4);
    const few = made.filter((one) => !(Number(one.split(' ')[1]) >= 16));
    expect(few.sort()).toEqual([...NO_SECRETS].sort());
    expect(inCode(/\b(Math\.random|pseudoRandomBytes)\b/g)).toEqual([]);
  });
});
