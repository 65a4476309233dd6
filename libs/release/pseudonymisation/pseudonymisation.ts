import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, fileDigest } from '../digest';
import { type Engine, withEngine } from '../engine/engine';
import { quoteName, quoteText } from '../engine/quote';
import { typedView } from '../engine/typed-view';
import { DATA_FOLDER, type Manifest, type ManifestDataset, readManifest } from '../extraction/manifest';
import { done, type Outcome, type Refusal, refused } from '../outcome';
import { packageReader } from '../reception/column-findings';
import { makePrivateFolder } from '../release-area';
import { ReleaseFault } from '../release-fault';
import type { ReleaseJob, StepContext } from '../release-job';
import { describe } from '../selection/compile-condition';
import { outputVariables, sourceOf } from '../selection/compile-selection';
import { isIdentifier } from '../selection/dataset-description';
import { partOf } from '../selection/selection';
import { runStep, type StepFolders } from '../step';
import { makeCodeKey } from './code-key';
import { type DisclosureFinding, type PreparedRelation, smallCells } from './disclosure';
import { identifiersLeft } from './identifiers-left';
import { prepare } from './prepare';

export interface PseudonymisationResult {
  /** Files of the prepared package, as in a manifest; types after generalisation. */
  datasets: ManifestDataset[];
  /** Persons with a pseudonym, those only referred to included. */
  pseudonyms: number;
  /** To be released by a person before delivery; delivery refuses otherwise. */
  findings: DisclosureFinding[];
}

/**
 * Makes `prepared/RELEASE/ATTEMPT` from an accepted package: every person identifier becomes the permit's
 * keyed pseudonym, variables are generalised as the permit says, and the result is looked through for what
 * may disclose a person. Refusals: `identifier-left`, those of reading. Faults: `package-not-received`,
 * `package-changed`, `key-*`, `engine-*`.
 */
export async function pseudonymise(
  job: ReleaseJob,
  context: StepContext,
): Promise<Outcome<PseudonymisationResult>> {
  const prepared = context.area.prepared(job.release, job.attempt);
  const folder = context.area.received(job.release, job.attempt);
  return runStep<PseudonymisationResult>({
    step: 'pseudonymisation',
    record: context.area.delivered(job.release, job.attempt),
    place: prepared,
    work: context.area.work(job.release),
    inputDigest: preparedDigest(job),
    perform: async (folders) => {
      const manifest = await receivedManifest(folder);
      return withEngine(
        { ...context.engine, scratch: folders.scratch, folders: [folders.output, folder] },
        (engine) => perform(engine, folder, manifest, job, context, folders),
      );
    },
  });
}

/** Names what a prepared package was made for; delivery asks for the same. */
export function preparedDigest(
  job: Pick<ReleaseJob, 'release' | 'attempt' | 'holder' | 'selection'>,
): string {
  return digestOf({
    release: job.release,
    attempt: job.attempt,
    holder: job.holder,
    selection: job.selection,
  });
}

async function perform(
  engine: Engine,
  folder: string,
  manifest: Manifest,
  job: ReleaseJob,
  context: StepContext,
  folders: StepFolders,
): Promise<Outcome<PseudonymisationResult>> {
  const refusals = await readPackage(engine, folder, manifest, job);
  if (refusals.length > 0) return refused(...refusals);
  const pseudonyms = await makeCodeKey(
    engine,
    identifierQuery(job),
    await context.keys.pseudonymKey(job.selection.permit),
  );
  await makePrivateFolder(join(folders.output, DATA_FOLDER));
  const result: PseudonymisationResult = { datasets: [], pseudonyms, findings: [] };
  const part = partOf(job.selection, job.holder);
  for (const [index, selected] of part.entries()) {
    const prepared = await prepare(engine, selected, describe(selected.dataset, job.descriptions));
    const file = await write(engine, prepared, folders.output);
    result.datasets.push(file);
    // What is looked through is the file that would be delivered, not what it was made from.
    const written = { ...prepared, relation: `read_parquet(${quoteText(join(folders.output, file.file))})` };
    const left = await identifiersLeft(engine, written);
    refusals.push(...left.refusals);
    result.findings.push(...left.findings, ...(await smallCells(engine, written, job.selection.disclosure)));
    context.progress?.({
      step: 'pseudonymisation',
      part: selected.dataset,
      done: index + 1,
      of: part.length,
    });
  }
  return refusals.length > 0 ? refused(...refusals) : done(result);
}

async function readPackage(
  engine: Engine,
  folder: string,
  manifest: Manifest,
  job: ReleaseJob,
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  for (const selected of partOf(job.selection, job.holder)) {
    const delivered = manifest.datasets.find((dataset) => dataset.dataset === selected.dataset);
    if (!delivered || (await fileDigest(join(folder, delivered.file))) !== delivered.sha256) throw changed();
    const description = describe(selected.dataset, job.descriptions);
    const names = outputVariables(selected, description).map(({ name }) => name);
    refusals.push(...(await typedView(engine, packageReader(folder, delivered), names, description)));
  }
  return refusals;
}

/** All identifiers of the package, in every column that holds them: one person, one pseudonym. */
function identifierQuery(job: ReleaseJob): string {
  const queries = partOf(job.selection, job.holder).flatMap((selected) => {
    const description = describe(selected.dataset, job.descriptions);
    return outputVariables(selected, description)
      .filter(({ name }) => isIdentifier(description, name))
      .map(({ name }) => `SELECT ${quoteName(name)} FROM ${sourceOf(selected.dataset)}`);
  });
  return queries.join(' UNION ALL ');
}

/** Sorted by pseudonym: the order of the identifiers is the order of dates of birth, and would tell it. */
async function write(engine: Engine, prepared: PreparedRelation, folder: string): Promise<ManifestDataset> {
  const { dataset } = prepared.selected;
  const file = `${DATA_FOLDER}/${dataset}.parquet`;
  const path = join(folder, file);
  await engine.run(
    'write a dataset',
    `COPY (SELECT * FROM ${prepared.relation} ORDER BY ALL) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  const [counts] = await engine.rows<{ rows: number; persons: number }>(
    'count the rows written',
    `SELECT count(*) AS "rows", count(DISTINCT ${quoteName(prepared.person)}) AS persons FROM read_parquet(${quoteText(path)})`,
  );
  return {
    dataset,
    file,
    rows: counts?.rows ?? 0,
    persons: counts?.persons ?? 0,
    bytes: (await stat(path)).size,
    sha256: await fileDigest(path),
    variables: prepared.variables,
  };
}

async function receivedManifest(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (manifest) return manifest;
  throw new ReleaseFault(
    'package-not-received',
    'There is no received package for this attempt.',
    'Run the extraction first.',
  );
}

function changed(): ReleaseFault {
  return new ReleaseFault(
    'package-changed',
    'The received package was changed after its reception.',
    'Find out who did; then let the holder deliver again.',
  );
}
