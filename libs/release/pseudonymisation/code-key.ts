import type { Engine } from '../engine/engine';
import { ReleaseFault } from '../release-fault';

/** Relation of `identifier` and `pseudonym`: the code key. It lives in memory, for one step. */
export const CODE_KEY = 'code_key';

const BLOCK = 64;

/**
 * HMAC-SHA-256 (RFC 2104) composed of the engine's own `sha256`, cut to its first 128 bits, as 32
 * hexadecimal digits. In the engine it runs over millions of identifiers on all threads; a property test
 * holds it equal to node's. `$1` and `$2` are the two padded keys, in hexadecimal.
 */
const PSEUDONYM = `left(sha256(unhex($2) || unhex(sha256(unhex($1) || encode('person:' || identifier)))), 32)`;

/** Makes the code key for all distinct identifiers that `identifiers` (a query of one column) yields. */
export async function makeCodeKey(engine: Engine, identifiers: string, key: Buffer): Promise<number> {
  const query = `SELECT identifier, ${PSEUDONYM} AS pseudonym FROM (SELECT DISTINCT identifier FROM (${identifiers}) AS found(identifier) WHERE identifier IS NOT NULL)`;
  await engine.run('make pseudonyms', `CREATE TABLE ${CODE_KEY} AS ${query}`, [
    padded(key, 0x36),
    padded(key, 0x5c),
  ]);
  const identifiersFound = await engine.count('count pseudonyms', `SELECT 1 FROM ${CODE_KEY}`);
  const pseudonyms = await engine.count('count pseudonyms', `SELECT DISTINCT pseudonym FROM ${CODE_KEY}`);
  if (pseudonyms === identifiersFound) return identifiersFound;
  throw new ReleaseFault(
    'pseudonyms-collide',
    'Two persons got one pseudonym.',
    'Do not deliver; report this as a defect.',
  );
}

function padded(key: Buffer, pad: number): string {
  if (key.length > BLOCK)
    throw new ReleaseFault(
      'key-too-long',
      'A pseudonym key is longer than a block of SHA-256.',
      'Use 32 bytes.',
    );
  const block = Buffer.alloc(BLOCK);
  key.copy(block);
  return Buffer.from(block.map((byte) => byte ^ pad)).toString('hex');
}
