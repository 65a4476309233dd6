import { DEMONSTRATION_DESCRIPTIONS, demonstrationSelection } from '../demonstration/demonstration-permit';
import { checkSelection } from './check-selection';
import type { DatasetDescription } from './dataset-description';
import type { Condition, DatasetSelection, Selection } from './selection';

type Change = (selection: Selection) => void;

function codes(change: Change, descriptions: DatasetDescription[] = DEMONSTRATION_DESCRIPTIONS): string[] {
  const selection = demonstrationSelection('permit-1');
  change(selection);
  const outcome = checkSelection(selection, descriptions);
  return outcome.done ? [] : outcome.refusals.map((refusal) => refusal.code);
}

function dataset(index: number, change: (dataset: DatasetSelection) => void): Change {
  return (selection) => change(selection.datasets[index]!);
}

function where(condition: Condition): Change {
  return dataset(0, (patients) => (patients.population = { where: condition }));
}

describe('a permit’s selection', () => {
  it('is accepted when every name, type and rule holds', () => {
    expect(codes(() => undefined)).toEqual([]);
  });

  const refusals: [string, string, Change][] = [
    [
      'selection-malformed',
      'holds SQL instead of a condition',
      (s) => Object.assign(s.datasets[0]!, { rows: 'age > 50; DROP TABLE patients' }),
    ],
    ['selection-malformed', 'has a key that nobody knows', (s) => Object.assign(s, { sql: 'SELECT 1' })],
    [
      'selection-malformed',
      'has a dataset that would leave its folder',
      dataset(0, (d) => (d.dataset = '../secret')),
    ],
    ['dataset-unknown', 'names a dataset that is not described', dataset(1, (d) => (d.dataset = 'genomes'))],
    ['dataset-unknown', 'names a dataset of another holder', dataset(2, (d) => (d.holder = 'region-norr'))],
    ['dataset-twice', 'names a dataset twice', (s) => s.datasets.push(structuredClone(s.datasets[1]!))],
    [
      'variable-unknown',
      'names a variable that does not exist',
      dataset(1, (d) => d.variables.push('genotype')),
    ],
    [
      'variable-unknown',
      'compares a variable that does not exist',
      where({ variable: 'height', operator: '>', value: 1 }),
    ],
    [
      'variable-unknown',
      'checks disclosure over a variable that is not released',
      (s) => s.disclosure!.quasiIdentifiers[0]!.variables.push('included_on'),
    ],
    [
      'variable-identifies',
      'picks persons by identifier',
      where({ variable: 'personnummer', operator: '=', value: '194503219805' }),
    ],
    [
      'variable-identifies',
      'picks persons by a reference to a person',
      where({ variable: 'control_of', operator: 'is-present' }),
    ],
    ['operator-not-for-type', 'orders texts', where({ variable: 'municipality', operator: '<', value: 'M' })],
    [
      'operator-not-for-type',
      'cuts a period by something else than a date',
      dataset(1, (d) => (d.period = { variable: 'value', from: '2020-01-01', to: '2021-01-01' })),
    ],
    [
      'value-not-of-type',
      'compares a number with a text',
      where({ variable: 'age', operator: '>', value: '50' }),
    ],
    [
      'value-not-of-type',
      'compares a whole number with a fraction',
      where({ variable: 'age', operator: 'in', values: [50, 50.5] }),
    ],
    [
      'value-not-of-type',
      'compares a date with something else',
      where({ variable: 'included_on', operator: '>', value: 'yesterday' }),
    ],
    ['exists-elsewhere', 'asks for rows at another holder', where({ exists: { dataset: 'heart-events' } })],
    [
      'population-circular',
      'defines a population by itself',
      dataset(0, (d) => (d.population = { sameAs: 'laboratory' })),
    ],
    [
      'period-empty',
      'has a period that ends before it begins',
      dataset(2, (d) => (d.period = { variable: 'event_on', from: '2021-01-01', to: '2020-01-01' })),
    ],
    [
      'generalisation-not-for-type',
      'makes bands of a text',
      dataset(0, (d) => (d.generalise = [{ variable: 'sex', band: { width: 2 } }])),
    ],
    [
      'generalisation-not-for-type',
      'generalises an identifier',
      dataset(0, (d) => (d.generalise = [{ variable: 'control_of', round: { decimals: 0 } }])),
    ],
  ];

  it.each(refusals)('is refused with %s when it %s', (code, _what, change) => {
    expect(new Set(codes(change))).toEqual(new Set([code]));
  });

  it('is refused when it releases a name or an address', () => {
    const descriptions = structuredClone(DEMONSTRATION_DESCRIPTIONS);
    descriptions[0]!.variables.find(({ name }) => name === 'municipality')!.identifies = 'direct';
    expect(codes(() => undefined, descriptions)).toContain('variable-identifies');
  });

  it('is refused when a holder has two variables that differ only in case', () => {
    const descriptions = structuredClone(DEMONSTRATION_DESCRIPTIONS);
    descriptions[0]!.variables.push({ name: 'AGE', type: 'integer' });
    expect(codes(() => undefined, descriptions)).toEqual(['description-ambiguous']);
  });
});
