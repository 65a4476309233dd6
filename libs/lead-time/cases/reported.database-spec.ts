import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { overReported } from './reported';
import { type CaseFilters, filtersOf } from './wanted';

const ALL: CaseFilters = { workflow: null, holder: null, case: null };

let database: TestDatabase;

interface Instance {
  readonly parent?: string;
  readonly workflow?: string;
  readonly holder?: string;
  readonly track?: string;
  readonly told?: readonly string[];
  readonly submitted?: boolean;
}

const NAMES = ['a', 'b', 'draft', 'early', 'a-osl', 'a-ehds', 'a-inquiry', 'b-ehds'];

function idOf(name: string): string {
  return `00000000-0000-7000-8000-${String(NAMES.indexOf(name)).padStart(12, '0')}`;
}

async function open(name: string, instance: Instance): Promise<void> {
  const { parent, workflow = 'access-application', holder, track, told = [], submitted = true } = instance;
  const at = '2026-03-02T08:00:00.000Z';
  await database.pool.query(
    `insert into instance (id, workflow, workflow_version, parent_id, root_id, registration_number, holder, track,
       depends_on, owner, version, value, context, status, leaves, form_version, characteristics, assessors, regions,
       form_changed, hash, created_at, first_submitted_at)
     values ($1, $2, 1, $3, $4, $5, $6, $7, '{}', 'alva', 1, '{}', '{}', 'active', '{}', 1, $8, '{}', '{}', 1, '', $9, $10)`,
    [
      ...[idOf(name), workflow, parent === undefined ? null : idOf(parent), idOf(parent ?? name)],
      ...[parent === undefined ? `2026-${name}` : null, holder ?? null, track ?? null, told, at],
      parent === undefined && submitted ? at : null,
    ],
  );
}

async function reported(filters: Partial<CaseFilters>): Promise<string[]> {
  const statement = overReported('select id from reported order by id')({ ...ALL, ...filters });
  const { rows } = await database.pool.query<{ id: string }>(statement, [filtersOf({ ...ALL, ...filters })]);
  return rows.map(({ id }) => NAMES.find((name) => idOf(name) === id) ?? id);
}

beforeAll(async () => {
  database = await createTestDatabase();
  await open('a', {
    told: [
      ...['applicantType:company', 'dataCategory:51-1-a', 'dataCategory:51-1-l', 'purpose:53-1-e'],
      ...['sourceKind:record', 'track:ehds', 'track:osl'],
    ],
  });
  await open('b', { told: ['applicantType:public-body', 'purpose:53-1-c', 'purpose:53-1-e', 'track:ehds'] });
  await open('draft', { told: ['track:ehds'], submitted: false });
  await open('early', {});
  await open('a-osl', { parent: 'a', workflow: 'release', holder: 'south', track: 'osl' });
  await open('a-ehds', { parent: 'a', workflow: 'release', holder: 'north', track: 'ehds' });
  await open('a-inquiry', { parent: 'a', workflow: 'feasibility-inquiry', holder: 'south' });
  await open('b-ehds', { parent: 'b', workflow: 'release', holder: 'south', track: 'ehds' });
});
afterAll(() => database.drop());

describe('the cases of a report', () => {
  it.each<[Partial<CaseFilters>, string[]]>([
    [{}, ['a', 'b', 'early']],
    [{ track: 'osl' }, ['a']],
    [{ track: 'ehds' }, ['a', 'b']],
    [{ sourceKind: 'record' }, ['a']],
    [{ applicantType: 'public-body' }, ['b']],
    [{ purpose: '53-1-e' }, ['a', 'b']],
    [{ dataCategory: '51-1-l' }, ['a']],
    [{ purpose: '53-1-e', applicantType: 'company' }, ['a']],
    [{ purpose: '53-1-c', applicantType: 'company' }, []],
    [{ purpose: '53-1-e', holder: 'north' }, ['a']],
    [{ purpose: '53-1-c', case: '2026-a' }, []],
  ])('are, by what their forms tell, for %j: %j', async (filters, cases) => {
    expect(await reported(filters)).toEqual(cases);
  });

  it.each<[Partial<CaseFilters>, string[]]>([
    [{ workflow: 'release', purpose: '53-1-e' }, ['a-osl', 'a-ehds', 'b-ehds']],
    [{ workflow: 'release', dataCategory: '51-1-a' }, ['a-osl', 'a-ehds']],
    [{ workflow: 'release', track: 'ehds' }, ['a-ehds', 'b-ehds']],
    [{ workflow: 'release', track: 'osl', applicantType: 'company' }, ['a-osl']],
    [{ workflow: 'release', purpose: '53-1-e', holder: 'south' }, ['a-osl', 'b-ehds']],
    [{ workflow: 'feasibility-inquiry', track: 'osl' }, ['a-inquiry']],
  ])(
    'are, for a child, by what its root’s form tells and its own track and holder, for %j: %j',
    async (filters, cases) => {
      expect(await reported(filters)).toEqual(cases);
    },
  );

  // A wide row costs a page of its own: at 100,000 cases their scan alone takes longer than a report may.
  it.each<[string, Partial<CaseFilters>]>([
    ['all', {}],
    ['by holder and characteristic', { holder: 'south', purpose: '53-1-e' }],
    ['of a workflow, by characteristic', { workflow: 'release', track: 'osl', purpose: '53-1-e' }],
    ['of one number', { case: '2026-a' }],
  ])('are found by indexes alone: %s', async (_name, filters) => {
    const client = await database.pool.connect();
    try {
      await client.query('vacuum analyze instance');
      await client.query('begin');
      // Of so few rows everything else would be cheaper.
      for (const way of ['seqscan', 'bitmapscan', 'nestloop', 'mergejoin', 'sort'])
        await client.query(`set local enable_${way} = off`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain ${overReported('select count(*) from reported')({ ...ALL, ...filters })}`,
        [filtersOf({ ...ALL, ...filters })],
      );
      const scans = rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes(' on instance'));
      expect(scans.filter((line) => !line.includes('Index Only Scan'))).toEqual([]);
      expect(scans).not.toEqual([]);
      await client.query('rollback');
    } finally {
      client.release();
    }
  });
});
