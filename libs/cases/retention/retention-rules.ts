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
  overlapProblems,
  versionsBy,
} from '@ledtid/time';
import { type Period, isPeriod } from '../period';
import retentionOfProduct from './retention.json';

/** How long the rows of one table are kept, and why; in force from a date until another. */
export interface RetentionRule extends Dated {
  readonly table: string;
  /** Only tables that can be pruned have a period. */
  readonly keep: Period | (typeof WHOLE)[number];
  readonly source: string;
}

const WHOLE = ['for ever', 'as long as the case', 'until done'] as const;

/** Where a period may be written, and what it is counted from. `prune` knows how. */
export const PRUNABLE = {
  session: 'its end',
  sign_in_attempt: 'its end',
  logout_token: 'its end',
  idempotency: 'the event that was answered',
  access_record: 'the look',
} as const;

export type Prunable = keyof typeof PRUNABLE;

const ENTRY = {
  table: { holds: isText, remedy: 'Write the name of a table.' },
  validFrom: COMMON_RULES.validFrom,
  validTo: COMMON_RULES.validTo,
  keep: {
    holds: (value: unknown) => isPeriod(value) || WHOLE.includes(value as never),
    remedy: `Write {"years": n}, {"days": n}, or one of ${WHOLE.map((word) => `"${word}"`).join(', ')}.`,
  },
  source: { holds: isText, remedy: 'Write the law or decision, or why.' },
};

const PRODUCT = checked(retentionOfProduct);

/**
 * How long the rows of every table are kept: as the product has it, except for the tables that `document`, an array
 * of rules, names. Throws `ConfigurationError` `retention-rules-invalid`.
 */
export function retentionRules(document: unknown): readonly RetentionRule[] {
  if (document === null) return PRODUCT;
  const own = checked(document);
  const named = new Set(own.map(({ table }) => table));
  return [...PRODUCT.filter(({ table }) => !named.has(table)), ...own];
}

/** The rule for one table on a day; undefined: none is in force, so nothing goes. */
export function ruleFor(
  rules: readonly RetentionRule[],
  table: string,
  on: CivilDate,
): RetentionRule | undefined {
  return inForce(versionsBy(rules, (rule) => rule.table).get(table) ?? [], on);
}

function checked(document: unknown): RetentionRule[] {
  const problems = problemsOf(document);
  if (problems.length > 0) throw new ConfigurationError('retention-rules-invalid', problems);
  return document as RetentionRule[];
}

function problemsOf(document: unknown): ConfigurationProblem[] {
  if (!Array.isArray(document)) {
    return [{ key: 'rules', reason: 'the document is not an array.', remedy: 'Write an array of rules.' }];
  }
  const malformed = document.flatMap((entry: unknown, index) =>
    checkEntry(entry, isRecord(entry) && isText(entry.table) ? entry.table : `rule ${index + 1}`, ENTRY),
  );
  if (malformed.length > 0) return malformed;
  const rules = document as RetentionRule[];
  return [...rules.flatMap(misplaced), ...overlapProblems(rules, ({ table }) => table)];
}

/** A rule that nothing follows would be a promise that is not kept. */
function misplaced({ table, keep }: RetentionRule): ConfigurationProblem[] {
  const known = retentionOfProduct.some((rule) => rule.table === table);
  if (!known) return [{ key: table, reason: 'there is no such table.', remedy: 'Correct its name.' }];
  if (!isPeriod(keep) || Object.hasOwn(PRUNABLE, table)) return [];
  const remedy = `Only ${Object.keys(PRUNABLE).join(', ')} are pruned by period; payloads go by LEDTID_DISPOSAL.`;
  return [{ key: table, reason: 'its rows are not removed by time.', remedy }];
}
