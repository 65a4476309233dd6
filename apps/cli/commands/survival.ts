import {
  type LifetimeColumns,
  TRANSFORMS,
  type Transform,
  isRefusal,
  survivalOfFile,
} from '@ledtid/lead-time';
import { InvalidArgumentError, Option } from 'commander';
import type { CommandFile } from '../host';
import { refused } from '../refused';
import { survivalText } from '../reports/survival-text';

interface Flags extends LifetimeColumns {
  transform: Transform;
}

export const survivalCommand: CommandFile = (program, host) => {
  program
    .command('survival')
    .description('how long things last, those that still do counted: Kaplan-Meier of a CSV, also gzipped')
    .argument('<file>', 'a record for each lifetime, below a header')
    .requiredOption('--time <column>', 'column of the time until the event, or until it was last seen')
    .requiredOption('--event <column=value>', 'what says that the event came', columnAndValue)
    .option(
      '--entry <column>',
      'column of the time from which it was under observation (default: all from 0)',
    )
    .option('--by <column>', 'a curve for each value of this column')
    .addOption(
      new Option('--transform <scale>', 'scale of the 95 % interval').choices(TRANSFORMS).default('log-log'),
    )
    .action(
      host.run(async (_context, file: string, { transform, ...columns }: Flags) => {
        const answer = await survivalOfFile(file, columns, transform);
        const survival = isRefusal(answer) ? refused(answer.refused) : answer;
        return { document: survival, text: survivalText(survival, columns.by, transform) };
      }),
    );
};

function columnAndValue(text: string): LifetimeColumns['event'] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('Write the column and its value as COLUMN=VALUE.');
  }
  return { column: text.slice(0, at), value: text.slice(at + 1).trim() };
}
