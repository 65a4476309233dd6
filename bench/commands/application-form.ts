import type { Recorded } from '@ledtid/workflow';
import { type Cast, organisationOf } from './people';
import { pick, shuffled } from '../support/choose';

/** One dataset of a holder, as an application names it. */
export interface AskedDataset {
  readonly dataset: string;
  readonly holder: string;
}

const WORDS =
  'the cohort follows adults with a first diagnosis between the years and links their laboratory values to ' +
  'prescriptions hospital stays and causes of death in order to estimate how early treatment changes outcomes';

const VARIABLES = ['personnummer', 'sex', 'birth-year', 'visit-date', 'diagnosis', 'value', 'unit', 'ward'];

export function datasetsOf(random: () => number, { holders }: Cast, count: number): AskedDataset[] {
  return shuffled(random, holders)
    .slice(0, count)
    .map((person) => organisationOf(person))
    .map((holder) => ({ dataset: `register-of-${holder}`, holder }));
}

/** A complete application of about five kilobytes: what a filled-in form of D6.3 Annex 5 comes to. */
export function applicationForm(random: () => number, datasets: readonly AskedDataset[]): Recorded {
  const text = (words: number) => sentence(random, words);
  return {
    datasets: datasets.map(({ dataset, holder }) => ({
      ...{ dataset, holder, track: 'ehds', ethicsApprovalNeeded: true, justification: text(40) },
      ...{ variables: VARIABLES, sourceKind: 'register', dataCategories: ['51-1-l'] },
    })),
    ...{ projectName: text(8), purposes: ['53-1-e'], summary: text(120), domicile: 'SE' },
    applicantType: 'research-organisation',
    applicant: { personKind: 'legal', fullName: 'Northern University', country: 'SE', functions: text(30) },
    contact: { fullName: 'Research Office', email: 'research.office@example.org' },
    ...{ aim: text(120), expectedBenefit: text(80), planSummary: text(150), necessity: text(60) },
    ...{ format: 'pseudonymised', pseudonymisedJustification: text(40), dataProtectionCompliance: text(60) },
    ...{ inclusionCriteria: text(50), exclusionCriteria: text(30), cohortSize: 12_000 },
    ...{ safeguards: text(60), accessPeriod: 'two years', environmentRequirements: text(25) },
    authorisedPersons: [{ fullName: 'Research Office', email: 'research.office@example.org' }],
    ...{ lawfulBasis: '6-1-e', confirmsCorrect: true, confirmsFee: true, confirmsConditions: true },
  };
}

export function sentence(random: () => number, words: number): string {
  const vocabulary = WORDS.split(' ');
  return Array.from({ length: words }, () => pick(random, vocabulary)).join(' ');
}
