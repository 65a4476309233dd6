import { type CivilDate, type Dated, inForce, overlapProblems, versionsBy } from '@ledtid/time';
import type { EventSpec, Workflow } from '@ledtid/workflow';
import Ajv from 'ajv';
import { AccessError } from '../access-error';
import assuranceOfProduct from './assurance.json';
import { ASSURANCE_LEVELS, type AssuranceLevel, highest } from './level';

/** What one kind of action asks of the sign-in, from a date to another. */
export interface AssuranceRule extends Dated {
  /** `sign-in`: everything. `decision`, `assessment`: events so declared. `WORKFLOW:EVENT`: that one. */
  readonly action: string;
  readonly level: AssuranceLevel;
  readonly source: string;
}

const text = { type: 'string', minLength: 1 };
const date = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['action', 'level', 'validFrom', 'validTo', 'source'],
    additionalProperties: false,
    properties: {
      ...{ action: text, source: text, level: { enum: ASSURANCE_LEVELS } },
      ...{ validFrom: date, validTo: { anyOf: [date, { type: 'null' }] } },
    },
  },
};

/** Which level of assurance each action asks for, and since when. */
export class AssuranceRules {
  private readonly versions: ReadonlyMap<string, readonly AssuranceRule[]>;

  /**
   * `document`: a list of rules as JSON has it; null: those that come with the product.
   * Throws `AccessError` (`assurance-malformed`) on rules that nobody could follow: two in force at once, or an action
   * that no workflow knows, which would silently ask for nothing.
   */
  constructor(document: unknown, workflows: readonly Workflow[]) {
    const rules = soundRules(document ?? assuranceOfProduct);
    refuseUnknownActions(rules, workflows);
    this.versions = versionsBy(rules, ({ action }) => action);
  }

  /** To be let in at all. */
  ofSignIn(on: CivilDate): AssuranceLevel {
    return this.levelOf('sign-in', on);
  }

  /** To send an event: the highest level of all that it is. */
  ofEvent(workflow: string, type: string, spec: EventSpec, on: CivilDate): AssuranceLevel {
    const kinds = [spec.decision ? 'decision' : null, spec.assessment ? 'assessment' : null];
    const actions = ['sign-in', `${workflow}:${type}`, ...kinds.filter((kind) => kind !== null)];
    return highest(actions.map((action) => this.levelOf(action, on)));
  }

  private levelOf(action: string, on: CivilDate): AssuranceLevel {
    return inForce(this.versions.get(action) ?? [], on)?.level ?? 'none';
  }
}

function soundRules(document: unknown): readonly AssuranceRule[] {
  const ajv = new Ajv({ allErrors: true, strict: false });
  if (!ajv.validate<AssuranceRule[]>(schema, document)) {
    throw malformed(
      `The levels of assurance do not fit: ${ajv.errorsText(ajv.errors, { dataVar: 'rules' })}.`,
    );
  }
  const [overlap] = overlapProblems(document, ({ action }) => action);
  if (overlap !== undefined) throw malformed(`${overlap.key}: ${overlap.reason} ${overlap.remedy}`);
  return document;
}

function refuseUnknownActions(rules: readonly AssuranceRule[], workflows: readonly Workflow[]): void {
  const events = workflows.flatMap(({ key, events: all }) =>
    Object.keys(all).map((type) => `${key}:${type}`),
  );
  const known = new Set(['sign-in', 'decision', 'assessment', ...events]);
  const unknown = rules.map(({ action }) => action).filter((action) => !known.has(action));
  if (unknown.length > 0) throw malformed(`No workflow knows ${unknown.join(', ')}.`);
}

function malformed(reason: string): AccessError {
  return new AccessError(
    'assurance-malformed',
    reason,
    'Compare it with libs/access/assurance/assurance.json.',
  );
}
