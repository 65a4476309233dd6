import type { PoolClient, QueryResultRow } from 'pg';

const PAGE = 2_000;

/**
 * The rows of a long answer, page after page, so that memory stays bounded. A cursor of SQL and not of the driver:
 * several may be read by turns on one connection, with other statements between. The transaction must be open.
 */
export async function* pagesOf<Row extends QueryResultRow>(
  client: PoolClient,
  name: string,
  statement: string,
): AsyncGenerator<Row[]> {
  // By default a cursor is planned for its first rows; here all are read.
  await client.query('SET LOCAL cursor_tuple_fraction = 1');
  await client.query(`DECLARE ${name} NO SCROLL CURSOR FOR ${statement}`);
  for (;;) {
    const { rows } = await client.query<Row>(`FETCH ${PAGE} FROM ${name}`);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) break;
  }
  await client.query(`CLOSE ${name}`);
}

export async function* rowsOf<Row extends QueryResultRow>(
  client: PoolClient,
  name: string,
  statement: string,
): AsyncGenerator<Row> {
  for await (const page of pagesOf<Row>(client, name, statement)) yield* page;
}
