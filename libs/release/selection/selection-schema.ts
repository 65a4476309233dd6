/** JSON Schema of `Selection`: the form of a permit's selection, before its names are looked up. */
const NAME = { type: 'string', minLength: 1, maxLength: 120 };
const KEY = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$' };
const VALUE = { type: ['string', 'number', 'boolean'] };
const DATE = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const CONDITION = { $ref: '#/$defs/condition' };

function shape(
  properties: Record<string, unknown>,
  required = Object.keys(properties),
): Record<string, unknown> {
  return { type: 'object', additionalProperties: false, required, properties };
}

const condition = {
  oneOf: [
    shape({ and: { type: 'array', minItems: 1, items: CONDITION } }),
    shape({ or: { type: 'array', minItems: 1, items: CONDITION } }),
    shape({ not: CONDITION }),
    shape({ exists: shape({ dataset: KEY, where: CONDITION }, ['dataset']) }),
    shape({ variable: NAME, operator: { enum: ['=', '!=', '<', '<=', '>', '>='] }, value: VALUE }),
    shape({
      variable: NAME,
      operator: { const: 'in' },
      values: { type: 'array', minItems: 1, items: VALUE },
    }),
    shape({ variable: NAME, operator: { enum: ['is-missing', 'is-present'] } }),
  ],
};

const population = {
  oneOf: [shape({ all: { const: true } }), shape({ where: CONDITION }), shape({ sameAs: KEY })],
};

const band = shape({ width: { type: 'number', exclusiveMinimum: 0 }, top: { type: 'number' } }, ['width']);
const generalisation = {
  oneOf: [
    shape({ variable: NAME, band }),
    shape({ variable: NAME, round: shape({ decimals: { type: 'integer', minimum: 0, maximum: 10 } }) }),
    shape({ variable: NAME, date: { enum: ['year', 'month'] } }),
  ],
};

const names = { type: 'array', minItems: 1, uniqueItems: true, items: NAME };
const dataset = shape(
  {
    dataset: KEY,
    holder: NAME,
    variables: names,
    population,
    rows: CONDITION,
    period: shape({ variable: NAME, from: DATE, to: DATE }),
    generalise: { type: 'array', items: generalisation },
  },
  ['dataset', 'holder', 'variables', 'population'],
);

const disclosure = shape({
  threshold: { type: 'integer', minimum: 2 },
  quasiIdentifiers: { type: 'array', minItems: 1, items: shape({ dataset: KEY, variables: names }) },
});

export const SELECTION_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $defs: { condition },
  ...shape(
    {
      permit: NAME,
      datasets: { type: 'array', minItems: 1, items: dataset },
      disclosure,
      optOutException: shape({ decision: NAME }),
    },
    ['permit', 'datasets'],
  ),
};
