import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Instant, TimeSource } from '@ledtid/time';
import type { CutRule } from '../../access-ledger/cut';
import type { Checkpoint } from './checkpoint';
import { CheckpointFile } from './checkpoint-file';
import { withCheckpointLock } from './checkpoint-lock';
import { sealHeads } from './seal';
import { checkpointsFrom, lastCheckpoint, writtenRows } from './stored-checkpoints';

/** Who signs, and where checkpoints are exported to. */
export interface CheckpointSettings {
  /** Ed25519, private. */
  readonly key: KeyObject;
  /** Where the export is appended to, best on storage that the database's owner cannot write. */
  readonly directory: string;
}

export interface CheckpointsParts extends CheckpointSettings {
  /** One that does not pipeline. */
  readonly pool: Pool;
  readonly time: TimeSource;
}

const LEAST_SECONDS = 60;

/**
 * Makes and exports the ledger's checkpoints (docs/adr/0017-signed-checkpoints.md). Several processes may do so: a
 * lock lets one number follow the other.
 *
 * | state   | entered by                                  | `makeWhenDue` does                                 |
 * |---------|---------------------------------------------|----------------------------------------------------|
 * | unknown | it is made, or something failed             | looks at all heads and at the end of the export    |
 * | settled | all that was written is named and exported  | one small question, until something is written     |
 */
export class Checkpoints {
  private settledAt: number | null = null;
  private readonly file: CheckpointFile;

  constructor(private readonly parts: CheckpointsParts) {
    this.file = new CheckpointFile(parts.directory);
  }

  /** At most every minute, when something has changed. Null when there was nothing to do. */
  async makeWhenDue(): Promise<Checkpoint | null> {
    return withCheckpointLock(this.parts.pool, async (client) => {
      const written = await writtenRows(client);
      if (written !== null && written === this.settledAt) return null;
      const last = await lastCheckpoint(client);
      if (last && secondsBetween(last.at, this.parts.time.now()) < LEAST_SECONDS) return null;
      this.settledAt = null;
      const made = await this.makeLocked(client);
      this.settledAt = written;
      return made;
    });
  }

  /** At once; null when nothing has changed since the last one. Throws `CheckpointError`. */
  async make(): Promise<Checkpoint | null> {
    return withCheckpointLock(this.parts.pool, (client) => this.makeLocked(client));
  }

  /** At once as well, and says that looks of before a moment may go. Null when no more may, and nothing has changed. */
  async cut(cutting: CutRule): Promise<Checkpoint | null> {
    return withCheckpointLock(this.parts.pool, (client) => this.makeLocked(client, cutting));
  }

  /** Committed before it is exported: an export ahead of its table would look as if somebody had cut the table. */
  private async makeLocked(client: PoolClient, cutting?: CutRule): Promise<Checkpoint | null> {
    const made = await sealHeads(client, { ...this.parts, cutting });
    await client.query('BEGIN READ ONLY');
    await this.file.catchUp((number) => checkpointsFrom(client, number));
    await client.query('COMMIT');
    return made;
  }
}

function secondsBetween(from: Instant, to: Instant): number {
  // Without its sign: a clock that was once wrong must not keep checkpoints away until it is right.
  return Math.abs(Date.parse(to) - Date.parse(from)) / 1000;
}
