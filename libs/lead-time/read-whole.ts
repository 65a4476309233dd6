import type { PoolClient, QueryResultRow } from 'pg';

/**
 * The rows of a statement that is to read its tables whole. The planner cannot know how many cases some filters leave
 * together; where it takes them for few and looks each of a million rows up, that takes many times as long.
 */
export async function readWhole<Row extends QueryResultRow>(
  client: PoolClient,
  statement: string,
  parameters: unknown[],
): Promise<Row[]> {
  await client.query('set local enable_nestloop = off');
  const { rows } = await client.query<Row>(statement, parameters);
  await client.query('set local enable_nestloop = on');
  return rows;
}
