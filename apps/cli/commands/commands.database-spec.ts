import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseConfiguration } from '@ledtid/cases';
import type { AnyReport, Report } from '@ledtid/lead-time';
import { loadWorkflows } from '@ledtid/workflows';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { PLOTS } from '../demonstration/plots';
import { writeDemonstration } from '../demonstration';
import { main } from '../main';
import { WIDTH } from '../output/table';

const LOG = `case,what,when
1,start,2026-01-01T00:00:00Z
1,end,2026-01-02T02:00:00Z
2,start,2026-01-01T00:00:00Z
2,end,2026-01-01T00:30:00Z
`;

describe('commands on a database of one’s own', () => {
  let database: TestDatabase;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledtid-commands-'));
    database = await createTestDatabase();
    const configuration = caseConfiguration(loadWorkflows());
    const plots = PLOTS.slice(0, 4);
    await writeDemonstration({
      pool: database.pool,
      configuration,
      until: '2026-11-20T14:00:00.000Z',
      plots,
    });
  }, 60_000);
  afterAll(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  async function run(...args: string[]) {
    const written = { out: '', err: '' };
    const streams = {
      out: (text: string) => void (written.out += text),
      err: (text: string) => void (written.err += text),
    };
    const code = await main([...args, '--data-dir', directory], streams, { DATABASE_URL: database.url });
    return { code, ...written };
  }

  async function document(...args: string[]) {
    const { code, out } = await run(...args, '--json');
    return { code, document: JSON.parse(out) as Record<string, unknown> };
  }

  /** Changes a row by hand, as somebody with the database's password can; yields how to undo it. */
  async function tamper(set: string, back: string, where: string): Promise<() => Promise<void>> {
    const edit = (what: string) =>
      database.pool.query(
        `ALTER TABLE ledger DISABLE TRIGGER ledger_append_only; UPDATE ledger SET ${what} WHERE ${where};
         ALTER TABLE ledger ENABLE TRIGGER ledger_append_only`,
      );
    await edit(set);
    return async () => void (await edit(back));
  }

  it('imports a log and reports on it', async () => {
    const file = join(directory, 'log.csv');
    await writeFile(file, LOG);
    const columns = ['--case', 'case', '--activity', 'what', '--time', 'when'];
    expect(await document('import-log', file, '--name', 'small', ...columns)).toMatchObject({
      code: 0,
      document: { name: 'small', format: 'csv', cases: 2, events: 4, replaced: false },
    });
    const { document: report } = await document('report', 'lead-time', '--log', 'small');
    expect(report).toMatchObject({
      cohort: { cases: 2 },
      rows: [{ key: 'end', n: 2, seconds: { sum: 95_400 } }],
    });
    const { out } = await run('report', 'lead-time', '--log', 'small');
    expect(out).toMatch(/^end +2 +0 +13h 15m/m);
  });

  it('tells a log that cannot be read as a refusal, with its code', async () => {
    const { code, document: told } = await document('import-log', join(directory, 'none.csv'), '--name', 'x');
    expect({ code, told }).toEqual({
      code: 1,
      told: { error: { code: 'file-not-readable', reason: expect.any(String), remedy: expect.any(String) } },
    });
  });

  it('refuses a report that is not made yet, which is no wrong usage', async () => {
    expect(await document('report', 'forecast')).toMatchObject({
      code: 1,
      document: { error: { code: 'report-not-available' } },
    });
  });

  it('prints reports over cases in lines that a terminal shows whole', async () => {
    const { code, out, err } = await run('report', 'after-ethics');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('legal-review');
    expect(out.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it('lists the cases behind a row, of those whose forms tell what is asked', async () => {
    const asked = ['--cases-behind', 'total', '--source-kind', 'record'];
    const of = async (type: string) => {
      const { document: told } = await document('report', 'lead-time', ...asked, '--applicant-type', type);
      return (told as { items: { id: string }[] }).items.map(({ id }) => id);
    };
    const [companies, universities] = [await of('company'), await of('research-organisation')];
    expect(Math.min(companies.length, universities.length)).toBeGreaterThan(0);
    expect(companies.filter((id) => universities.includes(id))).toEqual([]);
    const { code, out } = await run('report', 'lead-time', '--cases-behind', 'legal-review', '--limit', '1');
    expect({ code, lines: out.split('\n').filter((line) => /^20\d\d-/.test(line)).length }).toEqual({
      ...{ code: 0, lines: 1 },
    });
    expect(out).toContain('More: --cursor 1');
  });

  it('tells the story of one case, in either language, and what it adds up to', async () => {
    const { rows } = await database.pool.query<{ number: string }>(
      `SELECT registration_number AS number FROM instance WHERE outcome = 'access' AND parent_id IS NULL LIMIT 1`,
    );
    const asked = ['report', 'after-ethics', '--case', rows[0]?.number ?? '', '--language', 'sv'];
    const { document: told } = await document(...asked);
    const { story, total } = told as unknown as Report;
    expect(story?.text[0]).toContain(`Ärende ${rows[0]?.number}: `);
    expect(story?.text.at(-1)).toMatch(/^Summa: .*Uttag .* = .*dagar/);
    expect(story?.visits.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(total.seconds.sum, 6);
    const { out } = await run(...asked);
    expect(out).toContain('1. ');
    expect(out.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it.each([
    ['clocks', /^permit-decision +\d/m],
    ['quality', /^all stages +\d/m],
  ])('prints the report %s in lines that a terminal shows whole', async (name, line) => {
    const { code, out, err } = await run('report', name);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(line);
    expect(out.split('\n').filter((text) => text.length > WIDTH)).toEqual([]);
  });

  it('tells a holder its own time, and needs to know which holder', async () => {
    const { document: told } = await document('report', 'holder', '--holder', 'region-norr');
    const { time, rows } = told as unknown as Extract<AnyReport, { report: 'holder' }>;
    const own = time.parts.find(({ key }) => key === 'own')?.seconds;
    expect(own).toBeGreaterThan(0);
    expect(rows.reduce((sum, row) => sum + row.own.seconds, 0)).toBeCloseTo(own ?? 0, 3);
    const { out } = await run('report', 'holder', '--holder', 'region-norr');
    expect(out).toMatch(/^extraction +\d/m);
    expect(out.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
    const refused = [
      ['holder-not-named', []],
      ['not-public', ['--holder', 'region-norr', '--public']],
    ] as const;
    for (const [code, more] of refused) {
      expect(await document('report', 'holder', ...more)).toMatchObject({
        code: 1,
        document: { error: { code } },
      });
    }
  });

  it('gives breaches page by page, with their cases', async () => {
    const { document: told } = await document('report', 'clocks', '--limit', '1');
    const { total, items, cursor } = told.breaches as { total: number; items: object[]; cursor: string };
    expect(items).toMatchObject([
      { case: { registrationNumber: expect.stringMatching(/^\d{4}-\d{5}$/) as string } },
    ]);
    const { document: next } = await document('report', 'clocks', '--limit', '1', '--cursor', cursor);
    expect(next.breaches).toMatchObject({ total });
    expect((next.breaches as typeof told).items).not.toEqual(items);
    expect(await document('report', 'clocks', '--limit', 'many')).toMatchObject({
      code: 1,
      document: { error: { code: 'bad-page' } },
    });
  });

  it.each(['flow', 'activity'])('reports %s in lines that a terminal shows whole', async (name) => {
    const { code, out, err } = await run('report', name);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^${name}: `));
    expect(out.split('\n').filter((line) => line.length > WIDTH)).toEqual([]);
  });

  it('withholds small counts from what is published, and refuses reports that are not guarded', async () => {
    const { code, document: shown } = await document('report', 'activity', '--public');
    // Four cases are all there are.
    expect({ code, shown }).toMatchObject({
      code: 0,
      shown: {
        public: true,
        applications: { submitted: null, decided: null },
        daysToAccess: { open: { p50: null } },
      },
    });
    expect(await document('report', 'causes', '--public')).toMatchObject({
      code: 1,
      document: { error: { code: 'not-public' } },
    });
  });

  it('verifies a sound ledger, and names the row that somebody edited', async () => {
    expect(await document('verify')).toMatchObject({ code: 0, document: { ok: true, fault: null } });
    const { rows } = await database.pool.query<{ instance_id: string }>(
      `SELECT instance_id FROM ledger WHERE type = 'CLAIM' AND number = 4 ORDER BY 1 LIMIT 1`,
    );
    const id = rows[0]?.instance_id ?? '';
    const where = `instance_id = '${id}' AND number = 4`;
    const { rows: before } = await database.pool.query<{ actor: string }>(
      `SELECT actor FROM ledger WHERE ${where}`,
    );
    const undo = await tamper(`actor = 'mallory'`, `actor = '${before[0]?.actor ?? ''}'`, where);
    const { code, document: told } = await document('verify');
    const { out } = await run('verify');
    await undo();
    expect({ code, told }).toMatchObject({
      code: 1,
      told: { ok: false, fault: { code: 'ledger-row-changed', instanceId: id, number: 4 } },
    });
    expect(out).toContain(`Ledger row 4 of instance ${id} is broken`);
    expect((await run('verify')).code).toBe(0);
  });

  it('compares facts with the ledger without a change, and rebuilds them when told to', async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      `SELECT instance_id AS id FROM span WHERE stage = 'legal-review' ORDER BY 1 LIMIT 1`,
    );
    const id = rows[0]?.id ?? '';
    await database.pool.query(`DELETE FROM span WHERE instance_id = $1 AND stage = 'legal-review'`, [id]);
    const differences = [{ instanceId: id, what: 'spans' }];
    for (const time of ['first', 'second']) {
      expect({ time, ...(await document('rebuild', '--check')) }).toMatchObject({
        ...{ time, code: 1 },
        document: { ok: false, rebuilt: false, differences },
      });
    }
    expect(await document('rebuild')).toMatchObject({
      code: 0,
      document: { ok: true, rebuilt: true, differences },
    });
    expect(await document('rebuild', '--check')).toMatchObject({
      code: 0,
      document: { ok: true, differences: [] },
    });
  });
});
