import { join } from 'node:path';
import { withSource } from '../connectors/open-source';
import { foldersOf } from '../connectors/source';
import { digestOf } from '../digest';
import { type Engine, withEngine } from '../engine/engine';
import { listsThatCount, loadOptOuts } from '../opt-outs';
import { done, type Outcome, refusal, refused } from '../outcome';
import { keepPopulation } from '../population-vault';
import { makePrivateFolder } from '../release-area';
import type { StepContext } from '../release-job';
import { checkSelection } from '../selection/check-selection';
import { columnsNeeded } from '../selection/columns-needed';
import { describe } from '../selection/compile-condition';
import { populationsNeeded, populationsYielded } from '../selection/compile-selection';
import { partOf } from '../selection/selection';
import { runStep, type StepFolders } from '../step';
import type { ExtractionInput } from './extraction-input';
import { formPopulations, type Population } from './form-populations';
import { loadSource, type TableToLoad } from './load-source';
import { DATA_FOLDER, type Manifest, writeManifest } from './manifest';
import { writeDataset } from './write-dataset';

export interface ExtractionResult {
  manifest: Manifest;
  /** Datasets whose population the body now keeps for other releases. */
  populationsKept: string[];
}

/**
 * Executes one holder's part of a permit: exactly the permitted variables of exactly the permitted persons,
 * opt-outs honoured, into `received/RELEASE/ATTEMPT` of the body. Refusals: those of `checkSelection`,
 * `nothing-permitted`, `population-missing`, `source-lacks-*`, `values-not-as-described`,
 * `person-identifier-malformed`. Faults: `source-unreachable`, `opt-out-list-*`, `population-not-kept`, `engine-*`.
 */
export async function extract(
  input: ExtractionInput,
  context: StepContext,
): Promise<Outcome<ExtractionResult>> {
  const checked = checkSelection(input.selection, input.descriptions);
  if (!checked.done) return checked;
  const missing = missingParts(input);
  if (missing) return refused(missing);
  return runStep<ExtractionResult>({
    step: 'extraction',
    record: context.area.delivered(input.release, input.attempt),
    place: context.area.received(input.release, input.attempt),
    work: context.area.work(input.release),
    inputDigest: extractionDigest(input),
    perform: (folders) => perform(input, context, folders),
  });
}

async function perform(
  input: ExtractionInput,
  context: StepContext,
  folders: StepFolders,
): Promise<Outcome<ExtractionResult>> {
  const readable = [
    folders.output,
    ...foldersOf([input.source, ...input.optOuts.map((list) => list.source)]),
  ];
  const scope = { ...context.engine, scratch: folders.scratch, folders: readable };
  return withEngine(scope, async (engine) => {
    await loadOptOuts(
      engine,
      listsThatCount(input.optOuts, input.selection),
      input.permitIssuedAt,
      folders.scratch,
    );
    told(context, input, 'opt-outs', 1);
    return withSource(input.source, folders.scratch, async (source) => {
      const loaded = await loadSource(engine, source, tablesToLoad(input));
      if (!loaded.done) return loaded;
      told(context, input, 'source', 2);
      const populations = await formPopulations(engine, input, context, folders.scratch);
      told(context, input, 'population', 3);
      return done(await writePackage(engine, input, context, folders, populations));
    });
  });
}

async function writePackage(
  engine: Engine,
  input: ExtractionInput,
  context: StepContext,
  folders: StepFolders,
  populations: Population[],
): Promise<ExtractionResult> {
  await makePrivateFolder(join(folders.output, DATA_FOLDER));
  const datasets = [];
  for (const [index, selected] of partOf(input.selection, input.holder).entries()) {
    datasets.push(await writeDataset(engine, selected, input, folders.output));
    told(context, input, selected.dataset, 4 + index);
  }
  const kept = populationsYielded(input.selection, input.holder);
  for (const dataset of kept) {
    await keepPopulation(
      engine,
      { dataset, release: input.release },
      input.selection.permit,
      context,
      folders.scratch,
    );
  }
  const manifest: Manifest = {
    format: 'ledtid-extraction/1',
    release: input.release,
    attempt: input.attempt,
    permit: input.selection.permit,
    holder: input.holder,
    selectionDigest: digestOf(input.selection),
    datasets,
    populations,
  };
  await writeManifest(folders.output, manifest);
  return { manifest, populationsKept: kept };
}

function missingParts(input: ExtractionInput): ReturnType<typeof refusal> | undefined {
  if (partOf(input.selection, input.holder).length === 0) {
    return refusal(
      'nothing-permitted',
      `The permit lets nothing out of ${input.holder}.`,
      'Cancel the release.',
      { holder: input.holder },
    );
  }
  const missing = populationsNeeded(input.selection, input.holder).find(
    ({ dataset }) => !input.populations.some((kept) => kept.dataset === dataset),
  );
  if (!missing) return undefined;
  return refusal(
    'population-missing',
    `The part of ${input.holder} needs the population of ${missing.dataset} at ${missing.holder}.`,
    'Wait for that release, and name it in populations.',
    missing,
  );
}

function tablesToLoad(input: ExtractionInput): TableToLoad[] {
  return [...columnsNeeded(input.selection, input.holder)].map(([dataset, columns]) => ({
    description: describe(dataset, input.descriptions),
    columns: [...columns],
  }));
}

/** Where a source lies may change between two tries (another host name); what is taken from it may not. */
function extractionDigest({
  release,
  attempt,
  holder,
  selection,
  permitIssuedAt,
  descriptions,
  populations,
}: ExtractionInput): string {
  return digestOf({ release, attempt, holder, selection, permitIssuedAt, descriptions, populations });
}

function told(context: StepContext, input: ExtractionInput, part: string, doneParts: number): void {
  context.progress?.({
    step: 'extraction',
    part,
    done: doneParts,
    of: 3 + partOf(input.selection, input.holder).length,
  });
}
