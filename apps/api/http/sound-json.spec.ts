import fc from 'fast-check';
import { jsonFault } from './sound-json';

describe('JSON that can be kept', () => {
  it('is everything that PostgreSQL and canonical JSON have a spelling for', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const spelt = JSON.stringify(value);
        const sound = !spelt.includes('\\u0000') && !/\\ud[89a-f]/.test(spelt);
        expect(jsonFault(value) === null).toBe(sound);
      }),
    );
  });

  it('has no NUL, no half character and no number too large, in names and values', () => {
    expect(jsonFault({ a: [{ b: 'x\0' }] })).toContain('NUL');
    expect(jsonFault({ 'x\0': 1 })).toContain('NUL');
    expect(jsonFault('\ud83d')).toContain('surrogate');
    expect(jsonFault('\ud83d\ude00')).toBeNull();
    expect(jsonFault(JSON.parse('{"a": 1e400}'))).toContain('too large');
  });

  it('ends: 64 levels at most', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(jsonFault(nested(64))).toBeNull();
    expect(jsonFault(nested(65))).toContain('64 levels');
    expect(jsonFault(nested(100_000))).toContain('64 levels');
  });
});
