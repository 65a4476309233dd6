import { createHash, generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { GENESIS } from '../../facts/newborn';
import { digestOfCheckpoint, isSignedBy, lineOf, signed } from './checkpoint';
import { keyIdOf, publicKeyText, verificationKeys } from './checkpoint-keys';

const key = generateKeyPairSync('ed25519').privateKey;
const [publicKey] = verificationKeys([key]).values();
const body = {
  ...{ number: 1, at: '2026-11-22T09:00:00.000Z', previous: GENESIS },
  ...{ instances: 3, root: 'a'.repeat(64), changed: 2, changedRoot: 'b'.repeat(64) },
  ...{ disposals: 1, disposalRoot: 'c'.repeat(64), looks: 4, looksHash: 'd'.repeat(64) },
  cut: { looks: 2, hash: 'e'.repeat(64), rule: 'ten years', source: 'RA-MS 2026:1' },
};

describe('a checkpoint', () => {
  const checkpoint = signed(body, key);

  it('is signed by its key and by no other', () => {
    expect(isSignedBy(checkpoint, publicKey!)).toBe(true);
    expect(isSignedBy(checkpoint, generateKeyPairSync('ed25519').publicKey)).toBe(false);
  });

  it.each(Object.keys(checkpoint) as (keyof typeof checkpoint)[])(
    'does not hold when its %s is another',
    (field) => {
      expect(isSignedBy({ ...checkpoint, [field]: another(checkpoint[field]!) }, publicKey!)).toBe(false);
    },
  );

  it('is one line, whose SHA-256 the next one calls the previous', () => {
    const line = lineOf(checkpoint);
    expect(line).not.toContain('\n');
    expect(createHash('sha256').update(line).digest('hex')).toBe(digestOfCheckpoint(checkpoint));
    expect(digestOfCheckpoint(undefined)).toBe(GENESIS);
  });

  it('names its key by the thumbprint of RFC 7638, which both halves have', async () => {
    const thumbprint = await calculateJwkThumbprint(publicKey!.export({ format: 'jwk' }) as never);
    expect([checkpoint.keyId, keyIdOf(key), keyIdOf(publicKey!)]).toEqual([
      thumbprint,
      thumbprint,
      thumbprint,
    ]);
  });

  it('gives away the public half of its key only', () => {
    expect(publicKeyText(key)).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect([...verificationKeys([key]).values()].map(({ type }) => type)).toEqual(['public']);
  });
});

function another(value: number | string | object): unknown {
  if (typeof value === 'object') return { ...value, looks: 3 };
  return typeof value === 'number' ? value + 1 : `${value.startsWith('2') ? '3' : '2'}${value.slice(1)}`;
}
