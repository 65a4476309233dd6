import type { Instant } from '@ledtid/time';
import { AccessAudit } from '../access-ledger/access-audit';
import { firstFault } from './chain';
import { type Checkpoint, digestOfCheckpoint, isSignedBy } from './checkpoints/checkpoint';
import type { VerificationKeys } from './checkpoints/checkpoint-keys';
import { type NamedHead, leafOf } from './checkpoints/head';
import { MerkleTree } from './checkpoints/merkle-tree';
import { leafOfDisposal } from './disposal/disposal';
import type { LedgerEntry, StoredChain } from './ledger-entry';
import { type LedgerFault, checkpointFault } from './ledger-fault';

export interface AuditCounts {
  readonly instances: number;
  readonly events: number;
  readonly checkpoints: number;
  /** The last checkpoint, and how many rows came after it: whether the newest of these were cut off, none can tell. */
  readonly lastCheckpoint: { readonly number: number; readonly at: Instant } | null;
  readonly afterLastCheckpoint: number;
  /** How many rows the access ledger has, and how many of them came after the last checkpoint. */
  readonly looks: number;
  readonly looksAfterLastCheckpoint: number;
  /** Up to which look it was pruned, and by what rule; null: it is whole. */
  readonly pruned: { readonly looks: number; readonly rule: string; readonly source: string } | null;
}

/**
 * Judges a ledger from its entries alone, as they come and with bounded memory: a Merkle tree of one digest a level
 * for each checkpoint. Pure.
 *
 * | state       | entered by                    | takes                                                     |
 * |-------------|-------------------------------|-----------------------------------------------------------|
 * | chains      | it is made                    | chains by id of their instances, then disposals by number |
 * | checkpoints | the first look or checkpoint  | checkpoints by number, each after the looks that it covers: it now knows what each must have named |
 * | ended       | `end`                         | nothing                                                   |
 */
export class LedgerAudit {
  private instances = 0;
  private events = 0;
  private after = 0;
  /** By checkpoint, the heads that it is stored to have named. */
  private readonly lists = new Map<number, MerkleTree>();
  private readonly latest = new MerkleTree();
  private readonly disposals = new MerkleTree();
  /** After none, one, two disposals. */
  private readonly disposalRoots = [this.disposals.root()];
  private readonly access = new AccessAudit();
  private disagreement: LedgerFault | null = null;
  private last: Checkpoint | undefined;

  /** Without keys, signatures are not looked at. */
  constructor(private readonly keys: VerificationKeys | null) {}

  /** The first thing that does not hold; null while everything does. */
  take(entry: LedgerEntry): LedgerFault | null {
    if ('chain' in entry) return this.takeChain(entry.chain);
    if ('checkpoint' in entry) return this.takeCheckpoint(entry.checkpoint);
    if ('look' in entry) return this.access.take(entry.look);
    this.disposals.add(leafOfDisposal(entry.disposal));
    this.disposalRoots.push(this.disposals.root());
    return null;
  }

  end(): LedgerFault | null {
    const [orphan] = [...this.lists.keys()].sort((one, other) => one - other);
    if (orphan !== undefined) return checkpointFault('checkpoint-missing', orphan);
    const fault = this.disagreement ?? this.access.atEnd();
    if (fault) return fault;
    if (!this.last) return null;
    const { root, instances, number } = this.last;
    const holds = this.latest.root() === root && this.latest.size === instances;
    return holds ? null : checkpointFault('checkpoint-root-differs', number);
  }

  counts(): AuditCounts {
    const { instances, events, last, after } = this;
    const lastCheckpoint = last ? { number: last.number, at: last.at } : null;
    return {
      ...{ instances, events, checkpoints: last?.number ?? 0 },
      ...{ lastCheckpoint, afterLastCheckpoint: after, ...this.access.counts() },
    };
  }

  private takeChain(chain: StoredChain): LedgerFault | null {
    const { rows, named } = chain;
    if (rows.length > 0) this.instances += 1;
    this.events += rows.length;
    const latest = named.at(-1);
    this.after += Math.max(0, rows.length - (latest?.version ?? 0));
    for (const head of named) this.listOf(head.checkpoint).add(leafOf(head));
    if (latest) this.latest.add(leafOf(latest));
    // Kept for the end: only then is known whether the list itself is what its checkpoint signed.
    this.disagreement ??= namedFault(chain);
    return firstFault(rows) ?? headFault(chain);
  }

  private takeCheckpoint(checkpoint: Checkpoint): LedgerFault | null {
    const { number, previous, changed, changedRoot } = checkpoint;
    const expected = (this.last?.number ?? 0) + 1;
    if (number !== expected) return checkpointFault('checkpoint-missing', expected);
    const unsigned = this.keys && signatureFault(checkpoint, this.keys);
    if (unsigned) return unsigned;
    if (previous !== digestOfCheckpoint(this.last)) return checkpointFault('checkpoint-order-broken', number);
    const list = this.listOf(number);
    this.lists.delete(number);
    if (list.size !== changed || list.root() !== changedRoot)
      return checkpointFault('checkpoint-heads-changed', number);
    if (this.disposalRoots[checkpoint.disposals] !== checkpoint.disposalRoot)
      return checkpointFault('checkpoint-disposals-changed', number);
    this.last = checkpoint;
    return this.access.takeCheckpoint(checkpoint);
  }

  private listOf(checkpoint: number): MerkleTree {
    const known = this.lists.get(checkpoint);
    if (known) return known;
    const list = new MerkleTree();
    this.lists.set(checkpoint, list);
    return list;
  }
}

function signatureFault(checkpoint: Checkpoint, keys: VerificationKeys): LedgerFault | null {
  const key = keys.get(checkpoint.keyId);
  if (!key) return checkpointFault('checkpoint-key-unknown', checkpoint.number);
  return isSignedBy(checkpoint, key) ? null : checkpointFault('checkpoint-forged', checkpoint.number);
}

function headFault({ instanceId, head, rows }: StoredChain): LedgerFault | null {
  // Neither rows nor an instance, but named: that is for the checkpoint to tell.
  if (rows.length === 0 && !head) return null;
  if (!head || head.version > rows.length)
    return { code: 'ledger-tail-missing', instanceId, number: rows.length + 1 };
  const hash = rows.at(-1)?.hash;
  return head.hash === hash ? null : { code: 'ledger-head-changed', instanceId, number: rows.length };
}

function namedFault({ instanceId, rows, named }: StoredChain): LedgerFault | null {
  const wrong = named.find(({ version, hash }) => rows[version - 1]?.hash !== hash);
  if (!wrong) return null;
  const { version, checkpoint }: NamedHead = wrong;
  const cut = version > rows.length;
  return cut
    ? { code: 'ledger-tail-cut', instanceId, number: rows.length + 1, checkpoint }
    : { code: 'ledger-row-rewritten', instanceId, number: version, checkpoint };
}
