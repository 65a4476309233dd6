import { faultsOf } from './faults';
import { type Schema, kindOf, requiredIn, startingValues } from './schema';

const SCHEMA: Schema = {
  type: 'object',
  required: ['name', 'parts'],
  properties: {
    name: { type: 'string', maxLength: 5 },
    size: { type: 'integer', minimum: 1, maximum: 9 },
    ids: { type: 'array', items: { type: 'string', pattern: '^[a-z]+$' } },
    none: { type: 'array', items: { type: 'string' }, minItems: 0 },
    parts: { type: 'array', items: { $ref: '#/$defs/Part' } },
    later: { enum: ['yes', 'no'] },
    from: { type: 'string', format: 'date' },
    stage: { const: 'only' },
  },
  allOf: [
    { if: { properties: { later: { const: 'yes' } }, required: ['later'] }, then: { required: ['from'] } },
  ],
  $defs: { Part: { type: 'object', required: ['holder'], properties: { holder: { type: 'string' } } } },
};

describe('what has to be mended', () => {
  it.each([
    [{}, ['name missing', 'parts missing']],
    [{ name: 'much too long', parts: [{}] }, ['name tooLong', 'parts.0.holder missing']],
    [{ name: 'n', parts: [{ holder: 'h' }], size: 0 }, ['size tooLow']],
    [{ name: 'n', parts: [{ holder: 'h' }], size: 10 }, ['size tooHigh']],
    [{ name: 'n', parts: [{ holder: 'h' }], ids: ['a', 'B'] }, ['ids pattern']],
    [{ name: 'n', parts: [{ holder: 'h' }], later: 'yes' }, ['from missing']],
    [{ name: 'n', parts: [{ holder: 'h' }], later: 'no', none: [] }, []],
  ])('of %j is %j', (values, wanted) => {
    expect(faultsOf(SCHEMA, values).map(({ path, kind }) => `${path} ${kind}`)).toEqual(wanted);
  });

  it('grows with what an answer makes necessary', () => {
    expect(requiredIn(SCHEMA, { later: 'yes' })).toContain('from');
    expect(requiredIn(SCHEMA, {})).not.toContain('from');
  });
});

describe('how something is filled in', () => {
  it.each([
    ['ids', 'lines'],
    ['parts', 'list'],
    ['later', 'choice'],
    ['from', 'date'],
    ['stage', 'fixed'],
    ['size', 'number'],
  ])('%s: as %s', (name, kind) => {
    expect(kindOf(SCHEMA.properties?.[name] ?? {}, SCHEMA)).toBe(kind);
  });

  it('begins with what nobody can choose', () => {
    expect(startingValues(SCHEMA)).toEqual({ stage: 'only' });
  });
});
