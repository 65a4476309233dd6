import { installedRegistry } from '../../../test/support/installed-registry';
import { AssuranceRules } from './assurance-rules';

const workflows = installedRegistry().all();
const decision = workflows
  .flatMap(({ key, events }) => Object.entries(events).map(([type, spec]) => ({ key, type, spec })))
  .filter(({ spec }) => spec.decision);
const rule = { action: 'decision', level: 'high', validFrom: '2026-06-01', validTo: null, source: 'a law' };
const TODAY = '2026-11-22';

describe('the level of assurance', () => {
  it('is substantial for everybody who comes in, by the rules of the product: two factors', () => {
    const rules = new AssuranceRules(null, workflows);
    expect(rules.ofSignIn(TODAY)).toBe('substantial');
    expect(rules.ofSignIn('2025-12-31')).toBe('none');
  });

  it('is what is asked for every decision of the installed workflows, and none for the rest', () => {
    const rules = new AssuranceRules([{ ...rule, level: 'substantial' }], workflows);
    expect(decision.length).toBeGreaterThan(0);
    for (const { key, events } of workflows) {
      for (const [type, spec] of Object.entries(events)) {
        const expected = spec.decision ? 'substantial' : 'none';
        expect([type, rules.ofEvent(key, type, spec, TODAY)]).toEqual([type, expected]);
      }
    }
  });

  it('is the highest of all that an event is, from its date and until its end', () => {
    const { key, type, spec } = decision[0]!;
    const rules = new AssuranceRules(
      [
        { ...rule, validTo: '2027-01-01' },
        { ...rule, action: 'sign-in', level: 'low', validFrom: '2026-01-01' },
        { ...rule, action: `${key}:${type}`, level: 'substantial', validFrom: '2026-01-01' },
      ],
      workflows,
    );
    const on = (date: string) => rules.ofEvent(key, type, spec, date);
    expect(['2025-12-31', '2026-05-31', '2026-06-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      ...['none', 'substantial', 'high', 'high', 'substantial'],
    ]);
    expect(rules.ofSignIn(TODAY)).toBe('low');
  });

  it.each([
    ['a level that is none', [{ ...rule, level: 'loa3' }]],
    ['a misspelt property', [{ ...rule, from: TODAY }]],
    ['two rules at once', [rule, { ...rule, validFrom: '2026-07-01' }]],
    ['an event that no workflow knows', [{ ...rule, action: 'access-application:DECIDED' }]],
  ])('refuses %s', (_, document) => {
    expect(() => new AssuranceRules(document, workflows)).toThrow(/assurance-malformed/);
  });
});
