import type { Engine, Statement } from '../engine/engine';
import { openPopulation } from '../population-vault';
import type { StepContext } from '../release-job';
import { PERSON } from '../selection/compile-condition';
import { compilePopulation, EXCLUDED, populationOf, populationRoot } from '../selection/compile-selection';
import { type DatasetSelection, partOf } from '../selection/selection';
import type { ExtractionInput } from './extraction-input';

export interface Population {
  dataset: string;
  persons: number;
  /** Persons that an opt-out took out of this population. */
  optedOut: number;
}

/**
 * A relation of persons for each population that the holder's part uses, without the opted-out. A population
 * handed over by the body loses this holder's opt-outs too: a national list may be known to one alone.
 */
export async function formPopulations(
  engine: Engine,
  input: ExtractionInput,
  context: StepContext,
  scratch: string,
): Promise<Population[]> {
  await engine.run('set up', 'CREATE SCHEMA IF NOT EXISTS population');
  const roots = new Set(
    partOf(input.selection, input.holder).map((selected) => populationRoot(selected, input.selection)),
  );
  const formed: Population[] = [];
  for (const root of roots) formed.push(await formPopulation(engine, root, input, context, scratch));
  return formed;
}

async function formPopulation(
  engine: Engine,
  root: DatasetSelection,
  input: ExtractionInput,
  context: StepContext,
  scratch: string,
): Promise<Population> {
  const relation = populationOf(root.dataset);
  const persons = await personsOf(root, input, context, scratch);
  await engine.run('form a population', `CREATE TABLE ${relation} AS ${persons.sql}`, persons.parameters);
  const optedOut = await engine.count(
    'count opt-outs',
    `SELECT 1 FROM ${relation} WHERE ${PERSON} IN (SELECT ${PERSON} FROM ${EXCLUDED})`,
  );
  await engine.run(
    'honour opt-outs',
    `DELETE FROM ${relation} WHERE ${PERSON} IN (SELECT ${PERSON} FROM ${EXCLUDED})`,
  );
  return {
    dataset: root.dataset,
    persons: await engine.count('count persons', `SELECT 1 FROM ${relation}`),
    optedOut,
  };
}

async function personsOf(
  root: DatasetSelection,
  input: ExtractionInput,
  context: StepContext,
  scratch: string,
): Promise<Statement> {
  if (root.holder === input.holder) return compilePopulation(root, input.descriptions);
  const kept = input.populations.find((population) => population.dataset === root.dataset);
  if (!kept) throw new Error(`The population of ${root.dataset} was not asked for.`);
  return {
    sql: `SELECT ${PERSON} FROM ${await openPopulation(kept, input.selection.permit, context, scratch)}`,
    parameters: [],
  };
}
