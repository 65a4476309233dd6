import {
  Checkpoints,
  type RuleDisposal,
  type DisposalRule,
  dispose,
  loadDisposalRules,
  wouldDispose,
} from '@ledtid/cases';
import { SystemTime } from '@ledtid/time';
import type { Context } from '../context';
import { withDatabase } from '../database';
import { keepsDocuments, sweepDocuments } from '../documents/context-documents';
import type { CommandFile } from '../host';
import { checkpointSettings } from '../ledger/ledger-settings';
import type { Answer } from '../output/answer';

export const disposeCommand: CommandFile = (program, host) => {
  program
    .command('dispose')
    .description(
      'take away payloads and documents whose time is up under a rule (LEDTID_DISPOSAL), and sign that it was done',
    )
    .option('--dry-run', 'only say what would go')
    .action(
      host.run(async (context, { dryRun = false }: { dryRun?: boolean }) => {
        const rules = loadDisposalRules(context.settings.disposal ?? []);
        return answerOf(await (dryRun ? look(context, rules) : act(context, rules)), dryRun);
      }),
    );
};

function look(context: Context, rules: readonly DisposalRule[]): Promise<RuleDisposal[]> {
  return withDatabase(context, (pool) => wouldDispose({ pool, time: new SystemTime(), rules }));
}

/**
 * Signed at once: a disposal that no checkpoint knows could have been made up by whoever took the payloads. The
 * documents among them cannot be opened any more from here on; their files go last.
 */
async function act(context: Context, rules: readonly DisposalRule[]): Promise<RuleDisposal[]> {
  const settings = await checkpointSettings(context);
  return withDatabase(context, async (pool) => {
    const time = new SystemTime();
    const done = await dispose({ pool, time, rules });
    await new Checkpoints({ ...settings, pool, time }).make();
    if (await keepsDocuments(context)) await sweepDocuments(context, pool);
    return done;
  });
}

/** Document: `dryRun`, and of every rule in force `rules` with the number of payloads. */
function answerOf(rules: readonly RuleDisposal[], dryRun: boolean): Answer {
  const what = dryRun ? 'would go' : 'disposed';
  const lines = rules.map(
    ({ rule, source, payloads }) => `${payloads} payloads ${what} under rule ${rule} (${source}).`,
  );
  const text =
    lines.length > 0 ? lines.join('\n') : 'No rule is in force (LEDTID_DISPOSAL): nothing is disposed of.';
  return { document: { dryRun, rules }, text };
}
