import { allOf, effect, inStage, remember, workedStage } from '@ledtid/workflow';
import { becomes } from './changes';
import type { ApplicationContext } from './context';
import { originalMilestone, settled, withAmendmentAwaited, withEthics, withoutEthics } from './ethics';
import {
  EthicsAmendmentPayload,
  EthicsNotNeededPayload,
  FinishLegalReviewPayload,
  RecordEthicsPayload,
} from './payloads';
import { takesForm } from './submission';

/** Every entry of the ethics series, wherever the case stands. */
export const recordsEthics = [
  effect<ApplicationContext>(({ context, record }) => originalMilestone(context, record)),
  ...becomes(RecordEthicsPayload, withEthics),
];

export const recordsNotNeeded = becomes(EthicsNotNeededPayload, withoutEthics);

const awaitsAmendment = remember<ApplicationContext, EthicsAmendmentPayload>(
  EthicsAmendmentPayload,
  ({ context, record }) => withAmendmentAwaited(context, record.datasets),
);

/** The assessment may move a dataset to the other track, and find that it needs no approval. */
function withAssessment(
  context: ApplicationContext,
  { datasets = [] }: Partial<FinishLegalReviewPayload>,
): ApplicationContext {
  const assessed = new Map(datasets.map((assessment) => [assessment.dataset, assessment]));
  const exempt = datasets.filter(({ ethics }) => ethics === 'not-needed').map(({ dataset }) => dataset);
  return settled({
    ...context,
    applied: context.applied.map((applied) => ({
      ...applied,
      track: assessed.get(applied.dataset)?.track ?? applied.track,
    })),
    ethicsNotNeeded: [...new Set([...context.ethicsNotNeeded, ...exempt])].sort(),
  });
}

export const legal = workedStage({
  stage: 'legal-review',
  party: 'hdab',
  clocks: { starts: ['permit-decision'], meets: ['pre-screening', 'completion'] },
  // Also on the first claim: a clock that runs already is left alone.
  resumed: { starts: ['permit-decision'], meets: ['completion-during-assessment'] },
  on: {
    ASK_APPLICANT: 'awaiting-applicant',
    REQUEST_ETHICS_AMENDMENT: {
      target: 'awaiting-ethics',
      guard: 'dataset-not-in-scope',
      actions: awaitsAmendment,
    },
    FINISH_LEGAL_REVIEW: {
      target: 'done',
      guard: allOf(
        'dataset-not-in-scope',
        'assessment-incomplete',
        'criterion-not-met',
        'ethics-not-covered',
      ),
      actions: becomes(FinishLegalReviewPayload, withAssessment),
    },
  },
  beside: {
    'awaiting-applicant': {
      meta: {
        stage: 'legal-review',
        activity: 'paused',
        party: 'applicant',
        cause: 'applicant-answer',
        clocks: { starts: ['completion-during-assessment'], pauses: ['permit-decision'] },
      },
      on: {
        ANSWER: { target: 'assigned', guard: 'form-incomplete', actions: takesForm },
        RESUME: { target: 'assigned', guard: inStage('legal-review') },
      },
    },
    'awaiting-ethics': {
      meta: {
        stage: 'legal-review',
        activity: 'paused',
        party: 'ethics',
        cause: 'ethics-amendment',
        clocks: { pauses: ['permit-decision'] },
      },
      on: {
        // What does not cover the datasets is recorded all the same, by the handler of the whole case.
        RECORD_ETHICS: { target: 'assigned', guard: 'ethics-still-lacking', actions: recordsEthics },
        RECORD_ETHICS_NOT_NEEDED: {
          target: 'assigned',
          guard: 'ethics-still-lacking',
          actions: recordsNotNeeded,
        },
        RESUME: { target: 'assigned', guard: inStage('legal-review') },
      },
    },
    done: { type: 'final' },
  },
});
