import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileDigest } from '../digest';
import type { Engine } from '../engine/engine';
import { quoteName, quoteText } from '../engine/quote';
import type { ReleaseJob } from '../release-job';
import { describe } from '../selection/compile-condition';
import { compileRows, outputVariables } from '../selection/compile-selection';
import type { DatasetSelection } from '../selection/selection';
import { DATA_FOLDER, type ManifestDataset } from './manifest';

/** Writes the permitted rows of one dataset as Parquet (zstd) and describes the file for the manifest. */
export async function writeDataset(
  engine: Engine,
  selected: DatasetSelection,
  job: ReleaseJob,
  folder: string,
): Promise<ManifestDataset> {
  const description = describe(selected.dataset, job.descriptions);
  const file = `${DATA_FOLDER}/${selected.dataset}.parquet`;
  const path = join(folder, file);
  const rows = compileRows(selected, job.selection, job.descriptions);
  await engine.run(
    'write a dataset',
    `COPY (${rows.sql}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`,
    rows.parameters,
  );
  const person = quoteName(description.personIdentifier);
  const [counts] = await engine.rows<{ rows: number; persons: number }>(
    'count the rows written',
    `SELECT count(*) AS "rows", count(DISTINCT ${person}) AS persons FROM read_parquet(${quoteText(path)})`,
  );
  return {
    dataset: selected.dataset,
    file,
    rows: counts?.rows ?? 0,
    persons: counts?.persons ?? 0,
    bytes: (await stat(path)).size,
    sha256: await fileDigest(path),
    variables: outputVariables(selected, description),
  };
}
