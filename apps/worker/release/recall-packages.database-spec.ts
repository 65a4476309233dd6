import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CountedIds } from '@ledtid/time';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { recallPackages } from './recall-packages';

const AT = '2026-03-02T08:00:00.000Z';

describe('packages of the environment', () => {
  const ids = new CountedIds();
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'ledtid-environment-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await database.drop();
  });

  /** A release that stands so, with its package in the folder. */
  async function delivered(status: string, outcome: string | null): Promise<string> {
    const id = ids.next();
    const row = {
      ...{
        id,
        workflow: 'release',
        workflow_version: 1,
        root_id: id,
        depends_on: [],
        owner: 'anna',
        version: 1,
      },
      ...{
        value: 'x',
        context: {},
        status,
        outcome,
        leaves: [],
        form_version: 0,
        assessors: [],
        characteristics: [],
        conflicts: [],
        delegations: [],
        regions: {},
      },
      ...{ form_changed: 0, hash: '', created_at: AT },
    };
    await database.pool.query(
      'INSERT INTO instance SELECT * FROM jsonb_populate_record(NULL::instance, $1)',
      [JSON.stringify(row)],
    );
    const name = `${id}-1`;
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'data.age'), 'sealed');
    return name;
  }

  it('are taken back when their release ended without access, and only then', async () => {
    const cancelled = await delivered('done', 'cancelled');
    const kept = [await delivered('done', 'access'), await delivered('active', null)];
    await mkdir(join(folder, 'of-somebody-else'));
    expect(await recallPackages(database.pool, folder)).toEqual([cancelled]);
    expect((await readdir(folder)).sort()).toEqual([...kept, 'of-somebody-else'].sort());
    expect(await recallPackages(database.pool, folder)).toEqual([]);
  });

  it('need no folder yet', async () => {
    expect(await recallPackages(database.pool, join(folder, 'nothing'))).toEqual([]);
  });
});
