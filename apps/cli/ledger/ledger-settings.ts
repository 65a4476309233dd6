import type { KeyObject } from 'node:crypto';
import {
  type CheckpointSettings,
  type VerificationEvidence,
  checkpointFile,
  verificationKeys,
} from '@ledtid/cases';
import { requiredSetting } from '@ledtid/platform';
import type { Context } from '../context';
import { embeddedCheckpoints, embeddedKey, exportDirectory, isEmbedded } from './embedded-checkpoints';

/** With what a checkpoint of this context's database is made. Throws `configuration-invalid`. */
export async function checkpointSettings(context: Context): Promise<CheckpointSettings> {
  const { settings, dataDirectory } = context;
  const own = (await isOwn(context)) ? await embeddedCheckpoints(dataDirectory) : null;
  return {
    key: settings.checkpointKey ?? own?.key ?? requiredSetting(settings, 'checkpointKey'),
    directory:
      settings.checkpointDirectory ?? own?.directory ?? requiredSetting(settings, 'checkpointDirectory'),
  };
}

/** Against what the ledger of this context's database is verified, unless the command line says otherwise. */
export async function configuredEvidence(context: Context): Promise<VerificationEvidence> {
  const { settings, dataDirectory } = context;
  const own = await isOwn(context);
  const directory = settings.checkpointDirectory ?? (own ? exportDirectory(dataDirectory) : null);
  return {
    keys: verificationKeys([
      ...[settings.checkpointKey, own ? await embeddedKey(dataDirectory) : null].filter(isKey),
      ...(settings.checkpointPublicKeys ?? []),
    ]),
    exported: directory === null ? null : { path: checkpointFile(directory), whole: true },
  };
}

/** Whether the database is the embedded one of the data directory, also where its URL was given. */
export async function isOwn({ settings, dataDirectory }: Context): Promise<boolean> {
  return settings.databaseUrl === null || (await isEmbedded(settings.databaseUrl, dataDirectory));
}

function isKey(key: KeyObject | null): key is KeyObject {
  return key !== null;
}
