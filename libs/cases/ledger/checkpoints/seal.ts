import type { KeyObject } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { TimeSource } from '@ledtid/time';
import { leafOfDisposal } from '../disposal/disposal';
import { storedDisposals } from '../disposal/stored-disposals';
import type { AccessHead } from '../../access-ledger/access-record';
import { type CutRule, nextCut, rewritten } from '../../access-ledger/cut';
import { lookAt, newestLook } from '../../access-ledger/stored-looks';
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
  /** Which looks may be gone from this checkpoint on. */
  readonly cutting?: CutRule | undefined;
}

/**
 * Makes the next checkpoint over the heads of all instances as they stand at one moment, in a transaction of its
 * own, and the end of the access ledger; null when nothing has come since the last and nothing was disposed of.
 * The caller holds the lock under which numbers are given.
 * Memory does not grow with the number of instances. Throws `ledger-head-rewritten`, `access-ledger-rewritten`.
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

async function nextCheckpoint(client: PoolClient, { key, time, cutting }: Seal): Promise<Checkpoint | null> {
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
  const { number: looks, hash: looksHash } = await soundEnd(client, last);
  const settled = disposed.size === (last?.disposals ?? 0) && looks === (last?.looks ?? 0);
  const cut = cutting === undefined ? null : await nextCut(client, cutting, key);
  if (changed.size === 0 && settled && cut === null) return null;
  const body = {
    ...{ number, at: time.now(), previous: digestOfCheckpoint(last) },
    ...{ instances: all.size, root: all.root(), changed: changed.size, changedRoot: changed.root() },
    ...{ disposals: disposed.size, disposalRoot: disposed.root() },
    ...{ looks, looksHash, ...(cut && { cut }) },
  };
  return signed(body, key);
}

/** The end of the access ledger, when the chain still holds the row at which the last checkpoint saw it end. */
async function soundEnd(client: PoolClient, last: Checkpoint | undefined): Promise<AccessHead> {
  const { looks = 0, looksHash } = last ?? {};
  if (looks > 0 && (await lookAt(client, looks))?.hash !== looksHash) throw rewritten(looks);
  return newestLook(client);
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
