import type { DocumentVault } from './document-vault';

/** Longer than any document may take to come in: what is older and unknown is left over. */
const LEFT_OVER_MILLISECONDS = 3_600_000;

const AT_ONCE = 500;

/**
 * Removes the files of documents that nobody knows (any more): of a crash between a file and its row, of a disposal.
 * `known` says which of some ids have a document. `now`: milliseconds of the epoch, on the clock of the file system.
 */
export async function sweepVault(
  vault: DocumentVault,
  known: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
  now: number,
): Promise<number> {
  let removed = 0;
  const sweepSome = async (ids: readonly string[]) => {
    const kept = await known(ids);
    for (const id of ids.filter((one) => !kept.has(one))) {
      await vault.remove(id);
      removed += 1;
    }
  };
  const some: string[] = [];
  for await (const id of vault.untouchedSince(now - LEFT_OVER_MILLISECONDS)) {
    some.push(id);
    if (some.length === AT_ONCE) await sweepSome(some.splice(0));
  }
  await sweepSome(some);
  return removed;
}
