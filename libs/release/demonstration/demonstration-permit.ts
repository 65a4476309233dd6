import { DEMO_HOLDERS } from '@ledtid/access';
import type { DatasetDescription } from '../selection/dataset-description';
import type { Selection } from '../selection/selection';

/** What the catalogue knows of the demonstration's datasets. */
export const DEMONSTRATION_DESCRIPTIONS: DatasetDescription[] = [
  {
    dataset: 'patients',
    holder: DEMO_HOLDERS.one,
    table: 'patients',
    personIdentifier: 'personnummer',
    identifierFormat: 'personnummer',
    variables: [
      { name: 'age', type: 'integer' },
      { name: 'sex', type: 'text' },
      { name: 'municipality', type: 'text' },
      { name: 'included_on', type: 'date' },
      { name: 'control_of', type: 'text', identifies: 'person' },
    ],
  },
  {
    dataset: 'laboratory',
    holder: DEMO_HOLDERS.one,
    table: 'laboratory',
    personIdentifier: 'personnummer',
    identifierFormat: 'personnummer',
    variables: [
      { name: 'taken_on', type: 'date' },
      { name: 'test', type: 'text' },
      { name: 'value', type: 'decimal' },
    ],
  },
  {
    dataset: 'heart-events',
    holder: DEMO_HOLDERS.two,
    table: 'heart-events',
    personIdentifier: 'person',
    identifierFormat: 'personnummer',
    variables: [
      { name: 'event_on', type: 'date' },
      { name: 'event', type: 'text' },
      { name: 'days_in_hospital', type: 'integer' },
    ],
  },
];

const TESTS = { variable: 'test', operator: 'in' as const, values: ['hba1c', 'ldl', 'bnp'] };

/**
 * The demonstration's permit: persons over 50 with at least one of three laboratory tests, those values,
 * and their heart events at the second holder. Ages in bands of ten years.
 */
export function demonstrationSelection(permit: string): Selection {
  return {
    permit,
    datasets: [
      {
        dataset: 'patients',
        holder: DEMO_HOLDERS.one,
        variables: ['age', 'sex', 'municipality', 'control_of'],
        population: {
          where: {
            and: [
              { variable: 'age', operator: '>', value: 50 },
              { exists: { dataset: 'laboratory', where: TESTS } },
            ],
          },
        },
        generalise: [{ variable: 'age', band: { width: 10, top: 90 } }],
      },
      {
        dataset: 'laboratory',
        holder: DEMO_HOLDERS.one,
        variables: ['taken_on', 'test', 'value'],
        population: { sameAs: 'patients' },
        rows: TESTS,
      },
      {
        dataset: 'heart-events',
        holder: DEMO_HOLDERS.two,
        variables: ['event_on', 'event', 'days_in_hospital'],
        population: { sameAs: 'patients' },
        period: { variable: 'event_on', from: '2018-01-01', to: '2026-01-01' },
      },
    ],
    disclosure: {
      threshold: 5,
      quasiIdentifiers: [{ dataset: 'patients', variables: ['age', 'sex', 'municipality'] }],
    },
  };
}
