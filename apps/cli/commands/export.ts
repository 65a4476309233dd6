import { type ExportedLog, LOG_FORMATS, type LogFormat, exportLog, isRefusal } from '@ledtid/lead-time';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { Option } from 'commander';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import type { Answer } from '../output/answer';
import { refused } from '../refused';

interface Flags {
  format: LogFormat;
  log?: string;
  out: string;
}

export const exportCommand: CommandFile = (program, host) => {
  program
    .command('export')
    .description(
      'write an event log for process mining: the cases without drafts and persons, or an imported log',
    )
    .addOption(
      new Option('--format <format>', 'XES (IEEE 1849), OCEL 2.0 (JSON) or CSV')
        .choices(LOG_FORMATS)
        .makeOptionMandatory(),
    )
    .option('--log <name>', 'an imported log instead of the cases')
    .requiredOption('--out <file>', 'where to; gzipped where the name ends in .gz')
    .action(
      host.run(async (context, { out, ...options }: Flags) => {
        const time = new SystemTime();
        const answer = await withDatabase(context, (pool) =>
          exportLog({ pool, time, ids: new OrderedIds(time) }, out, options),
        );
        return isRefusal(answer) ? refused(answer.refused) : exported(answer);
      }),
    );
};

function exported(log: ExportedLog): Answer {
  const { file, format, cases, events } = log;
  const what = log.log === null ? 'the cases' : `"${log.log}"`;
  return { document: log, text: `Wrote ${what} to ${file} (${format}): ${cases} cases, ${events} events.` };
}
