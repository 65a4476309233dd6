import type { Case, LedgerEvent } from '../api/client';
import { knownValues } from './known-values';

const found = {
  form: {
    datasets: [
      { dataset: 'visits', holder: 'north' },
      { dataset: 'events', holder: 'heart' },
    ],
    note: 'a b',
  },
  clocks: [{ key: 'answer', label: { sv: 'Svar', en: 'Answer' } }],
} as unknown as Case;
const events = [{ record: { input: { datasets: ['visits', 'biopsies'] } } }] as unknown as LedgerEvent[];
const causes = [
  { code: 'new', label: { sv: 'Ny', en: 'New' }, party: null, current: true },
  { code: 'old', label: { sv: 'Gammal', en: 'Old' }, party: null, current: false },
];

describe('what fits a field', () => {
  const known = knownValues({ found, events, causes, say: ({ en }) => en });
  const values = (name: string) => known(name)?.map(({ value }) => value);

  it('is what the case names so, in its form and its ledger, each once', () => {
    expect(values('datasets')).toEqual(['biopsies', 'events', 'visits']);
    expect(values('feasible')).toEqual(['biopsies', 'events', 'visits']);
    expect(values('holder')).toEqual(['heart', 'north']);
  });

  it('is a cause that may be picked today, or a deadline of the case', () => {
    expect(values('cause')).toEqual(['new']);
    expect(known('clock')).toEqual([{ value: 'answer', label: 'Answer' }]);
  });

  it('is not known of free text', () => {
    expect(known('note')).toBeNull();
    expect(known('reason')).toBeNull();
  });
});
