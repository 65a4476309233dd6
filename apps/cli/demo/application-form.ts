import { DEMO_HOLDERS } from '@ledtid/access';
import { demonstrationSelection } from '@ledtid/release';

/** Nobody approved it ethically at first. */
export const LATER_COVERED = 'heart-events';
/** The second holder cannot deliver it, so the grant becomes a partial one. */
export const NOT_FEASIBLE = 'heart-biopsies';
/** What the application lacks at first, and the point of Art 67(2) that asks for it. */
export const LACKING = { field: 'safeguards', point: '67-2-g' } as const;
export const SAFEGUARDS = 'Two named persons have access; only aggregated results leave the environment.';

const JUSTIFICATIONS: Record<string, string> = {
  patients: 'Persons over 50 with at least one of three laboratory values are the cohort.',
  laboratory: 'The values before the first event are what is studied.',
  'heart-events': 'The events are the outcome.',
};

/** The datasets of the demonstration: the first holder on the EHDS track, the second on the OSL track. */
const DATASETS = [
  ...demonstrationSelection('none').datasets.map((selected) => ({
    ...selected,
    ...(selected.holder === DEMO_HOLDERS.one
      ? { track: 'ehds', sourceKind: 'record', dataCategories: ['51-1-a'] }
      : { track: 'osl', sourceKind: 'quality-register', dataCategories: ['51-1-l'] }),
    justification: JUSTIFICATIONS[selected.dataset],
  })),
  {
    ...{ dataset: NOT_FEASIBLE, holder: DEMO_HOLDERS.two, track: 'osl' },
    ...{ sourceKind: 'biobank', dataCategories: ['51-1-q'] },
    ...{ variables: ['taken_on', 'tissue'], population: { sameAs: 'patients' } },
    justification: 'Tissue would show damage that no event tells of.',
  },
];

export const DATASET_IDS: readonly string[] = DATASETS.map(({ dataset }) => dataset);

/** By which the demonstration's own cases are known again. */
export const PROJECT_NAME = 'Laboratory values before heart disease';

/** The draft: all that the form asks for, but the safeguards. */
export const DRAFT = {
  datasets: DATASETS,
  projectName: PROJECT_NAME,
  projectLeader: 'University North',
  domicile: 'SE',
  purposes: ['53-1-e'],
  summary: 'We study which laboratory values tell of heart disease before it shows.',
  applicantType: 'research-organisation',
  applicant: {
    personKind: 'legal',
    fullName: 'University North',
    country: 'SE',
    functions: 'Research in cardiology.',
  },
  contact: { fullName: 'Alva Lind', email: 'alva.lind@example.org' },
  aim: 'To find which values rise in the years before a first heart event.',
  expectedBenefit: 'Persons at risk can be treated earlier.',
  format: 'pseudonymised',
  pseudonymisedJustification: 'Values and events of one person must be linked.',
  dataProtectionCompliance: 'Article 6(1)(e) and Article 9(2)(j) of the General Data Protection Regulation.',
  inclusionCriteria: 'Age over 50 and at least one value of HbA1c, LDL or BNP.',
  environmentRequirements: 'R and Python; 16 GB of memory.',
  dataNeeded: 'as-soon-as-possible',
  accessPeriod: 'Two years, for analysis and publication.',
  authorisedPersons: [{ fullName: 'Alva Lind', email: 'alva.lind@example.org' }],
  lawfulBasis: '6-1-e',
  confirmsCorrect: true,
};
