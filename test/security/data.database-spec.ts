import { createTestDatabase } from '../support/test-database';
import { faultsOf, readPage, rowsOf } from './security-page';

const LEVELS = ['health', 'content', 'person', 'course', 'public'];
const DEMANDS = ['access', 'encryption', 'integrity', 'retention', 'logging', 'privacy'];

const page = readPage('docs/security/data.md');
const [, , where = '', demanded = ''] = page.split(/^## /m);
const plain = (cell = '') => cell.replaceAll('`', '');

/** What is wrong with where data lies, of these tables. */
function unplaced(markdown: string, tables: readonly string[]): string[] {
  const placed = rowsOf(markdown).map(([table, level]) => ({ table: plain(table), level: plain(level) }));
  const named = placed.map(({ table }) => table);
  return [
    ...tables.filter((table) => !named.includes(table)).map((table) => `${table} has no level`),
    ...named
      .filter((table) => table !== 'bullmq.*' && !tables.includes(table))
      .map((table) => `there is no ${table}`),
    ...placed.filter(({ level }) => !LEVELS.includes(level)).map(({ table }) => `${table} has another level`),
  ];
}

/** What is wrong with what the levels demand. */
function unmet(markdown: string): string[] {
  const rows = rowsOf(markdown);
  const said = rows.map(([level, demand]) => `${plain(level)}: ${demand}`);
  const wanted = LEVELS.filter((level) => level !== 'public').flatMap((level) =>
    DEMANDS.map((demand) => `${level}: ${demand}`),
  );
  const faults = rows.flatMap(([level, demand, , test = '']) =>
    faultsOf('met', test).map((fault) => `${plain(level)}: ${demand}: ${fault}`),
  );
  return [...wanted.filter((want) => !said.includes(want)), ...faults];
}

describe('the levels of data', () => {
  let tables: string[];

  beforeAll(async () => {
    const database = await createTestDatabase();
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
    );
    tables = rows.map(({ name }) => name);
    await database.drop();
  });

  it('are said of every table there is', () => {
    expect(tables.length).toBeGreaterThan(15);
    expect(unplaced(where, tables)).toEqual([]);
  });

  it('each demand access, encryption, integrity, retention, logging and privacy, held by tests that exist', () => {
    expect(unmet(demanded)).toEqual([]);
  });

  it('are missed of a table that is new, gone, or of no level, and of a demand without a test', () => {
    expect(unplaced(where, [...tables, 'patient'])).toEqual(['patient has no level']);
    expect(
      unplaced(
        where,
        tables.filter((table) => table !== 'payload'),
      ),
    ).toEqual(['there is no payload']);
    expect(unplaced(where.replace(/(`payload` +\| `)content/, '$1other'), tables)).toEqual([
      'payload has another level',
    ]);
    expect(unmet(demanded.replace(/^\| `person` \| logging .*\n/m, ''))).toEqual(['person: logging']);
    expect(unmet(demanded.replace('`libs/release/opt-outs.spec.ts`', '`no/such.spec.ts`'))).toEqual([
      'health: privacy: there is no no/such.spec.ts',
    ]);
  });
});
