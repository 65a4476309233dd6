import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import type { CheckpointSettings } from '@ledtid/cases';

/** A new key, and an export below a directory of the test's own. */
export function newCheckpointSettings(directory: string): CheckpointSettings {
  return { key: generateKeyPairSync('ed25519').privateKey, directory: join(directory, 'checkpoints') };
}
