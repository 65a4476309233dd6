import type { ClockDefinition } from './clock-definition';
import { overlapProblems } from './dated';
import {
  COMMON_RULES,
  type ConfigurationProblem,
  type EntryRules,
  type PropertyRule,
  checkEntry,
  isPositiveInteger,
  isRecord,
  isText,
  kebabCase,
  oneOf,
} from './entry-check';
import { HOLIDAY_LISTS } from './holidays';

const UNITS = ['months', 'weeks', 'days', 'workingDays'];

/** An object with one property, a positive whole number. */
function isCount(value: unknown, units: readonly string[]): boolean {
  if (!isRecord(value)) return false;
  const [unit, ...others] = Object.keys(value);
  return unit !== undefined && others.length === 0 && units.includes(unit) && isPositiveInteger(value[unit]);
}

function setOf(value: unknown): Record<string, unknown> | undefined {
  return isRecord(value) && Object.keys(value).length === 1 && isRecord(value.set) ? value.set : undefined;
}

function isSetLength(value: unknown): boolean {
  const set = setOf(value);
  if (set === undefined || !isPositiveInteger(set.defaultDays)) return false;
  const known = Object.keys(set).every((property) => property === 'defaultDays' || property === 'atMostDays');
  return known && (set.atMostDays === undefined || isPositiveInteger(set.atMostDays));
}

function isSetExtension(value: unknown): boolean {
  const set = setOf(value);
  if (set === undefined || Object.keys(set).join() !== 'atMostDays') return false;
  return set.atMostDays === null || isPositiveInteger(set.atMostDays);
}

const LENGTH: PropertyRule = {
  holds: (value) => value === null || isCount(value, UNITS) || isSetLength(value),
  remedy:
    'Write one of {"months": n}, {"weeks": n}, {"days": n}, {"workingDays": n}, {"set": {"defaultDays": n}}, or null.',
};

const EXTENSION: PropertyRule = {
  holds: (value) => value === null || isCount(value, ['months']) || isSetExtension(value),
  remedy: 'Write {"months": n}, {"set": {"atMostDays": n or null}}, or null.',
};

const REMINDER: PropertyRule = {
  holds: (value) => value === null || isCount(value, ['workingDays']),
  remedy: 'Write {"workingDays": n}, or null.',
};

const RULES: EntryRules = {
  key: kebabCase,
  ...COMMON_RULES,
  source: { holds: isText, remedy: 'Write the article or document, or "own target".' },
  length: LENGTH,
  extension: EXTENSION,
  onPause: oneOf(['pause', 'restart', 'none']),
  direction: oneOf(['forward', 'backward']),
  holidays: oneOf(HOLIDAY_LISTS),
  reminder: REMINDER,
};

/** Combinations that no arithmetic has an answer to. */
function contradictions(definition: ClockDefinition): ConfigurationProblem[] {
  const { key, length, extension, reminder, direction, onPause, validFrom, validTo } = definition;
  const inMonths = length !== null && 'months' in length;
  const found: [boolean, string, string][] = [
    [
      validTo !== null && validTo <= validFrom,
      'validTo is not after validFrom.',
      'Write a later validTo, or null.',
    ],
    [
      length === null && (extension !== null || reminder !== null),
      'it has no length, so nothing to extend or remind of.',
      'Give it a length, or write null for extension and reminder.',
    ],
    [
      extension !== null && 'months' in extension && !inMonths,
      'its extension is in months and its length is not.',
      'Write both in months, or let the body set the extension.',
    ],
    [
      direction === 'backward' &&
        (extension !== null || onPause !== 'none' || (length !== null && 'set' in length)),
      'it counts back from a date that stands, so it is neither set, extended nor paused.',
      'Write a fixed length, null for extension and none for onPause.',
    ],
  ];
  return found.filter(([wrong]) => wrong).map(([, reason, remedy]) => ({ key, reason, remedy }));
}

/** Everything wrong with a clock configuration document; nothing, if it can be used. */
export function clockProblems(document: unknown): ConfigurationProblem[] {
  if (!Array.isArray(document)) {
    return [
      {
        key: 'clocks',
        reason: 'the document is not an array.',
        remedy: 'Write an array of clock definitions.',
      },
    ];
  }
  const malformed = document.flatMap((entry: unknown, index) =>
    checkEntry(entry, nameOf(entry, index), RULES),
  );
  if (malformed.length > 0) return malformed;
  const definitions = document as ClockDefinition[];
  return [...definitions.flatMap(contradictions), ...overlapProblems(definitions, ({ key }) => key)];
}

function nameOf(entry: unknown, index: number): string {
  return isRecord(entry) && isText(entry.key) ? entry.key : `entry ${index + 1}`;
}
