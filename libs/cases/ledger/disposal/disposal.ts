import type { Instant } from '@ledtid/time';
import { MerkleTree } from '../checkpoints/merkle-tree';

/** Payloads that were disposed of at once under one rule: what is left of them. */
export interface Disposal {
  /** 1, 2, 3 without a gap. */
  readonly number: number;
  readonly rule: string;
  /** The rule's source in law, as it was written when it was applied. */
  readonly source: string;
  readonly at: Instant;
  /** How many, and the Merkle root over their digests in order, in hex. */
  readonly payloads: number;
  readonly root: string;
}

/** A disposal as a leaf of a checkpoint's tree. */
export function leafOfDisposal({ number, rule, source, at, payloads, root }: Disposal): string {
  return JSON.stringify([number, rule, source, at, payloads, root]);
}

export function rootOfDigests(digests: readonly string[]): string {
  const tree = new MerkleTree();
  for (const digest of digests) tree.add(digest);
  return tree.root();
}
