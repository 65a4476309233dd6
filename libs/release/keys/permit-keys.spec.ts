import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyEncryptionKeys } from '@ledtid/platform';
import { Decrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { FolderKeyStore } from './key-store';
import { PermitKeys } from './permit-keys';

const OLD = { current: 'old', keys: { old: Buffer.alloc(32, 1) } };
const ROTATED = { current: 'new', keys: { ...OLD.keys, new: Buffer.alloc(32, 2) } };

describe('the keys of permits', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'ledtid-keys-'))));
  afterEach(() => rm(folder, { recursive: true }));

  const keys = (kek: KeyEncryptionKeys = OLD): PermitKeys => new PermitKeys(new FolderKeyStore(folder), kek);

  it('stay the same for one permit and differ between permits', async () => {
    const first = await keys().pseudonymKey('permit-a');
    expect(first).toHaveLength(32);
    expect(await keys().pseudonymKey('permit-a')).toEqual(first);
    expect(await keys().pseudonymKey('permit-b')).not.toEqual(first);
    expect(await keys().populationIdentity('permit-a')).toMatch(/^AGE-SECRET-KEY-1/);
  });

  it('are one key when ten workers make a permit’s first one at once', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => keys().pseudonymKey('permit-a')));
    expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(1);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('are stored wrapped, in files that only this account can read', async () => {
    const key = await keys().pseudonymKey('permit-a');
    const [name] = await readdir(folder);
    const stored = await readFile(join(folder, name!));
    expect(
      stored.includes(key.toString('base64')) || stored.includes(key.toString('hex')) || stored.includes(key),
    ).toBe(false);
    expect((await stat(join(folder, name!))).mode & 0o077).toBe(0);
  });

  it('open after a rotation of the key-encryption key, and not without the one they were wrapped with', async () => {
    const key = await keys().pseudonymKey('permit-a');
    expect(await keys(ROTATED).pseudonymKey('permit-a')).toEqual(key);
    const forgotten = { current: 'new', keys: { new: ROTATED.keys.new } };
    await expect(keys(forgotten).pseudonymKey('permit-a')).rejects.toMatchObject({
      code: 'key-encryption-key-missing',
    });
    const wrong = { current: 'old', keys: { old: Buffer.alloc(32, 9) } };
    await expect(keys(wrong).pseudonymKey('permit-a')).rejects.toMatchObject({ code: 'key-not-opened' });
  });

  it('say by which algorithm they are wrapped, and are refused where it is another', async () => {
    const key = await keys().pseudonymKey('permit-a');
    const [name] = await readdir(folder);
    const path = join(folder, name!);
    const { algorithm, ...older } = JSON.parse(await readFile(path, 'utf8')) as Record<string, string>;
    expect(algorithm).toBe('aes-256-gcm');
    // As keys lie in stores from before it was said.
    await writeFile(path, JSON.stringify(older));
    expect(await keys().pseudonymKey('permit-a')).toEqual(key);
    await writeFile(path, JSON.stringify({ ...older, algorithm: 'of-tomorrow' }));
    await expect(keys().pseudonymKey('permit-a')).rejects.toMatchObject({ code: 'key-algorithm-unknown' });
  });

  it('do not open for another permit', async () => {
    await keys().pseudonymKey('permit-a');
    const [first] = await readdir(folder);
    await keys().pseudonymKey('permit-b');
    const second = (await readdir(folder)).find((name) => name !== first)!;
    await writeFile(join(folder, second), await readFile(join(folder, first!)));
    await expect(keys().pseudonymKey('permit-b')).rejects.toMatchObject({ code: 'key-not-opened' });
  });

  it('are refused a key-encryption key that is not 32 bytes', async () => {
    await expect(
      keys({ current: 'short', keys: { short: Buffer.alloc(16) } }).pseudonymKey('x'),
    ).rejects.toMatchObject({ code: 'key-encryption-key-missing' });
  });

  it('are handed out sealed to one recipient: the same key makes the same pseudonyms, of that permit alone', async () => {
    const identity = await generateX25519Identity();
    const key = await keys().pseudonymKey('permit-a');
    const sealed = await keys().sealedCodeKey('permit-a', await identityToRecipient(identity));
    expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const opened = JSON.parse(await decrypter.decrypt(armor.decode(sealed), 'text')) as { key: string };
    expect(opened).toMatchObject({ permit: 'permit-a', key: key.toString('base64') });
    await expect(keys().sealedCodeKey('permit-b', await identityToRecipient(identity))).rejects.toMatchObject(
      {
        code: 'key-missing',
      },
    );
    expect(await readdir(folder)).toHaveLength(1);
  });
});
