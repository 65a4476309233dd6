import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTable } from '../../test/support/demonstration-release';
import { withEngine } from './engine/engine';
import { loadOptOuts, type OptOutList } from './opt-outs';
import { EXCLUDED } from './selection/compile-selection';

const ISSUED = '2026-03-10T12:00:00.000Z';

describe('opt-outs (Art 71(3))', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'ledtid-opt-outs-'))));
  afterAll(() => rm(folder, { recursive: true }));

  async function excluded(
    lists: string[][][],
    format: OptOutList['identifierFormat'] = 'text',
  ): Promise<string[]> {
    const configured = lists.map((_, index): OptOutList => ({
      kind: 'article-71',
      source: { kind: 'csv-folder', folder },
      table: `list-${index}`,
      identifierFormat: format,
    }));
    for (const [index, list] of lists.entries())
      await writeTable(folder, `list-${index}`, [['identifier', 'from', 'to'], ...list]);
    return withEngine({ scratch: folder, folders: [] }, async (engine) => {
      await loadOptOuts(engine, configured, ISSUED, folder);
      const rows = await engine.rows<{ person: string }>(
        'read',
        `SELECT DISTINCT __person AS person FROM ${EXCLUDED} ORDER BY 1`,
      );
      return rows.map((row) => row.person);
    });
  }

  it('exclude whoever had opted out when the permit was issued, and only them', async () => {
    const list = [
      ['long-ago', '2020-01-01', ''],
      ['the-same-day', '2026-03-10', ''],
      ['a-second-before', '2026-03-10T11:59:59Z', ''],
      ['the-same-moment', '2026-03-10T12:00:00Z', ''],
      ['a-second-after', '2026-03-10T12:00:01Z', ''],
      ['the-day-after', '2026-03-11', ''],
      ['taken-back-before', '2020-01-01', '2026-03-10'],
      ['taken-back-after', '2020-01-01', '2026-03-11'],
      ['taken-back-and-out-again', '2020-01-01', '2021-01-01'],
      ['taken-back-and-out-again', '2022-01-01', ''],
    ];
    expect(await excluded([list])).toEqual([
      'a-second-before',
      'long-ago',
      'taken-back-after',
      'taken-back-and-out-again',
      'the-same-day',
      'the-same-moment',
    ]);
  });

  it('begin a day in Stockholm, not in UTC', async () => {
    // 2026-03-10T23:30 in Stockholm is still the 10th there; the 11th begins at 23:00Z.
    const late = [['from-the-11th', '2026-03-11', '']];
    await writeTable(folder, 'late', [['identifier', 'from', 'to'], ...late]);
    const list: OptOutList = {
      kind: 'article-71',
      source: { kind: 'csv-folder', folder },
      table: 'late',
      identifierFormat: 'text',
    };
    const counts = await withEngine({ scratch: folder, folders: [] }, (engine) =>
      loadOptOuts(engine, [list], '2026-03-10T23:00:00.000Z', folder),
    );
    expect(counts).toBe(1);
  });

  it('add up over several lists, and meet however the identifier is spelled', async () => {
    expect(
      await excluded(
        [[['19450321-9805', '2020-01-01', '']], [['201602299814', '2020-01-01', '']]],
        'personnummer',
      ),
    ).toEqual(['194503219805', '201602299814']);
  });

  it.each([
    ['a date that cannot be read', [['a', 'some day', '']]],
    ['no date', [['a', '', '']]],
    ['an end that cannot be read', [['a', '2020-01-01', 'never']]],
    ['no identifier', [['', '2020-01-01', '']]],
  ])('stop everything when an entry has %s', async (_what, list) => {
    await expect(excluded([list])).rejects.toMatchObject({ code: 'opt-out-list-malformed' });
  });

  it('stop everything when the list is not there', async () => {
    const list: OptOutList = {
      kind: 'article-71',
      source: { kind: 'csv-folder', folder },
      table: 'absent',
      identifierFormat: 'text',
    };
    await expect(
      withEngine({ scratch: folder, folders: [] }, (engine) => loadOptOuts(engine, [list], ISSUED, folder)),
    ).rejects.toMatchObject({ code: 'opt-out-list-unreadable' });
  });
});
