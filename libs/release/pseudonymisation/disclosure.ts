import { digestOf } from '../digest';
import type { Engine } from '../engine/engine';
import { quoteName } from '../engine/quote';
import type { OutputVariable } from '../selection/compile-selection';
import type { DatasetSelection, DisclosureRule } from '../selection/selection';

/**
 * Something in a pseudonymised package that may tell of a person; a person releases it or sends the permit
 * back. `id` stays the same for the same data, so a decision about it can be recorded. Counts only.
 * `small-cells`: combinations of quasi-identifiers shared by fewer than `threshold` persons.
 * `identifier-pattern`: values of a text variable that look like a person identifier of somebody unknown.
 */
export interface DisclosureFinding {
  id: string;
  code: 'small-cells' | 'identifier-pattern';
  dataset: string;
  variables: string[];
  details: Record<string, number>;
}

/** A pseudonymised relation of one dataset. */
export interface PreparedRelation {
  selected: DatasetSelection;
  relation: string;
  person: string;
  /** As released, in order. */
  variables: OutputVariable[];
  /** Those of them that are not pseudonyms. */
  plain: OutputVariable[];
}

export async function smallCells(
  engine: Engine,
  prepared: PreparedRelation,
  rule: DisclosureRule | undefined,
): Promise<DisclosureFinding[]> {
  const rules = (rule?.quasiIdentifiers ?? []).filter(({ dataset }) => dataset === prepared.selected.dataset);
  const findings: DisclosureFinding[] = [];
  for (const { variables } of rules) {
    const columns = variables.map(quoteName).join(', ');
    const cells = `SELECT count(DISTINCT ${quoteName(prepared.person)}) AS n FROM ${prepared.relation} GROUP BY ${columns} HAVING n < ${rule?.threshold ?? 0}`;
    const [row] = await engine.rows<{ cells: number; persons: number | null; smallest: number | null }>(
      'look for small cells',
      `SELECT count(*) AS cells, CAST(sum(n) AS BIGINT) AS persons, min(n) AS smallest FROM (${cells})`,
    );
    if (!row?.cells) continue;
    const details = {
      cells: row.cells,
      persons: row.persons ?? 0,
      smallest: row.smallest ?? 0,
      threshold: rule?.threshold ?? 0,
    };
    findings.push(finding('small-cells', prepared.selected.dataset, variables, details));
  }
  return findings;
}

export function finding(
  code: DisclosureFinding['code'],
  dataset: string,
  variables: string[],
  details: Record<string, number>,
): DisclosureFinding {
  return {
    id: digestOf({ code, dataset, variables, details }).slice(0, 16),
    code,
    dataset,
    variables,
    details,
  };
}
