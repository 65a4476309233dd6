import {
  type CommonEvent,
  EmptyPayload,
  type StateNode,
  byClock,
  milestone,
  ownStage,
  remember,
  workedStage,
} from '@ledtid/workflow';
import type { ApplicationContext } from './context';
import type { ApplicationEvent, ApplicationStage } from './events';
import { takesForm } from './submission';

export const draft = {
  meta: { stage: 'none', activity: 'assigned', party: 'applicant' },
  on: {
    SUBMIT: {
      target: 'prequalification',
      guard: 'form-incomplete',
      actions: [...takesForm, milestone('submitted')],
    },
  },
} satisfies StateNode<ApplicationStage, ApplicationEvent | CommonEvent>;

/**
 * Completeness against Art 67(2), the right door, and where ethics stands. The completion window is one and
 * continuous (D6.3 section 8.1), so its clock runs on while the body looks at an answer; if it ends then, the
 * applicant is not dismissed for the body's time, but cannot be asked again.
 */
export const prequalification = workedStage({
  stage: 'prequalification',
  party: 'hdab',
  clocks: { starts: ['pre-screening', 'publish-application'] },
  on: {
    REQUEST_COMPLETION: {
      target: '#access-application.completion',
      guard: 'completion-requests-exhausted',
      actions: remember<ApplicationContext, EmptyPayload>(EmptyPayload, ({ context }) => ({
        completionRequests: context.completionRequests + 1,
      })),
    },
    DISMISS: '#access-application.dismissed',
    FINISH_PREQUALIFICATION: '#access-application.review',
  },
  throughout: {
    CLOCK_DUE: {
      guard: byClock('completion'),
      actions: remember<ApplicationContext, EmptyPayload>(EmptyPayload, () => ({
        completionWindowClosed: true,
      })),
    },
  },
});

export const completion = ownStage({
  stage: 'completion',
  party: 'applicant',
  clocks: { starts: ['completion'], pauses: ['pre-screening'] },
  on: {
    COMPLETE: {
      target: '#access-application.prequalification',
      guard: 'form-incomplete',
      actions: takesForm,
    },
    CLOCK_DUE: { target: '#access-application.not-completed', guard: byClock('completion') },
  },
});
