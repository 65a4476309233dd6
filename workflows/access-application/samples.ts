import type { Samples } from '../samples';
import type { ApplicationContext } from './context';
import { factsOf } from './form';
import sampleForm from './sample-form.json';

const VISITS = 'hospital-visits';
const REGISTRY = 'heart-registry';
const BOTH = [VISITS, REGISTRY];

const [COMPLETE, WITHOUT_DATASET] = [sampleForm, { ...sampleForm, datasets: [] }].map((form) => ({
  form: { digest: '0'.repeat(64), complete: true, facts: factsOf(form) },
}));

function submits(type: string) {
  return [COMPLETE, WITHOUT_DATASET].map((record) => ({ type, record: record ?? {} }));
}

function ethics(entry: object) {
  return {
    type: 'RECORD_ETHICS',
    record: { authority: 'EPM', registrationNumber: '2026-01234-01', decidedOn: '2026-03-02', ...entry },
  };
}

function assessed(...findings: ('covered' | 'not-covered' | 'not-needed' | 'unmet')[]) {
  const datasets = findings.map((finding, index) => ({
    dataset: BOTH[index],
    recommended: true,
    ethics: finding === 'unmet' ? 'covered' : finding,
    unmet: finding === 'unmet' ? ['68-1-b'] : [],
  }));
  return { type: 'FINISH_LEGAL_REVIEW', record: { datasets } };
}

const DIVERGENT = {
  type: 'FINISH_LEGAL_REVIEW',
  record: { datasets: [{ dataset: 'another', recommended: false, ethics: 'covered' }] },
};

const ends = ['access', 'refused', 'cancelled'].flatMap((outcome) =>
  ['region-norr', 'registry-hjarta'].map((holder) => ({
    type: 'RELEASE_ENDED',
    record: { outcome, child: `release-of-${holder}`, holder, part: null, occasion: '1' },
  })),
);

const intake = [
  ...submits('SUBMIT'),
  ...submits('COMPLETE'),
  ...submits('ANSWER'),
  { type: 'WITHDRAW', record: { code: 'funding' } },
  { type: 'REQUEST_COMPLETION', record: { missing: ['67-2-g'] } },
  { type: 'DISMISS', record: { code: 'wrong-body' } },
  { type: 'FINISH_PREQUALIFICATION', record: {} },
];

const ethicsSeries = [
  ethics({ kind: 'original', outcome: 'approved', datasets: [VISITS] }),
  ethics({ kind: 'original', outcome: 'refused', datasets: [VISITS] }),
  ethics({ kind: 'amendment', outcome: 'conditional', datasets: [REGISTRY], decidedOn: '2026-04-01' }),
  ethics({ kind: 'appeal', outcome: 'approved', datasets: BOTH }),
  ethics({ kind: 'opinion', outcome: 'statement', datasets: BOTH }),
  { type: 'RECORD_ETHICS_NOT_NEEDED', record: { code: 'no-personal-data', datasets: [REGISTRY] } },
  { type: 'RECORD_ETHICS_NOT_NEEDED', record: { code: 'no-personal-data', datasets: [VISITS] } },
  { type: 'REQUEST_ETHICS_AMENDMENT', record: { datasets: [REGISTRY] } },
  { type: 'REQUEST_ETHICS_AMENDMENT', record: { datasets: ['another'] } },
];

const review = [
  { type: 'ASK_APPLICANT', record: { days: 14 } },
  assessed('covered', 'covered'),
  assessed('covered', 'not-needed'),
  assessed('covered', 'not-covered'),
  assessed('unmet', 'covered'),
  assessed('covered'),
  DIVERGENT,
  { type: 'ASK_HOLDERS', record: {} },
  { type: 'ASK_HOLDERS', record: { holders: ['region-norr'] } },
  { type: 'ASK_HOLDERS', record: { holders: ['another'] } },
  { type: 'HOLDER_ANSWERED', record: { outcome: 'answered', holder: 'region-norr' } },
  { type: 'HOLDER_ANSWERED', record: { outcome: 'declined', holder: 'registry-hjarta' } },
  { type: 'GO_ON_WITHOUT_ANSWER', record: {} },
  { type: 'FINISH_TECHNICAL_REVIEW', record: { feasible: BOTH } },
  { type: 'CHANGE_SCOPE', record: { datasets: [VISITS] } },
  { type: 'CHANGE_SCOPE', record: { datasets: ['another'] } },
];

const decision = [
  { type: 'HEAR_APPLICANT', record: {} },
  { type: 'GIVE_STATEMENT', record: {} },
  { type: 'GIVE_STATEMENT', record: { agreesToStatistics: true } },
  { type: 'END_HEARING', record: {} },
  { type: 'REOPEN_REVIEW', record: {} },
  { type: 'REOPEN_REVIEW', record: { stage: 'legal-review' } },
  { type: 'REOPEN_REVIEW', record: { stage: 'technical-feasibility' } },
  { type: 'GRANT', record: { datasets: BOTH, extent: 'full', permitDays: 365 } },
  { type: 'GRANT', record: { datasets: [VISITS], extent: 'full', permitDays: 365 } },
  { type: 'GRANT', record: { datasets: [REGISTRY], extent: 'partial', permitDays: 365 } },
  { type: 'GRANT', record: { datasets: ['another'], extent: 'full', permitDays: 365 } },
  { type: 'REFUSE', record: { grounds: ['68-1-b'] } },
  { type: 'ANSWER_WITH_STATISTICS', record: {} },
  { type: 'ACCEPT', record: {} },
  { type: 'REJECT', record: {} },
  { type: 'APPEAL', record: {} },
  { type: 'RECORD_APPEAL_DECISION', record: { outcome: 'stands' } },
  { type: 'RECORD_APPEAL_DECISION', record: { outcome: 'reconsider' } },
];

const releasing = [
  { type: 'RECORD_FEE_AGREEMENT', record: {} },
  {
    type: 'RELEASE_YIELDED',
    record: { child: 'release-of-region-norr', holder: 'region-norr', part: null, occasion: '1' },
  },
  ...ends,
];

export const samples: Samples = {
  inputs: [{}],
  events: [...intake, ...ethicsSeries, ...review, ...decision, ...releasing],
  form: sampleForm,
  essence: (context, value) => essenceIn(phaseOf(value), context as ApplicationContext),
};

function phaseOf(value: unknown): string {
  return typeof value === 'string' ? value : (Object.keys(value as object)[0] ?? '');
}

/** What the rest of the way depends on, phase by phase: what only mattered before is left aside. */
function essenceIn(phase: string, context: ApplicationContext): unknown {
  const { scope, coveredOn, ethicsNotNeeded, inquiries, granted, partial, heard, agreesToStatistics } =
    context;
  const covered = BOTH.filter((dataset) => dataset in coveredOn || ethicsNotNeeded.includes(dataset)).length;
  const asked = Object.values(inquiries);
  if (phase === 'review') return [covered, asked.length, asked.filter((state) => state === 'asked').length];
  if (phase === 'decision') return [covered, scope.length, heard, agreesToStatistics];
  if (phase === 'acceptance') return [granted.length, partial];
  if (phase === 'releasing') return [partial, Object.values(context.releases).sort()];
  return [context.completionRequests, context.completionWindowClosed];
}
