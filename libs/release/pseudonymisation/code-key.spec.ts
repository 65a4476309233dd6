import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Engine } from '../engine/engine';
import { CODE_KEY, makeCodeKey } from './code-key';

describe('pseudonyms', () => {
  let scratch: string;
  let engine: Engine;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'ledtid-pseudonyms-'));
    engine = await Engine.open({ scratch, folders: [] });
  });
  afterAll(async () => {
    engine.close();
    await rm(scratch, { recursive: true });
  });

  async function pseudonymsOf(identifiers: string[], key: Buffer): Promise<Record<string, string>> {
    await engine.run('clear', `DROP TABLE IF EXISTS ${CODE_KEY}`);
    await engine.run('clear', 'CREATE OR REPLACE TABLE given (identifier VARCHAR)');
    const places = identifiers.map((_, index) => `($${index + 1})`).join(', ');
    await engine.run('fill', `INSERT INTO given VALUES ${places}`, identifiers);
    await makeCodeKey(engine, 'SELECT identifier FROM given', key);
    const rows = await engine.rows<{ identifier: string; pseudonym: string }>(
      'read',
      `SELECT * FROM ${CODE_KEY}`,
    );
    return Object.fromEntries(rows.map((row) => [row.identifier, row.pseudonym]));
  }

  it('are HMAC-SHA-256 as node computes it, for any key and any text', async () => {
    const texts = fc.uniqueArray(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0')),
      { minLength: 1, maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(texts, fc.uint8Array({ minLength: 1, maxLength: 64 }), async (identifiers, bytes) => {
        const key = Buffer.from(bytes);
        const made = await pseudonymsOf(identifiers, key);
        for (const identifier of identifiers) {
          const whole = createHmac('sha256', key).update(`person:${identifier}`).digest('hex');
          expect(made[identifier]).toBe(whole.slice(0, 32));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of two keys never meet', async () => {
    const identifiers = Array.from({ length: 200 }, (_, index) => `person ${index}`);
    const first = Object.values(await pseudonymsOf(identifiers, Buffer.alloc(32, 1)));
    const second = new Set(Object.values(await pseudonymsOf(identifiers, Buffer.alloc(32, 2))));
    expect(first.filter((pseudonym) => second.has(pseudonym))).toEqual([]);
  });

  it('are refused a key longer than a block, which HMAC would have to hash first', async () => {
    await expect(pseudonymsOf(['x'], Buffer.alloc(65))).rejects.toMatchObject({ code: 'key-too-long' });
  });
});
