import type { Client, PoolClient } from 'pg';

/**
 * Carries out what stands in order on one connection, and gives all answers. On a pool that pipelines, each is
 * sent without waiting for the answer to the one before, and all that are sent at once go out in one write:
 * together they cost one round trip. On any other pool each follows the answer to the one before. The error of
 * the first that fails is thrown.
 */
export async function inOrder<Answers extends readonly unknown[]>(
  client: PoolClient,
  ...statements: { readonly [Index in keyof Answers]: () => Promise<Answers[Index]> }
): Promise<Answers> {
  if (isPipelined(client)) return (await Promise.all(sentAtOnce(client, statements))) as unknown as Answers;
  const answers: unknown[] = [];
  for (const send of statements) answers.push(await send());
  return answers as unknown as Answers;
}

function sentAtOnce(client: Client, statements: readonly (() => Promise<unknown>)[]): Promise<unknown>[] {
  const { stream } = client.connection;
  stream.cork();
  try {
    return statements.map((send) => send());
  } finally {
    stream.uncork();
  }
}

/** A client of a pool is a whole client; the types of the driver tell only of a part of it. */
function isPipelined(client: PoolClient): client is PoolClient & Client {
  return (client as unknown as Client).pipeline;
}
