import type { WorkflowConfig } from '@ledtid/workflow';
import { CHECKLISTS } from './checklists';
import { type ApplicationContext, initialContext } from './context';
import { acceptance, decision } from './decision';
import { type ApplicationEvent, type ApplicationStage, STAGES } from './events';
import { FORM } from './form';
import { GUARDS } from './guards';
import { completion, draft, prequalification } from './intake';
import { legal, recordsEthics, recordsNotNeeded } from './legal-review';
import { changesScope } from './scope';
import { releasing } from './releasing';
import { countsAnswer, endsInquiries, technical } from './technical-feasibility';

export const MACHINE: WorkflowConfig<ApplicationStage, ApplicationEvent, ApplicationContext> = {
  key: 'access-application',
  version: 1,
  stages: STAGES,
  form: FORM,
  checklists: CHECKLISTS,
  context: initialContext,
  guards: GUARDS,
  initial: 'draft',
  states: {
    draft,
    prequalification,
    completion,
    review: {
      type: 'parallel',
      states: { legal, technical },
      on: changesScope,
      onDone: 'decision',
    },
    decision,
    acceptance,
    releasing,
    completed: { type: 'final', meta: { outcome: 'access' } },
    'partially-completed': { type: 'final', meta: { outcome: 'partial' } },
    refused: { type: 'final', meta: { outcome: 'refused', clocks: { meets: ['permit-decision'] } } },
    'refused-by-holders': { type: 'final', meta: { outcome: 'refused' } },
    answered: { type: 'final', meta: { outcome: 'answered', clocks: { meets: ['permit-decision'] } } },
    dismissed: { type: 'final', meta: { outcome: 'dismissed', clocks: { meets: ['pre-screening'] } } },
    'not-completed': { type: 'final', meta: { outcome: 'dismissed' } },
    withdrawn: { type: 'final', meta: { outcome: 'withdrawn' } },
    lapsed: { type: 'final', meta: { outcome: 'withdrawn' } },
  },
  on: {
    WITHDRAW: { target: '#access-application.withdrawn', actions: endsInquiries },
    RECORD_ETHICS: { actions: recordsEthics },
    RECORD_ETHICS_NOT_NEEDED: { actions: recordsNotNeeded },
    HOLDER_ANSWERED: { actions: countsAnswer },
  },
};
