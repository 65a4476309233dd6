import Ajv from 'ajv';
import { AccessError } from './access-error';
import { ASSURANCE_LEVELS } from './assurance/level';
import { checkIssuers, type IssuerConfiguration } from './issuer-configuration';

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', minItems: 1, items: text };
const claim = { anyOf: [text, texts] };

const claimRule = {
  type: 'object',
  required: ['claim'],
  additionalProperties: false,
  properties: { claim, map: { type: 'object', additionalProperties: { anyOf: [text, texts] } } },
};

const keys = {
  type: 'object',
  oneOf: [{ required: ['jwksUri'] }, { required: ['jwks'] }],
  additionalProperties: false,
  properties: {
    jwksUri: text,
    jwks: {
      type: 'object',
      required: ['keys'],
      properties: { keys: { type: 'array', items: { type: 'object' } } },
    },
  },
};

const level = { enum: ASSURANCE_LEVELS };

const assurance = {
  type: 'object',
  oneOf: [{ required: ['map'] }, { required: ['always'] }],
  additionalProperties: false,
  properties: { claim, map: { type: 'object', additionalProperties: level }, always: level },
};

const signIn = {
  type: 'object',
  required: ['name', 'clientId', 'authorizationEndpoint', 'tokenEndpoint'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9-]+$' },
    ...{ clientId: text, clientSecretFile: text, scope: text },
    ...{ authorizationEndpoint: text, tokenEndpoint: text },
  },
};

/** A misspelt setting is refused: passed over, it would leave a default in force that nobody chose. */
const schema = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['issuer', 'audience', 'keys'],
    additionalProperties: false,
    properties: {
      issuer: text,
      audience: text,
      keys,
      keysByPlainHttp: { type: 'boolean' },
      algorithms: texts,
      tokenType: text,
      rsaBits: { type: 'integer', minimum: 2048 },
      subjectPrefix: { type: 'string' },
      subject: claim,
      name: claim,
      roles: claimRule,
      organisations: claimRule,
      assurance,
      signIn,
      refetchAfterSeconds: { type: 'number', minimum: 0 },
    },
  },
};

/**
 * Reads the list of issuers that an installation believes (docs/issuers.example.json).
 * Throws `AccessError`: `issuers-malformed`, and what `checkIssuers` throws.
 */
export function issuersFromJson(json: string): IssuerConfiguration[] {
  const issuers = parsed(json);
  const ajv = new Ajv({ allErrors: true, strict: false });
  if (!ajv.validate<IssuerConfiguration[]>(schema, issuers)) {
    throw malformed(
      `The list of issuers does not fit: ${ajv.errorsText(ajv.errors, { dataVar: 'issuers' })}.`,
    );
  }
  checkIssuers(issuers);
  return issuers;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (thrown) {
    throw malformed(`The list of issuers is no JSON: ${String(thrown)}.`);
  }
}

function malformed(reason: string): AccessError {
  return new AccessError('issuers-malformed', reason, 'Compare it with docs/issuers.example.json.');
}
