/** Where one chain ends: the number and hash of the instance's last ledger row. */
export interface Head {
  readonly instanceId: string;
  readonly version: number;
  readonly hash: string;
}

/** A head that a checkpoint named. */
export interface NamedHead extends Head {
  readonly checkpoint: number;
}

/** A head as a leaf of a Merkle tree. Canonical JSON (RFC 8785) of a list: no two heads have the same. */
export function leafOf({ instanceId, version, hash }: Head): string {
  return JSON.stringify([instanceId, version, hash]);
}
