import { exportLedger } from '@ledtid/cases';
import {
  type ExportedLog,
  LOG_FORMATS,
  type LogFormat,
  exportLog,
  isRefusal,
  writeWholeFile,
} from '@ledtid/lead-time';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { InvalidArgumentError, Option } from 'commander';
import type { Context } from '../context';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import type { Answer } from '../output/answer';
import { refused } from '../refused';

/** Beside event logs: the ledger itself, for whoever verifies it elsewhere. */
const LEDGER = 'ledger';

interface Flags {
  format: LogFormat | typeof LEDGER;
  log?: string;
  out: string;
}

export const exportCommand: CommandFile = (program, host) => {
  program
    .command('export')
    .description(
      'write an event log for process mining: the cases without drafts and persons, or an imported log; or the ledger, to be verified elsewhere',
    )
    .addOption(
      new Option('--format <format>', 'XES (IEEE 1849), OCEL 2.0 (JSON) or CSV; or the ledger (JSON Lines)')
        .choices([...LOG_FORMATS, LEDGER])
        .makeOptionMandatory(),
    )
    .option('--log <name>', 'an imported log instead of the cases')
    .requiredOption('--out <file>', 'where to; gzipped where the name ends in .gz')
    .action(
      host.run(async (context, { out, format, ...options }: Flags) => {
        const time = new SystemTime();
        const ids = new OrderedIds(time);
        if (format === LEDGER) return writeLedger(context, out, ids.next(), options.log);
        const answer = await withDatabase(context, (pool) =>
          exportLog({ pool, time, ids }, out, { format, ...options }),
        );
        return isRefusal(answer) ? refused(answer.refused) : exported(answer);
      }),
    );
};

async function writeLedger(context: Context, file: string, id: string, log?: string): Promise<Answer> {
  if (log !== undefined) throw new InvalidArgumentError('An imported log has no ledger: leave out --log.');
  const { chains, checkpoints } = await withDatabase(context, (pool) =>
    exportLedger(pool, (text) => writeWholeFile(file, id, text)),
  );
  return {
    document: { file, format: LEDGER, chains, checkpoints },
    text: `Wrote the ledger to ${file}: ${chains} chains, ${checkpoints} checkpoints. Verify it by \`ledtid verify --ledger\`.`,
  };
}

function exported(log: ExportedLog): Answer {
  const { file, format, cases, events } = log;
  const what = log.log === null ? 'the cases' : `"${log.log}"`;
  return { document: log, text: `Wrote ${what} to ${file} (${format}): ${cases} cases, ${events} events.` };
}
