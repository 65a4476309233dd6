import type { CivilDate } from '@ledtid/time';

/**
 * What a permit lets out, as data: never SQL. It speaks of datasets and variables of the catalogue; where
 * they lie at the holder is in `DatasetDescription`. Checked by `checkSelection` before anything runs.
 */
export interface Selection {
  permit: string;
  datasets: DatasetSelection[];
  disclosure?: DisclosureRule;
  /** The exception of Art 71(4), recorded in the permit: opt-outs under Art 71 then do not exclude. */
  optOutException?: { decision: string };
}

export interface DatasetSelection {
  dataset: string;
  holder: string;
  /** Exactly the permitted variables. The person identifier comes along by itself, later as a pseudonym. */
  variables: string[];
  population: PopulationRule;
  /** Which rows of the persons in the population; all when absent. */
  rows?: Condition;
  period?: Period;
  generalise?: Generalisation[];
}

/**
 * Whose rows. `where`: persons with at least one row of this dataset that meets the condition. `sameAs`:
 * the persons of another dataset of the permit; when another holder has it, the body hands the population
 * over, and the release of this dataset depends on that holder's.
 */
export type PopulationRule = { all: true } | { where: Condition } | { sameAs: string };

/** A missing value meets no comparison, as in SQL; `not` does not make it meet one. */
export type Condition =
  { and: Condition[] } | { or: Condition[] } | { not: Condition } | { exists: Existence } | Comparison;

/** The same person has at least one row in another dataset of the same holder. */
export interface Existence {
  dataset: string;
  where?: Condition;
}

export type Value = string | number | boolean;
export type Comparison =
  | { variable: string; operator: '=' | '!=' | '<' | '<=' | '>' | '>='; value: Value }
  | { variable: string; operator: 'in'; values: Value[] }
  | { variable: string; operator: 'is-missing' | 'is-present' };

/** Half-open: `from` is inside, `to` is not. Days begin at 00:00 Stockholm. */
export interface Period {
  variable: string;
  from: CivilDate;
  to: CivilDate;
}

/**
 * `band`: whole bands of `width`, as text (`50-59`), everything from `top` upwards as `90+`.
 * `round`: to so many decimals. `date`: keeps only the year (`2026`) or the month (`2026-11`), as text.
 */
export type Generalisation =
  | { variable: string; band: { width: number; top?: number } }
  | { variable: string; round: { decimals: number } }
  | { variable: string; date: 'year' | 'month' };

/** Groups of fewer than `threshold` persons with equal quasi-identifiers are a finding that a person releases. */
export interface DisclosureRule {
  threshold: number;
  quasiIdentifiers: { dataset: string; variables: string[] }[];
}

export function isComparison(condition: Condition): condition is Comparison {
  return 'variable' in condition;
}

export function partOf(selection: Selection, holder: string): DatasetSelection[] {
  return selection.datasets.filter((dataset) => dataset.holder === holder);
}
