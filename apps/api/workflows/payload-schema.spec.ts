import Ajv2020 from 'ajv/dist/2020';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CausePayload, CorrectPayload, EmptyPayload, type PayloadClass } from '@ledtid/workflow';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { payloadSchema } from './payload-schema';

const ajv = new Ajv2020({ strict: false, validateFormats: false });
const classes = [
  ...new Set(loadWorkflows().flatMap(({ events }) => Object.values(events).map(({ payload }) => payload))),
];

function validatorsAccept(payload: PayloadClass, body: object): boolean {
  const options = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };
  return validateSync(plainToInstance(payload, body), options).length === 0;
}

/** The codes among which a schema lets one choose; those of characteristics have lists of their own. */
function codesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null || 'x-characteristic' in schema) return [];
  const own = 'enum' in schema && Array.isArray(schema.enum) ? (schema.enum as string[]) : [];
  return [...own, ...Object.values(schema).flatMap(codesIn)];
}

describe('the codes', () => {
  it.each(loadWorkflows().map((workflow) => [workflow.key, workflow] as const))(
    'of %s have a text in both languages, in payloads and form',
    (_key, { events, form, texts }) => {
      const payloads = Object.values(events).filter(({ internal }) => !internal);
      const schemas = [...payloads.map(({ payload }) => payloadSchema(payload)), form?.schema];
      const codes = [...new Set(schemas.flatMap(codesIn))];
      expect(codes.length).toBeGreaterThan(0);
      expect(codes.filter((code) => texts.codes?.[code] === undefined)).toEqual([]);
    },
  );
});

describe('the schema of a payload', () => {
  it.each(classes.map((payload) => [payload.name, payload] as const))('of %s is one', (_name, payload) => {
    expect(ajv.compile(payloadSchema(payload))({ 'no such field': 1 })).toBe(false);
  });

  it('is the same object each time, so that nothing is made per request', () => {
    expect(payloadSchema(CausePayload, 'law')).toBe(payloadSchema(CausePayload, 'law'));
    expect(payloadSchema(CausePayload)).toBe(payloadSchema(CausePayload));
    expect(payloadSchema(CausePayload)).not.toBe(payloadSchema(CausePayload, 'law'));
  });

  it('names the one stage where it is made for one', () => {
    const validate = ajv.compile(payloadSchema(CausePayload, 'law'));
    expect(validate({ stage: 'law', cause: 'legal-opinion' })).toBe(true);
    expect(validate({ stage: 'data', cause: 'legal-opinion' })).toBe(false);
  });

  it('says of a moment that it is one, and of nothing that there is nothing', () => {
    expect(payloadSchema(CorrectPayload)).toMatchObject({
      properties: {
        happenedAt: { type: 'string', format: 'date-time' },
        number: { type: 'integer', minimum: 1 },
      },
    });
    expect(payloadSchema(EmptyPayload)).toEqual({
      type: 'object',
      properties: {},
      additionalProperties: false,
    });
  });

  // Records are the part of payloads that samples hold: what the validators take, the schema must take too.
  it.each(loadWorkflows().map(({ key, events }) => [key, events] as const))(
    'takes whatever the validators of %s take',
    (key, events) => {
      let taken = 0;
      for (const { type, record } of loadSamples(key).events) {
        const { payload, internal } = events[type] ?? {};
        if (!payload || internal) continue;
        for (const body of [record, { ...record, reason: 'Because.' }, { ...record, question: 'What?' }]) {
          if (!validatorsAccept(payload, body)) continue;
          taken += 1;
          const validate = ajv.compile(payloadSchema(payload));
          expect({ type, faults: validate(body) ? null : validate.errors }).toEqual({ type, faults: null });
        }
      }
      expect(taken).toBeGreaterThan(0);
    },
  );
});
