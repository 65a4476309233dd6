import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseConfiguration } from '@ledtid/cases';
import type { Report, Row } from '@ledtid/lead-time';
import { loadWorkflows } from '@ledtid/workflows';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { writeDemonstration } from '../demonstration';
import { main } from '../main';

const FORMATS = ['xes', 'ocel', 'csv'];

interface Ocel {
  objects: { id: string; type: string; relationships: { objectId: string; qualifier: string }[] }[];
  events: { type: string; relationships: { objectId: string }[] }[];
}

describe('the cases of the demonstration, exported', () => {
  let database: TestDatabase;
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'ledtid-export-'));
    database = await createTestDatabase();
    const configuration = caseConfiguration(loadWorkflows());
    await writeDemonstration({ pool: database.pool, configuration, until: '2026-11-20T14:00:00.000Z' });
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    await rm(directory, { recursive: true });
  });

  async function run<Document>(...args: string[]): Promise<Document> {
    let out = '';
    const streams = { out: (text: string) => void (out += text), err: () => undefined };
    const environment = { DATABASE_URL: database.url };
    const code = await main([...args, '--json', '--data-dir', directory], streams, environment);
    expect({ code, out }).toMatchObject({ code: 0 });
    return JSON.parse(out) as Document;
  }

  const plain = ({ rows }: Report) =>
    Object.fromEntries(
      rows
        .filter(({ n, key }: Row) => n > 0 && key !== 'none')
        .map(({ key, n, seconds }) => [key, { n, ...seconds }]),
    );

  /** Seconds of whole milliseconds, added up in another order. */
  const close = (figures: object): object =>
    JSON.parse(JSON.stringify(figures), (_, value: unknown) =>
      typeof value === 'number' ? expect.closeTo(value, 3) : value,
    ) as object;

  it.each(FORMATS)('give the closed visits of the lead-time table when imported from %s', async (format) => {
    const file = join(directory, `cases.${format}.gz`);
    const own = await run<Report>('report', 'lead-time');
    const exported = await run('export', '--format', format, '--out', file);
    expect(exported).toMatchObject({ file, format, log: null, cases: own.cohort.cases });
    await run('import-log', file, '--name', format);
    const again = await run<Report>('report', 'lead-time', '--log', format);
    expect(again.cohort.cases).toBe(own.cohort.cases);
    expect(Object.keys(plain(own)).length).toBeGreaterThan(8);
    expect(plain(again)).toEqual(close(plain(own)));
  });

  it('name no person and hold no free text in any format, and leave drafts out', async () => {
    const { rows: people } = await database.pool.query<{ text: string }>(
      `select distinct unnest(array[owner, actor, assignee, on_behalf_of]) as text
       from instance join ledger on instance_id = instance.id left join span on span.instance_id = instance.id`,
    );
    const { rows: drafts } = await database.pool.query<{ text: string }>(
      'select id::text as text from instance where first_submitted_at is null and parent_id is null',
    );
    const hidden = [...people, ...drafts].flatMap(({ text }) => text ?? []);
    expect(drafts.length).toBeGreaterThan(0);
    expect(hidden.length).toBeGreaterThan(5);
    for (const format of FORMATS) {
      const file = join(directory, `people.${format}`);
      await run('export', '--format', format, '--out', file);
      const written = await readFile(file, 'utf8');
      expect(hidden.filter((text) => new RegExp(`["'>,=]${text}["'<,]`).test(written))).toEqual([]);
    }
  });

  it('relate cases, inquiries, releases, permits and holders to each other in OCEL 2.0', async () => {
    const file = join(directory, 'objects.json');
    await run('export', '--format', 'ocel', '--out', file);
    const { objects, events } = JSON.parse(await readFile(file, 'utf8')) as Ocel;
    const typeOf = new Map(objects.map(({ id, type }) => [id, type]));
    expect(new Set(typeOf.values())).toEqual(new Set(['case', 'inquiry', 'release', 'permit', 'holder']));
    expect(typeOf.size).toBe(objects.length);
    const relations = objects.flatMap(({ type, relationships = [] }) =>
      relationships.map(
        ({ objectId, qualifier }) => `${type} ${qualifier} ${typeOf.get(objectId) ?? 'nothing'}`,
      ),
    );
    expect([...new Set(relations)].sort()).toEqual([
      'case has part inquiry',
      'case has part permit',
      'case has part release',
      'inquiry data holder holder',
      'release data holder holder',
      'release waits for release',
    ]);
    const related = events.flatMap(({ relationships }) => relationships.map(({ objectId }) => objectId));
    expect(related.filter((id) => !typeOf.has(id))).toEqual([]);
  });
});
