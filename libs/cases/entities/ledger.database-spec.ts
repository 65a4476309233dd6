import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const ROW = `
  INSERT INTO ledger VALUES ('00000000-0000-7000-8000-000000000001', 1, 'CREATED', 'anna', NULL, NULL,
    '2026-11-22T09:00:00.000Z', '2026-11-22T09:00:00.000Z', 1, '{}', false, '{}', NULL, '', 'hash')`;

describe('the ledger in the database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.pool.query(ROW);
  });
  afterAll(() => database.drop());

  it.each([
    ['UPDATE', `UPDATE ledger SET actor = 'somebody else'`],
    ['UPDATE', `UPDATE ledger SET actor = 'nobody' WHERE number = 99`],
    ['DELETE', 'DELETE FROM ledger'],
    ['TRUNCATE', 'TRUNCATE ledger'],
  ])('refuses %s: %s', async (operation, statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({
      message: `The ledger is append-only: ${operation} is refused.`,
      code: '23001',
    });
    const rows = await database.pool.query<{ actor: string }>('SELECT actor FROM ledger');
    expect(rows.rows).toEqual([{ actor: 'anna' }]);
  });
});
