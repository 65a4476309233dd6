import type { Configuration } from '@ledtid/cases';
import type { Recorded, Role } from '@ledtid/workflow';
import { loadSamples } from '@ledtid/workflows';
import { MemoryFamily, person } from '../../test/support/memory-family';

const STAFF: Role[] = [
  ...(['case_officer', 'legal_reviewer', 'technical_reviewer', 'decision_maker'] as const),
  ...(['data_holder', 'environment_operator', 'data_engineer'] as const),
];

/** People who hold every role but the applicant's: who of them assessed a case does not decide it. */
export const STAFF_MEMBERS = [
  person('astrid', ...STAFF),
  person('birger', ...STAFF),
  person('carin', ...STAFF),
] as const;

type Way = readonly [type: string, payload: Recorded][];

const BOTH = ['hospital-visits', 'heart-registry'];

const UP_TO_INQUIRIES: Way = [
  ['CLAIM', { stage: 'prequalification' }],
  ['FINISH_PREQUALIFICATION', {}],
  ['CLAIM', { stage: 'technical-feasibility' }],
  ['ASK_HOLDERS', { question: 'What can be delivered?' }],
];

const UP_TO_ACCEPTANCE: Way = [
  ['GO_ON_WITHOUT_ANSWER', { reason: 'Known from before.' }],
  ['FINISH_TECHNICAL_REVIEW', { feasible: BOTH }],
  ['CLAIM', { stage: 'legal-review' }],
  [
    'RECORD_ETHICS',
    {
      ...{ authority: 'EPM', registrationNumber: '2026-01234-01', kind: 'original', outcome: 'approved' },
      ...{ decidedOn: '2026-01-12', datasets: BOTH },
    },
  ],
  [
    'FINISH_LEGAL_REVIEW',
    { datasets: BOTH.map((dataset) => ({ dataset, recommended: true, ethics: 'covered' })) },
  ],
  ['CLAIM', { stage: 'decision' }],
];

/** An application in memory, come so far that instances of the workflow are there to be walked. */
export function startedFamily(configuration: Configuration, workflow: string): MemoryFamily {
  const family = new MemoryFamily(configuration.registry.get('access-application'), configuration);
  const [first, second] = STAFF_MEMBERS;
  if (workflow === 'access-application') return family;
  family.must('SUBMIT', family.applicant, { facts: submittedFacts() });
  for (const [type, payload] of UP_TO_INQUIRIES) family.must(type, first, { payload });
  if (workflow === 'feasibility-inquiry') return family;
  for (const [type, payload] of UP_TO_ACCEPTANCE) family.must(type, first, { payload });
  family.must('GRANT', second, { payload: { datasets: BOTH, extent: 'full', permitDays: 400 } });
  family.must('ACCEPT', family.applicant);
  return family;
}

/** What the sample form asks for, as the machine learns it. */
function submittedFacts(): Recorded {
  const submitted = loadSamples('access-application').events.find(({ type }) => type === 'SUBMIT');
  return (submitted?.record.form as { facts: Recorded }).facts;
}
