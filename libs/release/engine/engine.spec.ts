import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withEngine } from './engine';
import { canonicalIdentifier, typedColumn } from './typed-column';

const SECRET = '194503219805';

describe('the data engine', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'ledtid-engine-'))));
  afterAll(() => rm(folder, { recursive: true }));

  function one(sql: string): Promise<unknown> {
    return withEngine(
      { scratch: folder, folders: [] },
      async (engine) => (await engine.rows<{ v: unknown }>('ask', `SELECT ${sql} AS v`))[0]!.v,
    );
  }

  it('tells what it could not do without the value it stumbled over', async () => {
    const failing = one(`CAST('${SECRET}x' AS INTEGER)`);
    await expect(failing).rejects.toMatchObject({ code: 'engine-conversion', remedy: expect.any(String) });
    await expect(failing).rejects.not.toThrow(SECRET);
    const error = await failing.catch((caught: unknown) => caught as Error);
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(SECRET);
  });

  it('sees no file outside the folders of its step, and cannot be talked out of it', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'ledtid-outside-'));
    await writeFile(join(outside, 'other.csv'), 'id\n1\n');
    await expect(
      one(`(SELECT count(*) FROM read_csv('${join(outside, 'other.csv')}'))`),
    ).rejects.toMatchObject({ code: 'engine-permission' });
    await expect(
      one(`(SELECT count(*) FROM read_csv('${join(folder, '..', outside.split('/').pop()!, 'other.csv')}'))`),
    ).rejects.toMatchObject({ code: 'engine-permission' });
    await expect(
      withEngine({ scratch: folder, folders: [] }, (engine) =>
        engine.run('unlock', 'SET enable_external_access = true'),
      ),
    ).rejects.toThrow();
    await rm(outside, { recursive: true });
  });

  it.each([
    ['integer', '1.7', null],
    ['integer', ' 12 ', 12],
    ['integer', '-3', -3],
    ['decimal', '1.7', 1.7],
    ['decimal', '1,7', null],
    ['boolean', 't', true],
    ['boolean', 'perhaps', null],
    ['date', '2026-02-30', null],
    ['date', '2026-02-28 10:00', null],
    ['text', '', ''],
  ] as const)('reads as %s the text "%s" as %s', async (type, text, expected) => {
    expect(await one(typedColumn(`'${text}'`, type))).toBe(expected);
  });

  it.each([
    ['19450321-9805', SECRET],
    [' 194503219805 ', SECRET],
    ['19450321+9805', SECRET],
    ['450321-9805', null],
    ['194503219805x', null],
    ['', null],
  ])('spells the personnummer "%s" as %s', async (text, expected) => {
    expect(await one(canonicalIdentifier(`'${text}'`, 'personnummer'))).toBe(expected);
  });
});
