import { type Instant, civilDateOf, toInstant, workingDaysBetween } from '@ledtid/time';
import { isPast, lastMilestone } from '../cases/case-frame';
import type { CaseFigures, Scope } from '../reports/case-figures';
import { NOBODY } from '../reports/report';
import type { CaseStory, StoryMilestone, StoryVisit } from './case-story';
import { branchesBeside } from './branches-beside';
import { placeOf } from './place-of';
import { type Passage, passagesOf } from './passages';
import { limitOf, removableOf } from './without';
import { turnsOf } from './turns';
import { visitBehind } from './visit-behind';

/**
 * The story of one case, along the critical path from its clock's start to its end. A period's beginning does not
 * cut it: it is the whole, as it stood at the horizon.
 */
export function storyOf(figures: CaseFigures, clock: Scope['clock']): CaseStory {
  const { frame, since } = figures;
  const visits = passagesOf(figures).map((passage) => visitOf(passage, figures));
  return {
    clock,
    workflow: placeOf(figures.history, frame.caseId).workflow,
    ...lasting(since, Math.max(since, frame.end)),
    outcome: frame.outcome,
    before: beforeClock(figures, clock),
    visits,
    milestones: milestonesOf(figures),
    rows: rowsOf(visits),
  };
}

function visitOf(passage: Passage, figures: CaseFigures): StoryVisit {
  const { stage, start, end } = passage;
  const beside = branchesBeside(passage, figures);
  const joins = figures.path.joins.filter((join) => join.start < end && join.end > start);
  const removable = removableOf(passage, figures);
  return {
    ...placeOf(figures.history, passage.instanceId),
    stage,
    ...lasting(start, end),
    ...visitBehind(passage, figures),
    turns: stage === null ? [] : turnsOf(passage, figures.idle),
    beside,
    removable: removable / 1000,
    limitedBy: removable === end - start ? null : limitOf(passage, joins),
    provisional: joins.some(({ open, branches }) => open && branches.length > 1),
  };
}

/** Seconds, and the working days that people count: the first day is not counted, the last one is. */
function lasting(
  from: number,
  until: number,
): { start: Instant; end: Instant; seconds: number; workingDays: number } {
  const [start, end] = [toInstant(from), toInstant(until)];
  const workingDays = workingDaysBetween(civilDateOf(start), civilDateOf(end), 'se');
  return { start, end, seconds: (until - from) / 1000, workingDays };
}

function beforeClock({ history, frame, since }: CaseFigures, clock: Scope['clock']): CaseStory['before'] {
  const ethics = lastMilestone(history, history.caseId, 'ethics-original', frame.horizon);
  const early = ethics === null ? 0 : frame.start - ethics;
  return {
    ethicsToSubmission: early > 0 ? early / 1000 : null,
    submissionToEthics: clock === 'after-ethics' && since > frame.start ? (since - frame.start) / 1000 : null,
  };
}

function milestonesOf({ history, frame, since }: CaseFigures): StoryMilestone[] {
  const reached = history.milestones.filter(({ at }) => isPast(at, frame.horizon));
  return [...reached]
    .sort((one, other) => one.at - other.at)
    .map(({ instanceId, key, at }) => ({
      ...placeOf(history, instanceId),
      ...{ key, at: toInstant(at), after: (at - since) / 1000 },
    }));
}

function rowsOf(visits: readonly StoryVisit[]): CaseStory['rows'] {
  const rows = new Map<string, CaseStory['rows'][number]>();
  for (const { stage, workflow, seconds } of visits) {
    const key = stage ?? NOBODY;
    const row = rows.get(key) ?? { key, workflow, seconds: 0 };
    // Whole milliseconds are added, so that the parts make the whole exactly.
    rows.set(key, { ...row, seconds: Math.round((row.seconds + seconds) * 1000) / 1000 });
  }
  return [...rows.values()].sort((one, other) => other.seconds - one.seconds);
}
