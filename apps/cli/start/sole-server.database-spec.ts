import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { becomeSoleServer } from './sole-server';

describe('one server at a time', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('refuses the second, and lets it in once the first has gone', async () => {
    const leave = await becomeSoleServer(database.url);
    await expect(becomeSoleServer(database.url, { tries: 1, milliseconds: 0 })).rejects.toMatchObject({
      code: 'already-running',
    });
    await leave();
    await (
      await becomeSoleServer(database.url)
    )();
  });

  it('lets the next one in after a server that died without a word', async () => {
    const leave = await becomeSoleServer(database.url);
    const waiting = becomeSoleServer(database.url);
    await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'ledtid-start' AND datname = current_database()
         AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted)`,
    );
    await (
      await waiting
    )();
    await leave();
  });
});
