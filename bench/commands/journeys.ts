import type { Actor } from '@ledtid/cases';
import type { Recorded } from '@ledtid/workflow';
import { seededRandom } from '@ledtid/time';
import { pick, shuffled } from '../support/choose';
import { type AskedDataset, applicationForm, datasetsOf, sentence } from './application-form';
import { CAST, organisationOf } from './people';

/** One command of a case: who sends it, and to which instance of the family. */
export interface Errand {
  readonly as: string;
  /** The case itself, or the inquiry that its holder has to answer. */
  readonly to: 'case' | { readonly inquiryOf: string };
  readonly type: string;
  readonly payload: Recorded;
}

/** One case of the benchmark: its draft, and what will be done to it, in order. */
export interface Journey {
  readonly applicant: Actor;
  readonly form: Recorded;
  readonly errands: readonly Errand[];
}

interface Persons {
  readonly random: () => number;
  readonly datasets: readonly AskedDataset[];
  readonly applicant: Actor;
  readonly officer: Actor;
  readonly lawyer: Actor;
  readonly technician: Actor;
  readonly decider: Actor;
}

type Passage = (persons: Persons) => Errand[];

const errand = (by: Actor, type: string, payload: Recorded = {}): Errand => ({
  ...{ as: by.subject, to: 'case', type, payload },
});

const submitted: Passage = ({ applicant }) => [errand(applicant, 'SUBMIT')];
const claimed: Passage = ({ officer }) => [errand(officer, 'CLAIM', { stage: 'prequalification' })];
const dismissed: Passage = ({ officer, random }) => [
  errand(officer, 'DISMISS', { code: 'wrong-body', reason: sentence(random, 25) }),
];
const completed: Passage = (persons) => [
  errand(persons.officer, 'REQUEST_COMPLETION', {
    missing: ['67-2-c', '67-2-g'],
    question: sentence(persons.random, 40),
  }),
  errand(persons.applicant, 'COMPLETE', { note: sentence(persons.random, 20) }),
  ...claimed(persons),
];
const passed: Passage = ({ officer, random }) => [
  errand(officer, 'FINISH_PREQUALIFICATION', { note: sentence(random, 15) }),
];

const legal: Passage = ({ lawyer, random, datasets }) => [
  errand(lawyer, 'CLAIM', { stage: 'legal-review' }),
  errand(lawyer, 'RECORD_ETHICS', {
    ...{ authority: 'etikprovningsmyndigheten', registrationNumber: '2025-04711-01', kind: 'original' },
    ...{ decidedOn: '2025-11-03', outcome: 'approved', datasets: datasets.map(({ dataset }) => dataset) },
  }),
  errand(lawyer, 'FINISH_LEGAL_REVIEW', {
    datasets: datasets.map(({ dataset }) => ({ dataset, recommended: true, ethics: 'covered' })),
    note: sentence(random, 40),
  }),
];
/** The reviewer who took it hands it to a colleague, who goes on. */
const handedOver: Passage = (persons) => {
  const { lawyer } = persons;
  const colleague = CAST.lawyers.find(({ subject }) => subject !== lawyer.subject) ?? lawyer;
  const [claim, ...rest] = legal({ ...persons, lawyer: colleague });
  const first = { ...claim, as: lawyer.subject } as Errand;
  return [first, errand(lawyer, 'HAND_OFF', { stage: 'legal-review', assignee: colleague.subject }), ...rest];
};
const shortOfStaff: Passage = ({ technician }) => [
  errand(technician, 'SET_CAUSE', { stage: 'technical-feasibility', cause: 'no-competent-person' }),
];
const technical: Passage = ({ technician, random, datasets }) => [
  errand(technician, 'CLAIM', { stage: 'technical-feasibility' }),
  errand(technician, 'ASK_HOLDERS', { question: sentence(random, 30) }),
  ...datasets.map(({ dataset, holder }) => answer(dataset, holder, sentence(random, 30))),
  errand(technician, 'FINISH_TECHNICAL_REVIEW', {
    feasible: datasets.map(({ dataset }) => dataset),
    feeEstimate: 4800,
  }),
];
const decided: Passage = ({ decider, applicant, datasets, random }) => [
  errand(decider, 'CLAIM', { stage: 'decision' }),
  errand(decider, 'GRANT', {
    ...{ datasets: datasets.map(({ dataset }) => dataset), extent: 'full', permitDays: 730 },
    note: sentence(random, 30),
  }),
  errand(applicant, 'ACCEPT', { note: sentence(random, 10) }),
];

/**
 * Ten cases as a body has them at one time, some far on and some only begun: 100 commands together. The two
 * reviews of a case run beside each other; their commands alternate.
 */
const BLOCK: readonly { readonly holders: number; readonly passages: readonly Passage[] }[] = [
  ...twice({ holders: 2, passages: [submitted, claimed, completed, passed, bothReviewsAtLength, decided] }),
  ...twice({ holders: 1, passages: [submitted, claimed, passed, bothReviews, decided] }),
  ...twice({ holders: 1, passages: [submitted, claimed, passed, bothReviews] }),
  ...twice({ holders: 1, passages: [submitted, claimed, completed, passed] }),
  { holders: 1, passages: [submitted, claimed, dismissed] },
  { holders: 1, passages: [submitted] },
];

export const CASES_OF_BLOCK = BLOCK.length;

function twice<Item>(item: Item): Item[] {
  return [item, item];
}

function bothReviews(persons: Persons): Errand[] {
  return alternating(legal(persons), technical(persons));
}

function bothReviewsAtLength(persons: Persons): Errand[] {
  return alternating(handedOver(persons), [...shortOfStaff(persons), ...technical(persons)]);
}

function alternating(one: readonly Errand[], other: readonly Errand[]): Errand[] {
  const longer = Math.max(one.length, other.length);
  return Array.from({ length: longer }, (_, place) => [
    ...one.slice(place, place + 1),
    ...other.slice(place, place + 1),
  ]).flat();
}

function answer(dataset: string, holder: string, text: string): Errand {
  const person = CAST.holders.find((candidate) => organisationOf(candidate) === holder);
  if (!person) throw new Error(`Nobody answers for ${holder}.`);
  const payload = { feasible: [dataset], effortHours: 12, feeEstimate: 2400, answer: text };
  return { as: person.subject, to: { inquiryOf: holder }, type: 'ANSWER_INQUIRY', payload };
}

/** That many cases in seeded order; a multiple of ten gives ten commands a case on average. */
export function makeJourneys(cases: number, seed: number): Journey[] {
  const random = seededRandom(seed);
  const kinds = Array.from({ length: cases }, (_, index) => BLOCK[index % BLOCK.length]);
  return shuffled(random, kinds).flatMap((kind) => {
    if (!kind) return [];
    const datasets = datasetsOf(random, CAST, kind.holders);
    const persons: Persons = {
      ...{ random, datasets, applicant: pick(random, CAST.applicants), officer: pick(random, CAST.officers) },
      ...{ lawyer: pick(random, CAST.lawyers), technician: pick(random, CAST.technicians) },
      decider: pick(random, CAST.deciders),
    };
    const form = applicationForm(random, datasets);
    const errands = kind.passages.flatMap((passage) => passage(persons));
    return [{ applicant: persons.applicant, form, errands }];
  });
}
