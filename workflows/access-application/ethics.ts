import type { CivilDate } from '@ledtid/time';
import type { Effect } from '@ledtid/workflow';
import { type ApplicationContext, inScope } from './context';
import type { EthicsNotNeededPayload, RecordEthicsPayload } from './payloads';

/**
 * Ethics is a series, not a flag. An approval, also one with conditions, covers the datasets that it names;
 * an opinion and a statement cover nothing.
 */
function approves({ kind, outcome, decidedOn }: Partial<RecordEthicsPayload>): boolean {
  return (
    kind !== 'opinion' && decidedOn !== undefined && (outcome === 'approved' || outcome === 'conditional')
  );
}

export function withEthics(
  context: ApplicationContext,
  entry: Partial<RecordEthicsPayload>,
): ApplicationContext {
  const { kind, outcome, decidedOn, datasets = [] } = entry;
  const originalRefused = context.originalRefused || (kind === 'original' && outcome === 'refused');
  if (!approves(entry) || decidedOn === undefined) return { ...context, originalRefused };
  const covered = datasets
    .filter((dataset) => !(dataset in context.coveredOn))
    .map((dataset) => [dataset, decidedOn] as const);
  return settled({
    ...context,
    originalRefused,
    coveredOn: { ...context.coveredOn, ...Object.fromEntries(covered) },
  });
}

export function withoutEthics(
  context: ApplicationContext,
  { datasets }: Partial<EthicsNotNeededPayload>,
): ApplicationContext {
  const named = new Set([...context.ethicsNotNeeded, ...(datasets ?? [])]);
  return settled({
    ...context,
    ethicsNotNeeded: [...named].sort(),
    ethicsNotNeededAtAll: context.ethicsNotNeededAtAll || datasets === undefined,
  });
}

/** The reviewer finds datasets not covered after all: what the series said of them counts no more. */
export function withAmendmentAwaited(
  context: ApplicationContext,
  datasets: readonly string[],
): ApplicationContext {
  const kept = Object.entries(context.coveredOn).filter(([dataset]) => !datasets.includes(dataset));
  return settled({ ...context, coveredOn: Object.fromEntries(kept), amendmentFor: [...datasets] });
}

/** Brings the covering date of the whole case up to date, after scope, form or series changed. */
export function settled(context: ApplicationContext): ApplicationContext {
  return { ...context, covering: coveringDate(context) };
}

function needsEthics(context: ApplicationContext, dataset: string): boolean {
  if (context.ethicsNotNeededAtAll || context.ethicsNotNeeded.includes(dataset)) return false;
  return context.applied.find((applied) => applied.dataset === dataset)?.ethicsNeeded ?? true;
}

export function isCovered(context: ApplicationContext, dataset: string): boolean {
  return !needsEthics(context, dataset) || dataset in context.coveredOn;
}

/** The last of the decisions that cover what needs it; null while something is not covered, or nothing needs it. */
function coveringDate(context: ApplicationContext): CivilDate | null {
  const needing = inScope(context).filter(({ dataset }) => needsEthics(context, dataset));
  const dates = needing.map(({ dataset }) => context.coveredOn[dataset]).filter((date) => date !== undefined);
  return needing.length > 0 && dates.length === needing.length ? (dates.sort().at(-1) ?? null) : null;
}

/** `ethics-original`: the approval that the report counts from; after a refusal, the appeal that approved. */
export function originalMilestone(
  context: ApplicationContext,
  entry: Partial<RecordEthicsPayload>,
): Effect[] {
  const counts = entry.kind === 'original' || (entry.kind === 'appeal' && context.originalRefused);
  if (!counts || !approves(entry) || entry.decidedOn === undefined) return [];
  return [{ kind: 'milestone', key: 'ethics-original', on: entry.decidedOn }];
}

/**
 * What a change of scope, form or series completes: `ethics-covering`, when everything that needs approval has
 * become covered, and `ethics-not-needed`, when the body has found that nothing in the case needs it.
 */
export function ethicsMilestones(before: ApplicationContext, after: ApplicationContext): Effect[] {
  const covering: Effect[] =
    after.covering !== null && after.covering !== before.covering
      ? [{ kind: 'milestone', key: 'ethics-covering', on: after.covering }]
      : [];
  const notNeeded: Effect[] =
    foundNotNeeded(after) && !foundNotNeeded(before) ? [{ kind: 'milestone', key: 'ethics-not-needed' }] : [];
  return [...covering, ...notNeeded];
}

/** The applicant's own word in the form is not enough: somebody of the body has said so. */
function foundNotNeeded(context: ApplicationContext): boolean {
  const { ethicsNotNeeded, ethicsNotNeededAtAll } = context;
  if (ethicsNotNeededAtAll) return true;
  const datasets = inScope(context);
  return (
    ethicsNotNeeded.length > 0 &&
    datasets.length > 0 &&
    datasets.every(({ dataset }) => !needsEthics(context, dataset))
  );
}
