import type { Condition, DatasetSelection } from '../selection/selection';
import { areRowsCheckable, isPopulationCheckable } from './checkable';

const ASKED: Condition = { variable: 'test', operator: 'in', values: ['ldl'] };
const OTHER: Condition = { variable: 'test', operator: 'in', values: ['crp'] };

function persons(where: Condition, change: Partial<DatasetSelection> = {}): DatasetSelection {
  return { dataset: 'persons', holder: 'one', variables: ['age'], population: { where }, ...change };
}

function laboratory(change: Partial<DatasetSelection> = {}): DatasetSelection {
  return {
    dataset: 'laboratory',
    holder: 'one',
    variables: ['test'],
    population: { sameAs: 'persons' },
    ...change,
  };
}

const exists = (where?: Condition): Condition => ({
  exists: { dataset: 'laboratory', ...(where && { where }) },
});
const OLD: Condition = { variable: 'age', operator: '>', value: 50 };

describe('whether delivered rows can show that a population is right', () => {
  const cases: [boolean, string, DatasetSelection, DatasetSelection][] = [
    [true, 'all it looks at was delivered', persons(OLD), laboratory()],
    [
      false,
      'a variable was not delivered',
      persons({ variable: 'weight', operator: '>', value: 50 }),
      laboratory(),
    ],
    [true, 'the other dataset came whole', persons(exists(OTHER)), laboratory()],
    [
      true,
      'the other dataset was cut by the very condition',
      persons(exists(ASKED)),
      laboratory({ rows: ASKED }),
    ],
    [
      false,
      'the other dataset was cut by another condition',
      persons(exists(OTHER)),
      laboratory({ rows: ASKED }),
    ],
    [false, 'the other dataset was cut and any row counts', persons(exists()), laboratory({ rows: ASKED })],
    [
      false,
      'the other dataset was cut by a period',
      persons(exists(OTHER)),
      laboratory({ period: { variable: 'on', from: '2020-01-01', to: '2021-01-01' } }),
    ],
    [false, 'the other dataset is not in the part', persons({ exists: { dataset: 'visits' } }), laboratory()],
    [
      false,
      'one of several parts cannot be judged',
      persons({ and: [OLD, { not: exists(OTHER) }] }),
      laboratory({ rows: ASKED }),
    ],
    [false, 'its own dataset was cut', persons(OLD, { rows: OLD }), laboratory()],
  ];

  it.each(cases)('is %s when %s', (expected, _when, root, other) => {
    expect(isPopulationCheckable(root, [root, other])).toBe(expected);
  });

  it('is no question of the delivered rows when everybody is permitted', () => {
    expect(isPopulationCheckable({ ...persons(OLD), population: { all: true } }, [])).toBe(false);
  });

  it('needs the period’s variable to check a period', () => {
    const period = { variable: 'taken_on', from: '2020-01-01', to: '2021-01-01' };
    expect(areRowsCheckable(laboratory({ period }), [])).toBe(false);
    expect(areRowsCheckable(laboratory({ period, variables: ['test', 'taken_on'] }), [])).toBe(true);
  });
});
