import { type KeyObject, sign, verify } from 'node:crypto';
import type { Instant } from '@ledtid/time';
import { canonicalize } from 'json-canonicalize';
import { GENESIS } from '../../facts/newborn';
import { digestOf } from '../digest';
import { keyIdOf } from './checkpoint-keys';

/** What a checkpoint says. Roots and digests in hex. */
export interface CheckpointBody {
  /** 1, 2, 3 without a gap. */
  readonly number: number;
  readonly at: Instant;
  /** Digest of the checkpoint before, signature included; of the first one, zeros. */
  readonly previous: string;
  /** How many heads there were, and the Merkle root over all of them, by id of their instances. */
  readonly instances: number;
  readonly root: string;
  /** How many of them no checkpoint had named before, and the Merkle root over these, by id as well. */
  readonly changed: number;
  readonly changedRoot: string;
  /** How many disposals there were, and the Merkle root over them, by number. */
  readonly disposals: number;
  readonly disposalRoot: string;
  /** Number and hash of the newest row of the access ledger; 0 and zeros of none. Earlier checkpoints lack them. */
  readonly looks?: number;
  readonly looksHash?: string;
  /**
   * Looks up to this row, whose hash it was, may be gone from here on, by what rule and why. Only in a checkpoint
   * that was made to say so.
   */
  readonly cut?: {
    readonly looks: number;
    readonly hash: string;
    readonly rule: string;
    readonly source: string;
  };
  /** Thumbprint of the signing key. */
  readonly keyId: string;
}

/** A statement that the ledger stood so at a moment, which nobody without the key can make. */
export interface Checkpoint extends CheckpointBody {
  /** Ed25519 over the canonical JSON of the body, in base64url. */
  readonly signature: string;
}

export function signed(body: Omit<CheckpointBody, 'keyId'>, key: KeyObject): Checkpoint {
  const whole = { ...body, keyId: keyIdOf(key) };
  return { ...whole, signature: sign(null, bytesOf(whole), key).toString('base64url') };
}

/** Whether the holder of a key said this. */
export function isSignedBy({ signature, ...body }: Checkpoint, key: KeyObject): boolean {
  return verify(null, bytesOf(body), key, Buffer.from(signature, 'base64url'));
}

/** What the checkpoint after this one calls `previous`. */
export function digestOfCheckpoint(checkpoint: Checkpoint | undefined): string {
  return checkpoint === undefined ? GENESIS : digestOf(checkpoint);
}

/** The checkpoint as one line of its export, without the end of line: `sha256sum` of it is its digest. */
export function lineOf(checkpoint: Checkpoint): string {
  return canonicalize(checkpoint);
}

function bytesOf(body: CheckpointBody): Buffer {
  return Buffer.from(canonicalize(body));
}
