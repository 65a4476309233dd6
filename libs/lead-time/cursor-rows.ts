import type { PoolClient, QueryResultRow } from 'pg';
import Cursor from 'pg-cursor';

/** Rows held at once: few, for what many long rows become does not outlive its page. */
const PAGE = 100;

/** The rows of a long answer one after the other; the next page is on its way while one is worked through. */
export async function* cursorRows<Row extends QueryResultRow>(
  client: PoolClient,
  statement: string,
  parameters: unknown[],
): AsyncGenerator<Row> {
  const cursor = client.query(new Cursor<Row>(statement, parameters));
  let next: Promise<Row[]> | null = cursor.read(PAGE);
  while (next !== null) {
    const page: Row[] = await next;
    next = page.length < PAGE ? null : cursor.read(PAGE);
    // A failure is thrown when the page is awaited; until then it must not count as one that nobody looks at.
    next?.catch(() => undefined);
    yield* page;
  }
  await cursor.close();
}
