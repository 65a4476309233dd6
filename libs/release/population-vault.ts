import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { decryptFile, encryptFile } from './delivery/age-file';
import type { Engine } from './engine/engine';
import { quoteText } from './engine/quote';
import { fileErrorCode, ReleaseFault } from './release-fault';
import { makePrivateFolder } from './release-area';
import type { KeptPopulation, StepContext } from './release-job';
import { PERSON } from './selection/compile-condition';
import { populationOf } from './selection/compile-selection';

/**
 * Keeps a population for the releases that depend on it, encrypted to the permit's own identity: months
 * may lie between two holders. Only the body reads it; it is never handed to a holder.
 */
export async function keepPopulation(
  engine: Engine,
  population: KeptPopulation,
  permit: string,
  context: StepContext,
  scratch: string,
): Promise<void> {
  const open = join(scratch, `population-${population.dataset}.parquet`);
  await engine.run(
    'write a population',
    `COPY (SELECT ${PERSON} FROM ${populationOf(population.dataset)} ORDER BY ALL) TO ${quoteText(open)} (FORMAT parquet)`,
  );
  const place = context.area.population(population.release, population.dataset);
  await makePrivateFolder(dirname(place));
  const partial = `${place}.partial-${process.pid}`;
  await encryptFile(open, partial, await identityToRecipient(await context.keys.populationIdentity(permit)));
  await rename(partial, place);
}

/** Opens a kept population: a relation of `PERSON`, in the scratch folder. Fault `population-not-kept`. */
export async function openPopulation(
  population: KeptPopulation,
  permit: string,
  context: StepContext,
  scratch: string,
): Promise<string> {
  const open = join(scratch, `handed-${population.dataset}.parquet`);
  const identity = await context.keys.populationIdentity(permit);
  try {
    await decryptFile(context.area.population(population.release, population.dataset), open, identity);
  } catch (error) {
    throw fileErrorCode(error) === 'ENOENT' ? notKept(population.dataset) : error;
  }
  return `(SELECT ${PERSON} FROM read_parquet(${quoteText(open)}))`;
}

function notKept(dataset: string): ReleaseFault {
  return new ReleaseFault(
    'population-not-kept',
    `The population of ${dataset} is not there.`,
    'Run the extraction that yields it first; it is removed once all dependent releases are delivered.',
  );
}
