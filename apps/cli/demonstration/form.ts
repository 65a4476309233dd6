import { DEMO_HOLDERS } from '@ledtid/access';
import { type DatasetSelection, demonstrationSelection } from '@ledtid/release';
import type { Recorded } from '@ledtid/workflow';
import type { Plot, Scope } from './plots';

/** Which of the demonstration's datasets a scope means, and by which track each is decided. */
const DATASETS: Record<Scope, Readonly<Record<string, 'ehds' | 'osl'>>> = {
  both: { patients: 'ehds', laboratory: 'ehds', 'heart-events': 'osl' },
  'first-holder': { patients: 'ehds', laboratory: 'ehds' },
  'second-holder': { 'heart-events': 'osl' },
  'both-osl': { patients: 'osl', laboratory: 'osl', 'heart-events': 'osl' },
};

/** What kind of source each dataset is, and of which categories. */
const SOURCES: Readonly<Record<string, { sourceKind: string; dataCategories: readonly string[] }>> = {
  patients: { sourceKind: 'record', dataCategories: ['51-1-a'] },
  laboratory: { sourceKind: 'record', dataCategories: ['51-1-a', '51-1-h'] },
  'heart-events': { sourceKind: 'quality-register', dataCategories: ['51-1-l'] },
};

const STUDIES = [
  { about: 'Laboratory values before heart disease', purposes: ['53-1-e'] },
  { about: 'Heart failure after sixty', purposes: ['53-1-e'] },
  { about: 'Long-term blood sugar and days in hospital', purposes: ['53-1-e', '53-1-f'] },
  { about: 'Lipids and the first heart event', purposes: ['53-1-e'] },
  { about: 'Follow-up of elderly patients in the north', purposes: ['53-1-f'] },
  { about: 'Sex differences in heart disease', purposes: ['53-1-d', '53-1-e'] },
] as const;

export function datasetsOf({ scope }: Plot): string[] {
  return Object.keys(DATASETS[scope]);
}

/** A whole application about datasets that the demonstration can really deliver. */
export function formOf(
  plot: Plot,
  number: number,
  applicant: { name: string; organisation: string },
): Recorded {
  const { name, organisation } = applicant;
  const { about, purposes } = STUDIES[number % STUDIES.length] ?? STUDIES[0];
  return {
    datasets: datasetsOf(plot).map((dataset) => entryOf(dataset, plot)),
    ...{ projectName: about, projectLeader: organisation, domicile: 'SE', purposes },
    summary: `${about}: a study in registers.`,
    applicantType: organisation.startsWith('university') ? 'research-organisation' : 'company',
    applicant: {
      personKind: 'legal',
      fullName: organisation,
      country: 'SE',
      functions: 'Research in cardiology.',
    },
    contact: { fullName: name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` },
    ...{
      aim: `To describe: ${about.toLowerCase()}.`,
      expectedBenefit: 'Earlier treatment of persons at risk.',
    },
    ...{ format: 'pseudonymised', pseudonymisedJustification: 'Values of one person must be linked.' },
    dataProtectionCompliance:
      'Article 6(1)(e) and Article 9(2)(j) of the General Data Protection Regulation.',
    safeguards: 'Two named persons have access; only aggregated results leave the environment.',
    ...{ environmentRequirements: 'R and Python.', accessPeriod: 'Two years.', lawfulBasis: '6-1-e' },
    ...(plot.deferred === true
      ? { dataNeeded: 'later', dataNeededFrom: '2030-01-01' }
      : { dataNeeded: 'as-soon-as-possible' }),
    authorisedPersons: [{ fullName: name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org` }],
    confirmsCorrect: true,
  };
}

function entryOf(dataset: string, plot: Plot): Recorded {
  const selected = SELECTED.find((entry) => entry.dataset === dataset);
  if (selected === undefined) throw new Error(`The demonstration has no dataset ${dataset}.`);
  const { holder, variables, rows, period, generalise } = selected;
  return {
    ...{
      dataset,
      holder,
      variables,
      track: DATASETS[plot.scope][dataset],
      population: populationOf(selected, plot),
    },
    ...SOURCES[dataset],
    ...(plot.ethicsNotNeeded === true && { ethicsApprovalNeeded: false }),
    ...{ ...(rows && { rows }), ...(period && { period }), ...(generalise && { generalise }) },
    justification: 'It is what the study is about.',
  };
}

const SELECTED: readonly DatasetSelection[] = demonstrationSelection('any').datasets;

/** Without the first holder's patients there is nobody whose persons the second holder could take. */
function populationOf({ holder, population }: DatasetSelection, { scope }: Plot): unknown {
  return scope === 'second-holder' && holder === DEMO_HOLDERS.two ? { all: true } : population;
}
