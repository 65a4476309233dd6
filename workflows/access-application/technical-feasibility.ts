import { type ChildRequest, ReasonPayload, effect, inStage, remember, workedStage } from '@ledtid/workflow';
import { type ApplicationContext, type InquiryState, holdersInScope, inScope } from './context';
import { AskHoldersPayload, HolderAnsweredPayload } from './payloads';

/** The holders that an event asks: those it names, else all that nobody has asked. */
function askedBy(context: ApplicationContext, { holders }: Partial<AskHoldersPayload>): string[] {
  return holders ?? holdersInScope(context).filter((holder) => !(holder in context.inquiries));
}

function inquiryOf(context: ApplicationContext, holder: string): ChildRequest {
  const datasets = inScope(context).filter((dataset) => dataset.holder === holder);
  return {
    workflow: 'feasibility-inquiry',
    ...{ holder, part: null, occasion: String(context.inquiryRound + 1), track: null, dependsOn: [] },
    input: { datasets: datasets.map(({ dataset }) => dataset) },
  };
}

const asks = [
  effect<ApplicationContext>(({ context, record }) => ({
    kind: 'open-children',
    children: askedBy(context, record).map((holder) => inquiryOf(context, holder)),
  })),
  remember<ApplicationContext, AskHoldersPayload>(AskHoldersPayload, ({ context, record }) => ({
    inquiryRound: context.inquiryRound + 1,
    inquiries: { ...context.inquiries, ...all(askedBy(context, record), 'asked') },
  })),
];

/** An answer, or that there will be none. Recorded wherever the case stands. */
export const countsAnswer = remember<ApplicationContext, HolderAnsweredPayload>(
  HolderAnsweredPayload,
  ({ context, record }) => ({ inquiries: { ...context.inquiries, [record.holder]: record.outcome } }),
);

/** The inquiries that nobody waits for any longer leave the holders' queues. */
export const endsInquiries = effect(() => ({
  kind: 'tell-children',
  workflow: 'feasibility-inquiry',
  type: 'CASE_MOVED_ON',
  record: {},
}));

const goesOnWithout = remember<ApplicationContext, ReasonPayload>(ReasonPayload, ({ context }) => ({
  inquiries: { ...context.inquiries, ...all(openInquiries(context), 'gone-on-without') },
}));

function openInquiries({ inquiries }: ApplicationContext): string[] {
  return Object.keys(inquiries).filter((holder) => inquiries[holder] === 'asked');
}

function all(holders: readonly string[], state: InquiryState): Record<string, InquiryState> {
  return Object.fromEntries(holders.map((holder) => [holder, state]));
}

export const technical = workedStage({
  stage: 'technical-feasibility',
  party: 'hdab',
  on: {
    ASK_HOLDERS: { target: 'awaiting-holders', guard: 'holder-not-to-be-asked', actions: asks },
    FINISH_TECHNICAL_REVIEW: { target: 'done', guard: 'holder-not-asked' },
  },
  beside: {
    'awaiting-holders': {
      meta: { stage: 'technical-feasibility', activity: 'paused', party: 'holder', cause: 'other-holder' },
      on: {
        HOLDER_ANSWERED: { target: 'assigned', guard: 'holder-yet-to-answer', actions: countsAnswer },
        GO_ON_WITHOUT_ANSWER: { target: 'assigned', actions: [goesOnWithout, endsInquiries] },
        SET_CAUSE: { target: 'awaiting-holders', guard: inStage('technical-feasibility') },
      },
    },
    done: { type: 'final' },
  },
});
