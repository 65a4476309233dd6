/** After all database tests. A server that was given from outside is left as it is. */
export default async function stopDatabase(): Promise<void> {
  await globalThis.stopTestDatabase?.();
}
