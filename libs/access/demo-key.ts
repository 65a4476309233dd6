import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

const FILE = 'demo-issuer-key.json';

/** RFC 7518. Not Ed25519: Node 20 prints an experimental warning for it at every start. */
export const DEMO_ALGORITHM = 'ES256';

/**
 * The key pair in `directory`, made at the first call (mode 0600). Server and command line share it, and may
 * start at the same moment: the file appears whole or not at all, and whoever comes second takes the first one's.
 */
export async function openDemoKey(directory: string, keyId: string): Promise<JWK> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, FILE);
  return (await readKey(path)) ?? (await makeKey(path, keyId));
}

async function readKey(path: string): Promise<JWK | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as JWK;
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return null;
    throw thrown;
  }
}

async function makeKey(path: string, keyId: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(DEMO_ALGORITHM, { extractable: true });
  const made: JWK = { ...(await exportJWK(privateKey)), alg: DEMO_ALGORITHM, kid: keyId, use: 'sig' };
  const draft = `${path}.${keyId}`;
  await writeFile(draft, JSON.stringify(made), { mode: 0o600 });
  try {
    await link(draft, path);
    return made;
  } catch (thrown) {
    if (codeOf(thrown) !== 'EEXIST') throw thrown;
    return (await readKey(path)) ?? made;
  } finally {
    await rm(draft, { force: true });
  }
}

function codeOf(thrown: unknown): string | undefined {
  return (thrown as NodeJS.ErrnoException).code;
}
