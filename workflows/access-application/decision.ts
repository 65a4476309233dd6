import {
  type CommonEvent,
  ReasonPayload,
  type StateNode,
  allOf,
  byClock,
  effect,
  inStage,
  milestone,
  ownStage,
  remember,
  workedStage,
} from '@ledtid/workflow';
import type { ApplicationContext } from './context';
import type { ApplicationEvent, ApplicationStage } from './events';
import { GiveStatementPayload, GrantPayload } from './payloads';
import { releaseRequests, withReleasesOpened } from './releases';
import { changesScope } from './scope';

const heard = remember<ApplicationContext, GiveStatementPayload>(GiveStatementPayload, ({ record }) => ({
  heard: true,
  agreesToStatistics: record.agreesToStatistics === true,
}));

const grants = remember<ApplicationContext, GrantPayload>(GrantPayload, ({ context, record }) => ({
  granted: [...record.datasets].sort(),
  partial: record.extent === 'partial' || record.datasets.length < context.scope.length,
  permitDays: record.permitDays,
}));

/** Back to the reviewers: the named region waits anew, the other stays as it was assessed. */
function reopens(stage: 'legal-review' | 'technical-feasibility') {
  const [legal, technical] = stage === 'legal-review' ? ['waiting', 'done'] : ['done', 'waiting'];
  return {
    target: [
      `#access-application.review.legal.${legal}`,
      `#access-application.review.technical.${technical}`,
    ],
    guard: { type: 'stage-not-reopened', params: { stage } },
  };
}

export const decision = workedStage({
  stage: 'decision',
  party: 'hdab',
  on: {
    HEAR_APPLICANT: 'awaiting-statement',
    REOPEN_REVIEW: [
      reopens('legal-review'),
      reopens('technical-feasibility'),
      { target: '#access-application.review' },
    ],
    GRANT: {
      target: '#access-application.acceptance',
      guard: allOf('dataset-not-in-scope', 'ethics-not-covered', 'population-not-granted'),
      actions: [grants, milestone('permit')],
    },
    REFUSE: { target: '#access-application.refused', guard: 'applicant-not-heard' },
    ANSWER_WITH_STATISTICS: { target: '#access-application.answered', guard: 'statistics-not-agreed' },
  },
  throughout: changesScope,
  beside: {
    'awaiting-statement': {
      meta: { stage: 'decision', activity: 'paused', party: 'applicant', cause: 'applicant-answer' },
      on: {
        GIVE_STATEMENT: { target: 'assigned', actions: heard },
        // The applicant may stay silent; having had the chance is what the law asks for.
        END_HEARING: {
          target: 'assigned',
          actions: remember<ApplicationContext, ReasonPayload>(ReasonPayload, () => ({ heard: true })),
        },
      },
    },
  },
});

/** 28 days to accept, reject or appeal; silence counts as withdrawal (D6.3 section 6.6). */
export const acceptance = ownStage({
  stage: 'acceptance',
  party: 'applicant',
  clocks: {
    starts: ['decision-answer', 'fee-agreement', 'publish-decision'],
    meets: ['permit-decision'],
  },
  on: {
    ACCEPT: {
      target: '#access-application.releasing',
      actions: [
        effect<ApplicationContext>(({ context }) => ({
          kind: 'open-children',
          children: [
            {
              workflow: 'permit',
              ...{ holder: null, part: null, occasion: null, track: null, dependsOn: [] },
              input: { datasets: context.granted, days: context.permitDays },
            },
            ...releaseRequests(context),
          ],
        })),
        remember<ApplicationContext, object>(ReasonPayload, ({ context }) => withReleasesOpened(context)),
        milestone('accepted'),
      ],
    },
    REJECT: '#access-application.withdrawn',
    APPEAL: 'appealed',
    CLOCK_DUE: { target: '#access-application.lapsed', guard: byClock('decision-answer') },
  },
  beside: {
    appealed: {
      meta: {
        stage: 'acceptance',
        activity: 'paused',
        party: 'applicant',
        clocks: { voids: ['decision-answer'] },
      },
      on: {
        RECORD_APPEAL_DECISION: [
          {
            target: '#access-application.decision',
            guard: { type: 'appeal-outcome-differs', params: { outcome: 'reconsider' } },
          },
          { target: 'waiting' },
        ],
        SET_CAUSE: { target: 'appealed', guard: inStage('acceptance') },
      },
    } satisfies StateNode<ApplicationStage, ApplicationEvent | CommonEvent>,
  },
});
