import {
  COMMON_RULES,
  type CivilDate,
  ConfigurationError,
  type ConfigurationProblem,
  type Dated,
  checkEntry,
  inForce,
  isRecord,
  isText,
  kebabCase,
  overlapProblems,
  versionsBy,
} from '@ledtid/time';
import { type Period, isPeriod } from '../../period';

/** Which payloads are disposed of, after how long, and by what right; in force from a date until another. */
export interface DisposalRule extends Dated {
  readonly key: string;
  /** Workflows and types of the events whose payloads it is about. */
  readonly workflows: readonly string[] | 'all';
  readonly events: readonly string[] | 'all';
  /** Since the day, in Stockholm, on which the case as a whole ended. */
  readonly afterEnd: Period;
  /** In Sweden an authority disposes of public records only as Riksarkivet has prescribed (arkivlagen 10 §). */
  readonly source: string;
}

const NAMES = {
  holds: (value: unknown) =>
    value === 'all' || (Array.isArray(value) && value.length > 0 && value.every(isText)),
  remedy: 'Write a list of names, or "all".',
};

const ENTRY = {
  key: kebabCase,
  validFrom: COMMON_RULES.validFrom,
  validTo: COMMON_RULES.validTo,
  workflows: NAMES,
  events: NAMES,
  afterEnd: { holds: isPeriod, remedy: 'Write {"years": n} or {"days": n}.' },
  source: { holds: isText, remedy: 'Write the law or decision by which this may be disposed of.' },
};

/**
 * Reads a parsed JSON document, an array of rules. Throws `ConfigurationError` `disposal-rules-invalid`
 * that names each rule with what is wrong and what to write.
 */
export function loadDisposalRules(document: unknown): DisposalRule[] {
  const problems = problemsOf(document);
  if (problems.length > 0) throw new ConfigurationError('disposal-rules-invalid', problems);
  return document as DisposalRule[];
}

export function rulesInForce(rules: readonly DisposalRule[], on: CivilDate): DisposalRule[] {
  return [...versionsBy(rules, ({ key }) => key).values()].flatMap((versions) => inForce(versions, on) ?? []);
}

function problemsOf(document: unknown): ConfigurationProblem[] {
  if (!Array.isArray(document)) {
    return [{ key: 'rules', reason: 'the document is not an array.', remedy: 'Write an array of rules.' }];
  }
  const malformed = document.flatMap((entry: unknown, index) =>
    checkEntry(entry, isRecord(entry) && isText(entry.key) ? entry.key : `rule ${index + 1}`, ENTRY),
  );
  return malformed.length > 0 ? malformed : overlapProblems(document as DisposalRule[], ({ key }) => key);
}
