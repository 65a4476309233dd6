import { type Checkpoint, Checkpoints, checkpointFile, publicKeyText } from '@ledtid/cases';
import { SystemTime } from '@ledtid/time';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import { checkpointSettings } from '../ledger/ledger-settings';
import type { Answer } from '../output/answer';

export const checkpointCommand: CommandFile = (program, host) => {
  program
    .command('checkpoint')
    .description('sign how the ledger stands now, and export what was signed')
    .action(
      host.run(async (context) => {
        const settings = await checkpointSettings(context);
        const made = await withDatabase(context, (pool) =>
          new Checkpoints({ ...settings, pool, time: new SystemTime() }).make(),
        );
        const file = checkpointFile(settings.directory);
        return answerOf(made, { file, publicKey: publicKeyText(settings.key) });
      }),
    );
};

interface Whereabouts {
  /** All checkpoints, a line each. */
  readonly file: string;
  /** PEM: what somebody elsewhere needs to verify them. */
  readonly publicKey: string;
}

/** Document: `checkpoint` (null when nothing has changed since the last one), `file`, `publicKey`. */
function answerOf(checkpoint: Checkpoint | null, whereabouts: Whereabouts): Answer {
  const { file, publicKey } = whereabouts;
  const what =
    checkpoint === null
      ? 'Nothing has changed since the last checkpoint.'
      : `Checkpoint ${checkpoint.number} over ${checkpoint.instances} instances, of which ${checkpoint.changed} had come further.`;
  return {
    document: { checkpoint, ...whereabouts },
    text: [what, `The checkpoints: ${file}`, `Their public key:\n${publicKey}`].join('\n'),
  };
}
