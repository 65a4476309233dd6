import { DEMO_HOLDERS } from '@ledtid/access';
import type { Condition, DatasetDescription, Selection } from '@ledtid/release';

/** As the staff of the demonstration's holders name them, so that they can work on the cases. */
export const HOLDERS = DEMO_HOLDERS;
export const LABORATORY_TESTS = ['hdl', 'chol', 'fib4'];
export const PERMIT_ISSUED_AT = '2026-03-10T12:00:00.000Z';

const decimal = (name: string): DatasetDescription['variables'][number] => ({ name, type: 'decimal' });
const integer = (name: string): DatasetDescription['variables'][number] => ({ name, type: 'integer' });

export const CLINICAL_DESCRIPTIONS: DatasetDescription[] = [
  {
    dataset: 'cohort',
    holder: HOLDERS.one,
    table: 'nafld1',
    personIdentifier: 'id',
    identifierFormat: 'personnummer',
    variables: [
      integer('age'),
      integer('male'),
      decimal('weight'),
      decimal('height'),
      decimal('bmi'),
      { name: 'case.id', type: 'text', identifies: 'person' },
      integer('futime'),
      integer('status'),
    ],
  },
  {
    dataset: 'laboratory',
    holder: HOLDERS.one,
    table: 'nafld2',
    personIdentifier: 'id',
    identifierFormat: 'personnummer',
    variables: [integer('days'), { name: 'test', type: 'text' }, decimal('value')],
  },
  {
    dataset: 'events',
    holder: HOLDERS.two,
    table: 'nafld3',
    personIdentifier: 'id',
    identifierFormat: 'personnummer',
    variables: [integer('days'), { name: 'event', type: 'text' }],
  },
];

const THREE_TESTS: Condition = { variable: 'test', operator: 'in', values: LABORATORY_TESTS };

/** Persons over 50 with at least one value of three tests, those values, and all their events at holder two. */
export function clinicalSelection(permit: string): Selection {
  return {
    permit,
    datasets: [
      {
        dataset: 'cohort',
        holder: HOLDERS.one,
        variables: ['age', 'male', 'bmi', 'case.id', 'futime', 'status'],
        population: {
          where: {
            and: [
              { variable: 'age', operator: '>', value: 50 },
              { exists: { dataset: 'laboratory', where: THREE_TESTS } },
            ],
          },
        },
      },
      {
        dataset: 'laboratory',
        holder: HOLDERS.one,
        variables: ['days', 'test', 'value'],
        population: { sameAs: 'cohort' },
        rows: THREE_TESTS,
      },
      {
        dataset: 'events',
        holder: HOLDERS.two,
        variables: ['days', 'event'],
        population: { sameAs: 'cohort' },
      },
    ],
    disclosure: { threshold: 5, quasiIdentifiers: [{ dataset: 'cohort', variables: ['age', 'male'] }] },
  };
}
