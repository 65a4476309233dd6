import { PARTIES } from './activity';
import { isCivilDate } from './civil-date';

/** One thing wrong in a configuration document. `key` says which entry, `remedy` what to write instead. */
export interface ConfigurationProblem {
  key: string;
  reason: string;
  remedy: string;
}

/** A test of one property's value and what to write where it fails. */
export interface PropertyRule {
  holds(value: unknown): boolean;
  remedy: string;
}

export type EntryRules = Readonly<Record<string, PropertyRule>>;

const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPositiveInteger(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) > 0;
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export function oneOf(values: readonly string[]): PropertyRule {
  return { holds: (value) => values.includes(value as string), remedy: `Write one of ${values.join(', ')}.` };
}

export const kebabCase: PropertyRule = {
  holds: (value) => typeof value === 'string' && KEBAB_CASE.test(value),
  remedy: 'Write lower-case words joined by hyphens.',
};

/** What every dated, named entry of a configuration document has. */
export const COMMON_RULES = {
  validFrom: { holds: isCivilDate, remedy: 'Write a date as YYYY-MM-DD.' },
  validTo: {
    holds: (value) => value === null || isCivilDate(value),
    remedy: 'Write the first date on which the entry is no longer in force as YYYY-MM-DD, or null.',
  },
  name: {
    holds: (value) => isRecord(value) && isText(value.sv) && isText(value.en),
    remedy: 'Write {"sv": "...", "en": "..."}.',
  },
  party: oneOf(PARTIES),
} satisfies EntryRules;

/** What is wrong with one entry: each missing, malformed or unknown property. */
export function checkEntry(entry: unknown, key: string, rules: EntryRules): ConfigurationProblem[] {
  if (!isRecord(entry)) {
    return [
      {
        key,
        reason: 'it is not an object.',
        remedy: `Write an object with ${Object.keys(rules).join(', ')}.`,
      },
    ];
  }
  const unknown = Object.keys(entry)
    .filter((property) => !(property in rules))
    .map((property) => ({
      key,
      reason: `${property} is not known.`,
      remedy: 'Remove it, or correct its spelling.',
    }));
  const malformed = Object.entries(rules)
    .filter(([property, rule]) => !rule.holds(entry[property]))
    .map(([property, rule]) => ({ key, reason: reasonOf(property, entry[property]), remedy: rule.remedy }));
  return [...unknown, ...malformed];
}

function reasonOf(property: string, value: unknown): string {
  return value === undefined ? `${property} is missing.` : `${property} is ${JSON.stringify(value)}.`;
}
