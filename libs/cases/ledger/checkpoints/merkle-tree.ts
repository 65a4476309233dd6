import { hash } from 'node:crypto';

const NODE_PREFIX = 1;
const DIGEST_BYTES = 32;

/**
 * The Merkle tree hash of RFC 6962, section 2.1, over leaves that are added one after the other: 0x00 goes before
 * a leaf and 0x01 before a node, so that no node can be passed off as a leaf. Holds one digest for each level,
 * however many leaves there are.
 */
export class MerkleTree {
  /** By level, the root of a full subtree that still waits for its right neighbour. */
  private readonly waiting: (Buffer | undefined)[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(leaf: string): void {
    let subtree: Buffer = hash('sha256', `\0${leaf}`, 'buffer');
    let level = 0;
    for (let left = this.waiting[0]; left !== undefined; left = this.waiting[level]) {
      subtree = nodeOf(left, subtree);
      this.waiting[level] = undefined;
      level += 1;
    }
    this.waiting[level] = subtree;
    this.count += 1;
  }

  /** In hex; of no leaves, the digest of nothing. Leaves may be added afterwards. */
  root(): string {
    const [smallest, ...larger] = this.waiting.filter((subtree) => subtree !== undefined);
    if (smallest === undefined) return hash('sha256', '', 'hex');
    return larger.reduce((right, left) => nodeOf(left, right), smallest).toString('hex');
  }
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  const node = Buffer.allocUnsafe(1 + 2 * DIGEST_BYTES);
  node[0] = NODE_PREFIX;
  left.copy(node, 1);
  right.copy(node, 1 + DIGEST_BYTES);
  return hash('sha256', node, 'buffer');
}
