import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '@ledtid/time';
import { isPeriod } from '../period';
import { PRUNABLE, retentionRules, ruleFor } from './retention-rules';

const RULE = {
  ...{ table: 'access_record', validFrom: '2027-01-01', validTo: null as string | null },
  ...{ keep: { years: 10 } as unknown, source: 'RA-MS 2026:1' },
};

describe('rules of retention', () => {
  it('are those of the product, but for the tables that the installation names', () => {
    const keepOf = (document: unknown, table: string) =>
      ruleFor(retentionRules(document), table, '2027-06-01')?.keep;
    expect(keepOf(null, 'access_record')).toBe('for ever');
    expect(keepOf([RULE], 'access_record')).toEqual({ years: 10 });
    expect(keepOf([RULE], 'session')).toEqual(keepOf(null, 'session'));
  });

  it('are in force from their first day and not on their last: in between nothing goes', () => {
    const rules = retentionRules([
      { ...RULE, validTo: '2028-01-01' },
      { ...RULE, validFrom: '2029-01-01', keep: { years: 5 } },
    ]);
    const on = (date: string) => ruleFor(rules, 'access_record', date)?.keep;
    expect([on('2026-12-31'), on('2027-01-01'), on('2027-12-31')]).toEqual([
      undefined,
      { years: 10 },
      { years: 10 },
    ]);
    expect([on('2028-01-01'), on('2029-01-01')]).toEqual([undefined, { years: 5 }]);
  });

  it.each([
    ['no array', {}, 'not an array'],
    ['no source', [{ ...RULE, source: ' ' }], 'source'],
    ['a period that is none', [{ ...RULE, keep: { years: 0 } }], 'keep'],
    ['a word that means nothing', [{ ...RULE, keep: 'a while' }], 'keep'],
    ['a table that is not there', [{ ...RULE, table: 'access_records' }], 'no such table'],
    ['a period for what is never removed by time', [{ ...RULE, table: 'ledger' }], 'not removed by time'],
    ['two versions in force at once', [RULE, { ...RULE, validFrom: '2028-01-01' }], 'another is in force'],
  ])('are refused with %s, and what to write instead is said', (_what, document, said) => {
    const load = () => retentionRules(document);
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(said);
  });

  it('have an example that can be read', () => {
    const text = readFileSync(join(__dirname, '../../../docs/retention.example.json'), 'utf8');
    expect(ruleFor(retentionRules(JSON.parse(text)), 'access_record', '2027-01-01')?.keep).toEqual({
      years: 10,
    });
  });

  it('give a period to nothing that is not pruned', () => {
    const timed = retentionRules(null).filter(({ keep }) => isPeriod(keep));
    for (const { table } of timed) expect(Object.keys(PRUNABLE)).toContain(table);
  });
});
