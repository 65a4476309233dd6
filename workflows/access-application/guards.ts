import type { GuardFunction } from '@ledtid/workflow';
import type { DatasetAssessment } from './assessment';
import { type ApplicationContext, holdersInScope } from './context';
import { isCovered, withEthics, withoutEthics } from './ethics';
import {
  type Ending,
  endingOf,
  grantedDatasets,
  hasAccess,
  populationsAreFound,
  withReleaseEnded,
} from './releases';
import { isSubmittable } from './submission';

type Guard = GuardFunction<ApplicationContext>;
type Record_ = Parameters<Guard>[0]['event']['record'];

/** Ids that an event names under `datasets`, whether alone or with an assessment; undefined where it names none. */
function datasetsIn(record: Record_): string[] | undefined {
  const listed = record.datasets as readonly (string | DatasetAssessment)[] | undefined;
  return listed?.map((entry) => (typeof entry === 'string' ? entry : entry.dataset));
}

function assessmentsIn(record: Record_): DatasetAssessment[] {
  const listed = (record.datasets ?? []) as readonly (string | DatasetAssessment)[];
  return listed.filter((entry) => typeof entry !== 'string');
}

/** What is to be granted: every dataset named, of assessed ones those recommended. */
function wanted(record: Record_): { dataset: string; ethics?: DatasetAssessment['ethics'] }[] {
  const named = (record.datasets ?? []) as readonly (string | DatasetAssessment)[];
  return named.flatMap((entry) => {
    if (typeof entry === 'string') return [{ dataset: entry }];
    return entry.recommended ? [entry] : [];
  });
}

/** The series must cover a dataset, and the reviewer must have found that it does. */
const ethicsCovered: Guard = ({ context, event: { record } }) =>
  wanted(record).every(({ dataset, ethics }) => {
    if (ethics === 'not-needed') return true;
    return ethics !== 'not-covered' && isCovered(context, dataset);
  });

const amendmentArrived: Guard = ({ context, event: { type, record } }) => {
  const after = type === 'RECORD_ETHICS' ? withEthics(context, record) : withoutEthics(context, record);
  return record.datasets === undefined || context.amendmentFor.every((dataset) => isCovered(after, dataset));
};

const everyHolderAsked: Guard = ({ context }) =>
  holdersInScope(context).every((holder) => holder in context.inquiries);

const holdersMayBeAsked: Guard = ({ context, event: { record } }) => {
  const known = holdersInScope(context);
  const named = record.holders as readonly string[] | undefined;
  if (named === undefined) return known.some((holder) => !(holder in context.inquiries));
  return named.every((holder) => known.includes(holder));
};

const isLastAnswer: Guard = ({ context, event: { record } }) =>
  Object.entries(context.inquiries).every(([holder, state]) => state !== 'asked' || holder === record.holder);

const withinApplication: Guard = ({ context, event: { record } }) =>
  datasetsIn(record)?.every((id) => context.applied.some(({ dataset }) => dataset === id)) ?? true;

const populationsGranted: Guard = ({ context, event: { record } }) => {
  const granted = datasetsIn(record);
  return granted === undefined || populationsAreFound(grantedDatasets({ ...context, granted }));
};

const endsSo: Guard = ({ context, event: { record } }, { ending }) =>
  endingOf(withReleaseEnded(context, record)) === (ending as Ending);

/** Each is named for the refusal it gives. What an event does not say yet is judged as possible. */
export const GUARDS: Record<string, Guard> = {
  'form-incomplete': isSubmittable,
  'completion-requests-exhausted': ({ context }) =>
    !context.completionWindowClosed && context.completionRequests < context.completionLimit,
  'dataset-not-in-scope': ({ context, event }) =>
    datasetsIn(event.record)?.every((dataset) => context.scope.includes(dataset)) ?? true,
  'assessment-incomplete': ({ context, event }) => {
    const assessed = datasetsIn(event.record);
    return assessed === undefined || context.scope.every((dataset) => assessed.includes(dataset));
  },
  'criterion-not-met': ({ event }) =>
    assessmentsIn(event.record).every(({ recommended, unmet }) => !recommended || (unmet ?? []).length === 0),
  'ethics-not-covered': ethicsCovered,
  'ethics-still-lacking': amendmentArrived,
  'holder-not-to-be-asked': holdersMayBeAsked,
  'holder-yet-to-answer': isLastAnswer,
  'holder-not-asked': everyHolderAsked,
  'scope-outside-application': withinApplication,
  'stage-not-reopened': ({ event }, params) => event.record.stage === params.stage,
  'population-not-granted': populationsGranted,
  'applicant-not-heard': ({ context }) => context.heard,
  'statistics-not-agreed': ({ context }) => context.agreesToStatistics,
  'appeal-outcome-differs': ({ event }, params) => event.record.outcome === params.outcome,
  'releases-ended-otherwise': endsSo,
  'access-already-open': ({ context }) => !hasAccess(context),
};
