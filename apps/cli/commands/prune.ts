import { Checkpoints, type Pruned, Pruning, retentionRules } from '@ledtid/cases';
import { SystemTime } from '@ledtid/time';
import type { Context } from '../context';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import { checkpointSettings } from '../ledger/ledger-settings';
import type { Answer } from '../output/answer';

export const pruneCommand: CommandFile = (program, host) => {
  program
    .command('prune')
    .description('remove rows that are past their time (LEDTID_RETENTION), as the worker does once a day')
    .option('--dry-run', 'only say what would go')
    .action(
      host.run(async (context, { dryRun = false }: { dryRun?: boolean }) =>
        answerOf(await prune(context, dryRun), dryRun),
      ),
    );
};

async function prune(context: Context, dryRun: boolean): Promise<Pruned[]> {
  const rules = retentionRules(context.settings.retention);
  const settings = await checkpointSettings(context);
  return withDatabase(context, (pool) => {
    const time = new SystemTime();
    const checkpoints = new Checkpoints({ ...settings, pool, time });
    const pruning = new Pruning({ pool, time, rules, checkpoints });
    return dryRun ? pruning.wouldPrune() : pruning.prune();
  });
}

/** Document: `dryRun`, and of every table that is pruned its `rows`, `rule` and `source`. */
function answerOf(tables: readonly Pruned[], dryRun: boolean): Answer {
  const what = dryRun ? 'would go' : 'went';
  const lines = tables.map(
    ({ table, rows, rule, source }) => `${rows} rows of ${table} ${what} (${rule}; ${source}).`,
  );
  return { document: { dryRun, tables }, text: lines.join('\n') };
}
