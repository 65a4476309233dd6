import { type Rebuild, type RebuildDifference, checkRebuild, rebuild } from '@ledtid/cases';
import { KeptSheets } from '@ledtid/lead-time';
import { installedConfiguration } from '../configuration';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import type { Answer } from '../output/answer';

export const rebuildCommand: CommandFile = (program, host) => {
  program
    .command('rebuild')
    .description('rebuild snapshots, spans and clocks from the ledger')
    .option('--check', 'only compare; exit 1 on a difference')
    .action(
      host.run(async (context, { check = false }: { check?: boolean }) => {
        const configuration = installedConfiguration(context);
        const found = await withDatabase(context, async (pool) => {
          if (check) return checkRebuild(pool, configuration);
          const rebuilt = await rebuild(pool, configuration);
          await new KeptSheets(pool).clear();
          return rebuilt;
        });
        return answerOf(found, check);
      }),
    );
};

/** Document: `ok`, `rebuilt` (false with --check), the count and every difference that was found. */
function answerOf({ instances, differences }: Rebuild, check: boolean): Answer {
  // A ledger that cannot be replayed is not rebuilt either: there is nothing sound to rebuild from.
  const broken = differences.filter(({ fault }) => fault !== undefined);
  const ok = check ? differences.length === 0 : broken.length === 0;
  return {
    document: { ok, rebuilt: !check, instances, differences },
    text: [headline(instances, differences.length, check), ...differences.map(line)].join('\n'),
    failed: !ok,
  };
}

function headline(instances: number, differences: number, check: boolean): string {
  if (differences === 0) return `${instances} instances are what their ledgers tell.`;
  const what = check ? 'differ from what their ledgers tell' : 'differed and were rebuilt';
  return `Of ${instances} instances, these ${what}:`;
}

function line({ instanceId, what, fault }: RebuildDifference): string {
  const more = fault === undefined ? '' : `: row ${fault.number} cannot be replayed (${fault.code})`;
  return `  ${instanceId}  ${what}${more}`;
}
