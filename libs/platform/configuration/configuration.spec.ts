import { type KeyObject, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlatformError } from '../platform-error';
import { configurationDocument } from './configuration-table';
import { readSettings } from './read-settings';
import { SETTINGS } from './settings';

const KEYS = generateKeyPairSync('ed25519');
const KEY = Buffer.alloc(32, 7).toString('base64');
const OWN = {
  DATABASE_URL: 'postgres://u:secret@db/ledtid?sslmode=verify-full',
  LEDTID_ISSUERS: '[]',
  LEDTID_KEY_ENCRYPTION_KEY: KEY,
};

describe('the configuration', () => {
  it('needs nothing at all for the embedded default', () => {
    expect(readSettings({}, 'serve')).toEqual({
      databaseUrl: null,
      redisUrl: null,
      plainHosts: null,
      drafts: 100,
      reportSeconds: 30,
      requestsPerMinute: 600,
      trustedProxies: null,
      port: 3000,
      host: null,
      dataDir: '.ledtid',
      environment: 'development',
      issuers: null,
      publicUrl: null,
      sessionIdleMinutes: 30,
      sessionsPerPerson: 5,
      retention: null,
      sessionHours: 8,
      decisionMinutes: 15,
      assurance: null,
      clocks: null,
      logLevel: 'info',
      databaseConnections: 20,
      boardHost: null,
      keyEncryptionKey: null,
      checkpointKey: null,
      checkpointPublicKeys: null,
      checkpointDirectory: null,
      documentDirectory: null,
      documentKey: null,
      documentEarlierKeys: null,
      documentRules: null,
      clamav: null,
      disposal: null,
      sources: null,
      serverUrl: null,
      token: null,
    });
  });

  it('takes an empty variable as unset, as a compose file writes it', () => {
    expect(readSettings({ REDIS_URL: '', PORT: ' ' }, 'serve')).toMatchObject({
      redisUrl: null,
      port: 3000,
    });
  });

  it('names every problem at once, and repeats no secret', () => {
    const wrong = {
      DATABASE_URL: 'mysql://u:secret@db/ledtid',
      REDIS_URL: 'not a url with secret',
      PORT: '70000',
      LEDTID_ISSUERS: '[{',
      LEDTID_CLOCKS: '/no/such/file.json',
      LEDTID_LOG_LEVEL: 'loud',
      LEDTID_KEY_ENCRYPTION_KEY: 'secret',
      LEDTID_DOCUMENT_KEY: 'secret',
      LEDTID_DOCUMENT_EARLIER_KEYS: `${KEY},secret`,
      LEDTID_CLAMAV: 'http://secret',
      LEDTID_CHECKPOINT_KEY: 'secret',
      LEDTID_CHECKPOINT_PUBLIC_KEYS: pemOf(KEYS.privateKey).replace(/^[^-]+/m, 'secret'),
    };
    const error = refusalOf(() => readSettings(wrong, 'serve'));
    expect(error.code).toBe('configuration-invalid');
    for (const variable of Object.keys(wrong)) expect(error.message).toContain(variable);
    expect(error.message).not.toContain('secret');
  });

  it('reads JSON from the variable itself and from a file that it names', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ledtid-configuration-'));
    const path = join(directory, 'issuers.json');
    writeFileSync(path, '[{"issuer": "a"}]');
    const fromFile = readSettings({ LEDTID_ISSUERS: path, LEDTID_CLOCKS: '{"a": [1]}' }, 'serve');
    rmSync(directory, { recursive: true });
    expect(fromFile).toMatchObject({ issuers: '[{"issuer": "a"}]', clocks: { a: [1] } });
  });

  it.each([
    ['an own database without issuers', { ...OWN, LEDTID_ISSUERS: '' }, 'LEDTID_ISSUERS is missing'],
    [
      'an own database without a key',
      { ...OWN, LEDTID_KEY_ENCRYPTION_KEY: '' },
      'LEDTID_KEY_ENCRYPTION_KEY is missing',
    ],
    ['production on the embedded database', { NODE_ENV: 'production' }, 'DATABASE_URL is missing'],
  ])('does not let a service start with %s', (_, environment, problem) => {
    expect(refusalOf(() => readSettings(environment, 'serve')).message).toContain(problem);
    expect(() => readSettings(environment, 'command')).not.toThrow();
  });

  it('lets a service start with a database, issuers and a key of its own', () => {
    const read = readSettings({ ...OWN, NODE_ENV: 'production' }, 'serve');
    expect(read.keyEncryptionKey).toEqual(Buffer.alloc(32, 7));
  });

  it('reads every setting from a file as well, and repeats no secret in it', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ledtid-configuration-'));
    const path = join(directory, 'secret');
    const read = (text: string) => {
      writeFileSync(path, text);
      return readSettings(
        { ...OWN, LEDTID_KEY_ENCRYPTION_KEY: '', LEDTID_KEY_ENCRYPTION_KEY_FILE: path },
        'serve',
      );
    };
    expect(read(`${KEY}\n`).keyEncryptionKey).toEqual(Buffer.alloc(32, 7));
    const wrong = refusalOf(() => read('secret')).message;
    expect(wrong).toContain('LEDTID_KEY_ENCRYPTION_KEY must be');
    expect(wrong).not.toContain('secret\n');
    expect(refusalOf(() => read(' ')).message).toContain('which is empty');
    rmSync(directory, { recursive: true });
    for (const { variable } of Object.values(SETTINGS)) {
      const error = refusalOf(() => readSettings({ [`${variable}_FILE`]: path }, 'command'));
      expect(error.message).toContain(
        `${variable}_FILE names the file ${path}, which cannot be read (ENOENT)`,
      );
    }
    const both = { PORT: '1', PORT_FILE: path };
    expect(refusalOf(() => readSettings(both, 'command')).message).toContain('are both set');
  });

  it('reads several keys with commas between them', () => {
    const other = Buffer.alloc(32, 8);
    const text = `${KEY}, ${other.toString('base64')}`;
    const read = readSettings({ LEDTID_DOCUMENT_EARLIER_KEYS: text }, 'command');
    expect(read.documentEarlierKeys).toEqual([Buffer.alloc(32, 7), other]);
  });

  it('reads a signing key and public keys as PEM, from the variable and from a file', () => {
    const directory = mkdtempSync(join(tmpdir(), 'ledtid-configuration-'));
    const path = join(directory, 'key.pem');
    writeFileSync(path, pemOf(KEYS.privateKey));
    const other = generateKeyPairSync('ed25519').publicKey;
    const LEDTID_CHECKPOINT_PUBLIC_KEYS = `${pemOf(KEYS.publicKey)}\n${pemOf(other)}`;
    const read = readSettings({ LEDTID_CHECKPOINT_KEY: path, LEDTID_CHECKPOINT_PUBLIC_KEYS }, 'command');
    rmSync(directory, { recursive: true });
    expect(read.checkpointKey?.equals(KEYS.privateKey)).toBe(true);
    expect(read.checkpointPublicKeys?.map(pemOf)).toEqual([KEYS.publicKey, other].map(pemOf));
  });

  it('signs with Ed25519 and nothing else', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const environment = { LEDTID_CHECKPOINT_KEY: pemOf(privateKey) };
    expect(refusalOf(() => readSettings(environment, 'command')).message).toContain('of type ed25519');
  });

  it('is documented in full', () => {
    for (const { variable } of Object.values(SETTINGS)) {
      expect(configurationDocument()).toContain(`| \`${variable}\` |`);
    }
  });
});

function pemOf(key: KeyObject): string {
  const type = key.type === 'private' ? 'pkcs8' : 'spki';
  return key.export({ format: 'pem', type } as never).toString();
}

function refusalOf(run: () => unknown): PlatformError {
  try {
    run();
  } catch (error) {
    if (error instanceof PlatformError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
