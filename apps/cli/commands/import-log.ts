import {
  type ImportOptions,
  type ImportedLog,
  type LogColumns,
  importLog,
  isRefusal,
} from '@ledtid/lead-time';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import type { Answer } from '../output/answer';
import { refused } from '../refused';

interface Flags extends LogColumns {
  name: string;
  lifecycle?: boolean;
  zone?: string;
}

export const importLogCommand: CommandFile = (program, host) => {
  program
    .command('import-log')
    .description('import an event log of another system: XES, OCEL 2.0 (JSON) or CSV, also gzipped')
    .argument('<file>', 'the log')
    .requiredOption('--name <name>', 'what reports call it; a log of that name is replaced')
    .option('--case <column>', 'column of the case (OCEL 2.0: type of the objects that are the cases)')
    .option('--activity <column>', 'column of the activity')
    .option('--time <column>', 'column of the time of the event')
    .option('--start <column>', 'column of the own start of the event')
    .option('--resource <column>', 'column of who did it')
    .option('--lifecycle', 'pair starts with completions; without it every event counts')
    .option('--zone <zone>', 'zone of times that carry none (default UTC)')
    .action(
      host.run(async (context, file: string, flags: Flags) => {
        const time = new SystemTime();
        const answer = await withDatabase(
          context,
          (pool) => importLog({ pool, time, ids: new OrderedIds(time) }, file, optionsOf(flags)),
          { migrate: true },
        );
        return isRefusal(answer) ? refused(answer.refused) : imported(answer);
      }),
    );
};

/** Only what was said: a column that is named must be there, one that is not may be. */
function optionsOf({ name, lifecycle, zone, ...columns }: Flags): ImportOptions {
  return { name, columns, ...(lifecycle && { lifecycle }), ...(zone !== undefined && { zone }) };
}

function imported(log: ImportedLog): Answer {
  const { name, format, cases, events, replaced, caseObjectType } = log;
  const from = caseObjectType === null ? '' : ` The cases are its objects of type "${caseObjectType}".`;
  const text =
    `${replaced ? 'Replaced' : 'Imported'} "${name}" (${format}): ${cases} cases, ${events} events.${from}\n` +
    `See it by: ledtid report lead-time --log ${JSON.stringify(name)}`;
  return { document: log, text };
}
