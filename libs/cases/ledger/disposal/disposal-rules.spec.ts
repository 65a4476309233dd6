import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@ledtid/time';
import { loadDisposalRules, rulesInForce } from './disposal-rules';

const RULE = {
  ...{ key: 'questions', validFrom: '2026-01-01', validTo: null as string | null },
  ...{ workflows: 'all', events: ['ASK_APPLICANT'], afterEnd: { years: 5 }, source: 'RA-MS 2026:1' },
};

describe('rules of disposal', () => {
  it('are in force from their first day and not on their last', () => {
    const later = { ...RULE, validFrom: '2027-01-01', afterEnd: { days: 30 } };
    const rules = loadDisposalRules([later, { ...RULE, validTo: '2027-01-01' }]);
    const on = (date: string) => rulesInForce(rules, date).map(({ afterEnd }) => afterEnd);
    expect(on('2025-12-31')).toEqual([]);
    expect(on('2026-12-31')).toEqual([{ years: 5 }]);
    expect(on('2027-01-01')).toEqual([{ days: 30 }]);
  });

  it.each([
    ['no array', {}, 'rules'],
    ['no source in law', [{ ...RULE, source: ' ' }], 'source'],
    ['a period that is none', [{ ...RULE, afterEnd: { years: 0 } }], 'afterEnd'],
    ['two periods', [{ ...RULE, afterEnd: { years: 1, days: 1 } }], 'afterEnd'],
    ['an empty list', [{ ...RULE, events: [] }], 'events'],
    ['an unknown property', [{ ...RULE, event: 'all' }], 'event is not known'],
    ['two versions in force at once', [RULE, { ...RULE, validFrom: '2026-06-01' }], 'another is in force'],
  ])('are refused with %s, and what to write instead is said', (_what, document, said) => {
    const load = () => loadDisposalRules(document);
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(said);
  });

  it('have an example that can be read', () => {
    const text = readFileSync(join(__dirname, '../../../../docs/disposal.example.json'), 'utf8');
    expect(loadDisposalRules(JSON.parse(text)).length).toBeGreaterThan(0);
  });
});
