import { type PoolClient, Query, type QueryResultRow } from 'pg';

/**
 * The rows of a long answer, each seen as it arrives and then let go. Unlike a cursor, which the database must answer with
 * a single process, this leaves it free to read with several. What `see` throws is thrown when the answer is over.
 */
export function eachRow<Row extends QueryResultRow>(
  client: PoolClient,
  statement: string,
  parameters: unknown[],
  see: (row: Row) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: { error: unknown } | null = null;
    const query = client.query(new Query<Row>(statement, parameters));
    query.on('row', (row: Row) => {
      if (failure !== null) return;
      try {
        see(row);
      } catch (error) {
        // Thrown here it would break the connection, and end the process.
        failure = { error };
      }
    });
    query.on('error', reject);
    query.on('end', () => {
      if (failure === null) resolve();
      else reject(failure.error as Error);
    });
  });
}
