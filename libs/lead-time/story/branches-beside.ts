import { toInstant } from '@ledtid/time';
import type { CaseHistory, SpanFacts } from '../cases/case-history';
import type { Branch, Join } from '../path/forks';
import type { CaseFigures } from '../reports/case-figures';
import { NOBODY } from '../reports/report';
import type { StoryBranch } from './case-story';
import type { Passage } from './passages';
import { placeOf } from './place-of';

/** The branches that ran during a passage and were not on the way to it, the latest to end first. */
export function branchesBeside(passage: Passage, figures: CaseFigures): StoryBranch[] {
  const { history, path } = figures;
  const joins = path.joins.filter(({ start, end }) => start < passage.end && end > passage.start);
  const own = ownKeys(passage, joins, history);
  const beside = new Map<string, { branch: Branch; join: Join }>();
  // The outer forks come last and know a branch's real end; an inner one may have been cut short.
  for (const join of joins) {
    for (const branch of join.branches) {
      const runs = branch.start < passage.end && branch.end > passage.start;
      if (runs && !own.has(nameOf(branch))) beside.set(nameOf(branch), { branch, join });
    }
  }
  return [...beside.values()]
    .sort((one, other) => other.branch.end - one.branch.end)
    .map(({ branch, join }) => branchOf(branch, join, passage, figures))
    .filter(({ stages }) => stages.length > 0);
}

/** A region's path lies in the chosen branch; a child's in that of the child, or of the one that it is a part of. */
function ownKeys(passage: Passage, joins: readonly Join[], history: CaseHistory): ReadonlySet<string> {
  const lineage = new Set(lineageOf(history, passage.instanceId));
  const keys = joins.flatMap(({ branches, chosen }) =>
    chosen.childId === null
      ? [nameOf(chosen)]
      : branches.filter(({ instanceId }) => lineage.has(instanceId)).map(nameOf),
  );
  return new Set(keys);
}

function nameOf(branch: Branch): string {
  return `${branch.instanceId} ${branch.key()}`;
}

function lineageOf({ instances }: CaseHistory, id: string | null): string[] {
  const found = instances.find((instance) => instance.id === id);
  return found === undefined ? [] : [found.id, ...lineageOf({ instances } as CaseHistory, found.parentId)];
}

function branchOf(branch: Branch, join: Join, passage: Passage, { history }: CaseFigures): StoryBranch {
  const earlier = join.end - branch.end;
  return {
    ...placeOf(history, branch.instanceId),
    stages: stagesDuring(history, branch, passage),
    end: endOf(branch, join),
    ended: branch.cut ? null : toInstant(branch.end),
    earlier: branch.cut || earlier === 0 ? null : earlier / 1000,
  };
}

function endOf(branch: Branch, join: Join): StoryBranch['end'] {
  if (branch === join.chosen) return 'later-on-path';
  if (branch.cut) return 'still-running';
  if (branch.end === join.end) return 'same-moment';
  return join.open ? 'done' : 'earlier';
}

function stagesDuring({ spans }: CaseHistory, branch: Branch, passage: Passage): string[] {
  const [from, until] = [Math.max(branch.start, passage.start), Math.min(branch.end, passage.end)];
  const during = spans.filter(
    (span) =>
      isIn(span, branch) && span.start < until && (span.end ?? Infinity) > from && span.stage !== NOBODY,
  );
  return [...new Set(during.sort((a, b) => a.start - b.start).map(({ stage }) => stage))];
}

function isIn({ instanceId, region }: SpanFacts, branch: Branch): boolean {
  if (instanceId !== branch.instanceId) return false;
  return branch.childId !== null || region === branch.key() || region.startsWith(`${branch.key()}.`);
}
