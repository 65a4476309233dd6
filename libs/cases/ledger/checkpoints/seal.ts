import type { KeyObject } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { TimeSource } from '@ledtid/time';
import { leafOfDisposal } from '../disposal/disposal';
import { storedDisposals } from '../disposal/stored-disposals';
import { type Checkpoint, digestOfCheckpoint, signed } from './checkpoint';
import { CheckpointError } from './checkpoint-error';
import { leafOf } from './head';
import { MerkleTree } from './merkle-tree';
import {
  type PresentHead,
  lastCheckpoint,
  nameHeads,
  presentHeads,
  writeCheckpoint,
} from './stored-checkpoints';

export interface Seal {
  readonly key: KeyObject;
  readonly time: TimeSource;
}

/**
 * Makes the next checkpoint over the heads of all instances as they stand at one moment, in a transaction of its
 * own; null when no head has changed since the last and
 * nothing was disposed of. The caller holds the lock under which numbers are given.
 * Memory does not grow with the number of instances. Throws `ledger-head-rewritten`.
 */
export async function sealHeads(client: PoolClient, seal: Seal): Promise<Checkpoint | null> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  try {
    const checkpoint = await nextCheckpoint(client, seal);
    if (checkpoint !== null) await writeCheckpoint(client, checkpoint);
    await client.query('COMMIT');
    return checkpoint;
  } catch (thrown) {
    await client.query('ROLLBACK');
    throw thrown;
  }
}

async function nextCheckpoint(client: PoolClient, { key, time }: Seal): Promise<Checkpoint | null> {
  const last = await lastCheckpoint(client);
  const number = (last?.number ?? 0) + 1;
  const [all, changed] = [new MerkleTree(), new MerkleTree()];
  for await (const heads of presentHeads(client)) {
    heads.forEach(refuseRewritten);
    const fresh = heads.filter(({ named }) => named === null);
    for (const head of heads) all.add(leafOf(head));
    for (const head of fresh) changed.add(leafOf(head));
    await nameHeads(client, fresh, number);
  }
  const disposed = new MerkleTree();
  for await (const disposal of storedDisposals(client)) disposed.add(leafOfDisposal(disposal));
  if (changed.size === 0 && disposed.size === (last?.disposals ?? 0)) return null;
  const body = {
    ...{ number, at: time.now(), previous: digestOfCheckpoint(last) },
    ...{ instances: all.size, root: all.root(), changed: changed.size, changedRoot: changed.root() },
    ...{ disposals: disposed.size, disposalRoot: disposed.root() },
  };
  return signed(body, key);
}

/** To sign it would be to say that it is all right. */
function refuseRewritten({ instanceId, version, hash, named }: PresentHead): void {
  if (named === null || named === hash) return;
  throw new CheckpointError(
    'ledger-head-rewritten',
    `Row ${version} of instance ${instanceId} has another hash than when a checkpoint named it.`,
    'Run `ledtid verify`, and find out who wrote to the database past the product.',
  );
}
