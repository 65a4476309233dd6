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

const TITLES = [
  'Laboratory values before heart disease',
  'Heart failure after sixty',
  'Long-term blood sugar and days in hospital',
  'Lipids and the first heart event',
  'Follow-up of elderly patients in the north',
  'Sex differences in heart disease',
];

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
  const about = TITLES[number % TITLES.length] ?? '';
  return {
    datasets: datasetsOf(plot).map((dataset) => entryOf(dataset, plot)),
    ...{ projectName: about, projectLeader: organisation, domicile: 'SE', purposes: ['53-1-e'] },
    summary: `${about}: a study in registers.`,
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
