import type { PoolClient } from 'pg';

/**
 * Carries out what stands in order on one connection, and gives all answers. On a pool that pipelines, each is
 * sent without waiting for the answer to the one before, so that together they cost one round trip; on any
 * other, each follows the answer to the one before. The error of the first that fails is thrown.
 */
export async function inOrder<Answers extends readonly unknown[]>(
  client: PoolClient,
  ...statements: { readonly [Index in keyof Answers]: () => Promise<Answers[Index]> }
): Promise<Answers> {
  if (client.pipeline) return (await Promise.all(statements.map((send) => send()))) as unknown as Answers;
  const answers: unknown[] = [];
  for (const send of statements) answers.push(await send());
  return answers as unknown as Answers;
}
