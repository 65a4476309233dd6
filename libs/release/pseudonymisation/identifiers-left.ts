import type { Engine } from '../engine/engine';
import { quoteName } from '../engine/quote';
import { type Refusal, refusal } from '../outcome';
import type { OutputVariable } from '../selection/compile-selection';
import { CODE_KEY } from './code-key';
import { type DisclosureFinding, finding, type PreparedRelation } from './disclosure';

/** In a text: anything that could be a personnummer, century and hyphen or not. */
const IN_TEXT = `list_transform(regexp_extract_all(value, '\\b(?:[0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}\\b'), found -> regexp_replace(found, '[-+ ]', ''))`;
/** In a number: only the whole of it. The digits of a long fraction would meet somebody's number by chance. */
const IN_NUMBER = `[regexp_extract(value, '^([0-9]{10,12})(\\.0)?$', 1)]`;

/** Shorter identifiers cannot be told from ordinary values. */
const KNOWN = `SELECT identifier FROM ${CODE_KEY} WHERE length(identifier) >= 10 UNION ALL SELECT right(identifier, 10) FROM ${CODE_KEY} WHERE length(identifier) = 12`;

/**
 * Identifiers left in variables that are not described as identifying. One that is known in this release
 * refuses the package (`identifier-left`); what only looks like one is a finding. Counts distinct values.
 */
export async function identifiersLeft(
  engine: Engine,
  prepared: PreparedRelation,
): Promise<{ refusals: Refusal[]; findings: DisclosureFinding[] }> {
  const refusals: Refusal[] = [];
  const findings: DisclosureFinding[] = [];
  const { dataset } = prepared.selected;
  for (const variable of prepared.plain.filter(({ type }) => ['text', 'integer', 'decimal'].includes(type))) {
    const { alike, known } = await countCandidates(engine, variable, prepared.relation);
    if (known > 0) refusals.push(left(dataset, variable.name, known));
    if (variable.type === 'text' && alike > known)
      findings.push(finding('identifier-pattern', dataset, [variable.name], { values: alike - known }));
  }
  return { refusals, findings };
}

async function countCandidates(
  engine: Engine,
  { name, type }: OutputVariable,
  relation: string,
): Promise<{ alike: number; known: number }> {
  const found = type === 'text' ? IN_TEXT : IN_NUMBER;
  const values = `SELECT DISTINCT CAST(${quoteName(name)} AS VARCHAR) AS value FROM ${relation} WHERE ${quoteName(name)} IS NOT NULL`;
  const candidates = `SELECT value, unnest(${found}) AS candidate FROM (${values}) UNION ALL SELECT value, trim(value) FROM (${values}) WHERE trim(value) IN (${KNOWN})`;
  const [row] = await engine.rows<{ alike: number; known: number }>(
    'look for identifiers',
    `SELECT count(DISTINCT value) FILTER (WHERE candidate <> '') AS alike, count(DISTINCT value) FILTER (WHERE candidate IN (${KNOWN})) AS known FROM (${candidates})`,
  );
  return { alike: row?.alike ?? 0, known: row?.known ?? 0 };
}

function left(dataset: string, variable: string, count: number): Refusal {
  return refusal(
    'identifier-left',
    `${count} values of ${variable} in ${dataset} hold a person identifier.`,
    'Describe the variable as identifying, or leave it out of the permit.',
    { dataset, variable, count },
  );
}
