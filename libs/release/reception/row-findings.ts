import type { Engine } from '../engine/engine';
import { quoteName } from '../engine/quote';
import { type Refusal, refusal } from '../outcome';
import { openPopulation } from '../population-vault';
import type { StepContext } from '../release-job';
import { describe, PERSON } from '../selection/compile-condition';
import {
  compilePopulation,
  compileRowFilter,
  EXCLUDED,
  outputVariables,
  populationOf,
  populationRoot,
  sourceOf,
} from '../selection/compile-selection';
import { isIdentifier } from '../selection/dataset-description';
import { type DatasetSelection, partOf } from '../selection/selection';
import { areRowsCheckable, isPopulationCheckable } from './checkable';
import type { ReceptionInput } from './reception-input';

export interface RowFindings {
  findings: Refusal[];
  /** What the delivered rows alone cannot show: `population:DATASET`, `rows:DATASET`. */
  unchecked: string[];
}

/** No row of a person outside the population, outside the permitted rows and period, or opted out? */
export async function rowFindings(
  engine: Engine,
  input: ReceptionInput,
  context: StepContext,
  scratch: string,
): Promise<RowFindings> {
  const part = partOf(input.selection, input.holder);
  await engine.run('set up', 'CREATE SCHEMA IF NOT EXISTS population');
  const known = await formKnownPopulations(engine, part, input, context, scratch);
  const result: RowFindings = { findings: [], unchecked: [] };
  for (const selected of part) {
    const root = populationRoot(selected, input.selection);
    if (known.has(root.dataset))
      result.findings.push(...(await outsidePopulation(engine, selected, root.dataset)));
    else if (!('all' in root.population)) result.unchecked.push(`population:${selected.dataset}`);
    if (areRowsCheckable(selected, part))
      result.findings.push(...(await outsideRows(engine, selected, input)));
    else result.unchecked.push(`rows:${selected.dataset}`);
    result.findings.push(...(await optedOut(engine, selected, input)));
  }
  return result;
}

/** The populations that can be known here: handed over by the body, or defined by what was delivered. */
async function formKnownPopulations(
  engine: Engine,
  part: DatasetSelection[],
  input: ReceptionInput,
  context: StepContext,
  scratch: string,
): Promise<Set<string>> {
  const known = new Set<string>();
  for (const root of new Set(part.map((selected) => populationRoot(selected, input.selection)))) {
    const kept = input.populations.find((population) => population.dataset === root.dataset);
    const create = `CREATE TABLE ${populationOf(root.dataset)} AS`;
    if (root.holder !== input.holder && kept) {
      const handed = await openPopulation(kept, input.selection.permit, context, scratch);
      await engine.run('open a population', `${create} SELECT ${PERSON} FROM ${handed}`);
    } else if (root.holder === input.holder && isPopulationCheckable(root, part)) {
      const persons = compilePopulation(root, input.descriptions);
      await engine.run('form a population', `${create} ${persons.sql}`, persons.parameters);
    } else continue;
    known.add(root.dataset);
  }
  return known;
}

async function outsidePopulation(
  engine: Engine,
  { dataset }: DatasetSelection,
  root: string,
): Promise<Refusal[]> {
  const inside = `r0.${PERSON} IN (SELECT ${PERSON} FROM ${populationOf(root)})`;
  const count = await engine.count(
    'check the population',
    `SELECT 1 FROM ${sourceOf(dataset)} r0 WHERE NOT coalesce(${inside}, false)`,
  );
  return found(count, dataset, 'rows-outside-population', 'belong to nobody in the population');
}

async function outsideRows(
  engine: Engine,
  selected: DatasetSelection,
  input: ReceptionInput,
): Promise<Refusal[]> {
  const filter = compileRowFilter(selected, input.descriptions);
  const count = await engine.count(
    'check the permitted rows',
    `SELECT 1 FROM ${sourceOf(selected.dataset)} r0 WHERE NOT coalesce(${filter.sql}, false)`,
    filter.parameters,
  );
  return found(count, selected.dataset, 'rows-not-permitted', 'are not among the permitted rows');
}

/** References to persons count as well as the rows of persons. */
async function optedOut(
  engine: Engine,
  selected: DatasetSelection,
  input: ReceptionInput,
): Promise<Refusal[]> {
  const description = describe(selected.dataset, input.descriptions);
  const columns = outputVariables(selected, description).filter(({ name }) =>
    isIdentifier(description, name),
  );
  const any = columns
    .map(({ name }) => `r0.${quoteName(name)} IN (SELECT ${PERSON} FROM ${EXCLUDED})`)
    .join(' OR ');
  const count = await engine.count(
    'check the opt-outs',
    `SELECT 1 FROM ${sourceOf(selected.dataset)} r0 WHERE ${any}`,
  );
  return found(count, selected.dataset, 'rows-of-opted-out', 'name persons who have opted out');
}

function found(count: number, dataset: string, code: string, what: string): Refusal[] {
  return count === 0
    ? []
    : [
        refusal(code, `${count} rows of ${dataset} ${what}.`, 'Extract anew, without them.', {
          dataset,
          count,
        }),
      ];
}
