import type { Party } from './activity';
import defaultDocument from './causes.json';
import { ConfigurationError } from './configuration-error';
import { inForce, overlapProblems, versionsBy } from './dated';
import {
  COMMON_RULES,
  type ConfigurationProblem,
  checkEntry,
  isRecord,
  isText,
  kebabCase,
} from './entry-check';
import type { CivilDate } from './instant';

/** Why a case waits, as one code of a dated list. */
export interface Cause {
  code: string;
  validFrom: CivilDate;
  /** First date on which the code may no longer be picked; null while it may. */
  validTo: CivilDate | null;
  name: { sv: string; en: string };
  /** Who can end the wait; null where nobody knows. */
  party: Party | null;
}

export interface CauseList {
  readonly versions: ReadonlyMap<string, readonly Cause[]>;
}

/** The code that is counted when nobody has said why. */
export const UNKNOWN_CAUSE = 'unknown';

const RULES = {
  code: kebabCase,
  ...COMMON_RULES,
  party: {
    holds: (value: unknown) => value === null || COMMON_RULES.party.holds(value),
    remedy: `${COMMON_RULES.party.remedy} Or write null.`,
  },
};

/**
 * Reads a parsed JSON document, an array of causes. Throws `ConfigurationError` `cause-list-invalid`
 * that names each code with what is wrong and what to write.
 */
export function loadCauseList(document: unknown): CauseList {
  const problems = causeProblems(document);
  if (problems.length > 0) throw new ConfigurationError('cause-list-invalid', problems);
  return { versions: versionsBy(document as Cause[], (cause) => cause.code) };
}

export const defaultCauseList: CauseList = loadCauseList(defaultDocument);

/** The cause as it is named on a date; undefined for a code that is unknown or not in force then. */
export function causeOf(code: string, on: CivilDate, list: CauseList = defaultCauseList): Cause | undefined {
  return inForce(list.versions.get(code) ?? [], on);
}

/** Whether the code may be picked on a date; without a date, whether it ever could. */
export function isCause(code: string, on?: CivilDate, list: CauseList = defaultCauseList): boolean {
  return on === undefined ? list.versions.has(code) : causeOf(code, on, list) !== undefined;
}

/** The causes that may be picked on a date, in the order of the list. */
export function causesOn(on: CivilDate, list: CauseList = defaultCauseList): Cause[] {
  return [...list.versions.keys()].flatMap((code) => causeOf(code, on, list) ?? []);
}

function causeProblems(document: unknown): ConfigurationProblem[] {
  if (!Array.isArray(document)) {
    return [{ key: 'causes', reason: 'the document is not an array.', remedy: 'Write an array of causes.' }];
  }
  const malformed = document.flatMap((entry: unknown, index) =>
    checkEntry(entry, isRecord(entry) && isText(entry.code) ? entry.code : `entry ${index + 1}`, RULES),
  );
  if (malformed.length > 0) return malformed;
  const causes = document as Cause[];
  return [...overlapProblems(causes, (cause) => cause.code), ...withoutUnknown(causes)];
}

function withoutUnknown(causes: readonly Cause[]): ConfigurationProblem[] {
  if (causes.some((cause) => cause.code === UNKNOWN_CAUSE && cause.validTo === null)) return [];
  const reason = 'it is missing, and waits that nobody explained are counted under it.';
  return [{ key: UNKNOWN_CAUSE, reason, remedy: 'Add it, with null as its validTo.' }];
}
