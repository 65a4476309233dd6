import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, fileDigest } from '../digest';
import { DATA_FOLDER, type Manifest, type ManifestDataset } from '../extraction/manifest';
import { type Refusal, refusal } from '../outcome';
import { fileErrorCode } from '../release-fault';
import type { ReleaseJob } from '../release-job';
import { partOf } from '../selection/selection';

const SEND_AGAIN = 'Send the package again, whole.';

/** Is the package whole, and the one that was asked for? Nothing in the files is read but their bytes. */
export async function packageFindings(
  folder: string,
  manifest: Manifest,
  job: ReleaseJob,
): Promise<Refusal[]> {
  const files = await Promise.all(manifest.datasets.map((dataset) => fileFinding(folder, dataset)));
  return [
    ...identityFindings(manifest, job),
    ...datasetFindings(manifest, job),
    ...files.flat(),
    ...(await undescribed(folder, manifest)),
  ];
}

function identityFindings(manifest: Manifest, job: ReleaseJob): Refusal[] {
  const matches =
    manifest.release === job.release &&
    manifest.holder === job.holder &&
    manifest.permit === job.selection.permit &&
    manifest.selectionDigest === digestOf(job.selection);
  if (matches) return [];
  return [
    refusal(
      'package-of-another-release',
      'The package was made for another release, or for another version of the permit.',
      'Extract anew for this release.',
    ),
  ];
}

function datasetFindings(manifest: Manifest, job: ReleaseJob): Refusal[] {
  const permitted = partOf(job.selection, job.holder).map((selected) => selected.dataset);
  const delivered = manifest.datasets.map((dataset) => dataset.dataset);
  const missing = permitted.filter((dataset) => !delivered.includes(dataset));
  const beyond = delivered.filter((dataset) => !permitted.includes(dataset)).length;
  const twice = delivered.filter((dataset, index) => delivered.indexOf(dataset) !== index);
  return [
    ...missing.map((dataset) =>
      refusal('dataset-missing', `The dataset ${dataset} is not in the package.`, SEND_AGAIN, { dataset }),
    ),
    ...(beyond === 0
      ? []
      : [
          refusal(
            'dataset-not-permitted',
            `${beyond} datasets of the package are not in the permit.`,
            'Leave them out.',
            { count: beyond },
          ),
        ]),
    ...twice.map((dataset) =>
      refusal('dataset-twice', `The dataset ${dataset} is in the package twice.`, SEND_AGAIN, { dataset }),
    ),
  ];
}

async function fileFinding(folder: string, dataset: ManifestDataset): Promise<Refusal[]> {
  const details = { dataset: dataset.dataset };
  try {
    const path = join(folder, dataset.file);
    const intact = (await stat(path)).size === dataset.bytes && (await fileDigest(path)) === dataset.sha256;
    return intact
      ? []
      : [
          refusal(
            'checksum-differs',
            `The file of ${dataset.dataset} is not the one that was sent.`,
            SEND_AGAIN,
            details,
          ),
        ];
  } catch (error) {
    if (fileErrorCode(error) !== 'ENOENT') throw error;
    return [
      refusal('file-missing', `The file of ${dataset.dataset} is not in the package.`, SEND_AGAIN, details),
    ];
  }
}

async function undescribed(folder: string, manifest: Manifest): Promise<Refusal[]> {
  const described = new Set(manifest.datasets.map((dataset) => dataset.file));
  const present = await readdir(join(folder, DATA_FOLDER)).catch(missingFolder);
  const count = present.filter((name) => !described.has(`${DATA_FOLDER}/${name}`)).length;
  // File names are not repeated: a holder may have named a file after a person.
  return count === 0
    ? []
    : [
        refusal(
          'file-not-described',
          `${count} files of the package stand in no manifest.`,
          'Leave them out.',
          { count },
        ),
      ];
}

function missingFolder(error: unknown): string[] {
  if (fileErrorCode(error) === 'ENOENT') return [];
  throw error;
}
