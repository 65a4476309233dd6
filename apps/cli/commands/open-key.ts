import { resolve } from 'node:path';
import type { CommandFile } from '../host';
import { openKey } from '../keys/open-key';

export const openKeyCommand: CommandFile = (program, host) => {
  program
    .command('open-key')
    .description(
      'hand out the code key of a permit as it was asked for and approved, sealed to its recipient',
    )
    .argument('<permit>', 'id of the permit')
    .requiredOption('--out <file>', 'where the sealed key goes; a file that does not exist yet')
    .action(
      host.run(async (context, permit: string, { out }: { out: string }) => {
        const opened = await openKey(context, permit, resolve(out));
        return {
          document: opened,
          text: `The code key, sealed to ${opened.recipient}: ${opened.file}\nThe approval is used up; the ledger of the permit tells it.`,
        };
      }),
    );
};
