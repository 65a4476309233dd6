import type { Instant } from '@ledtid/time';
import { ROCrate } from 'ro-crate';
import type { ManifestDataset } from '../extraction/manifest';

export const CRATE_FILE = 'ro-crate-metadata.json';

export interface CrateDescription {
  title: string;
  release: string;
  permit: string;
  holder: string;
  packagedAt: Instant;
  datasets: ManifestDataset[];
}

/**
 * RO-Crate 1.2 metadata of a package: its files with rows, checksums and variables, for the user in the
 * secure processing environment. Paths are those inside the opened package.
 */
export function crateOf(description: CrateDescription): string {
  const crate = new ROCrate({}, { array: false, link: false });
  const root = crate.rootDataset as Record<string, unknown>;
  root.name = description.title;
  root.description = `Pseudonymised data of one release under the data permit ${description.permit}.`;
  root.identifier = description.release;
  root.datePublished = description.packagedAt;
  root.license = { '@id': '#permit' };
  root.creator = { '@id': '#holder' };
  root.hasPart = description.datasets.map((dataset) => ({ '@id': dataset.file }));
  crate.addEntity({
    '@id': '#permit',
    '@type': 'CreativeWork',
    name: `Data permit ${description.permit}`,
    description: 'Use is governed by the data permit (Regulation (EU) 2025/327, Article 68).',
  });
  crate.addEntity({ '@id': '#holder', '@type': 'Organization', name: description.holder });
  for (const dataset of description.datasets) addDataset(crate, dataset);
  return `${JSON.stringify(crate.toJSON(), null, 2)}\n`;
}

function addDataset(crate: ROCrate, dataset: ManifestDataset): void {
  const variables = dataset.variables.map((variable) => ({
    '@id': `#${dataset.dataset}/${encodeURIComponent(variable.name)}`,
    variable,
  }));
  crate.addEntity({
    '@id': dataset.file,
    '@type': 'File',
    name: dataset.dataset,
    encodingFormat: 'application/vnd.apache.parquet',
    contentSize: String(dataset.bytes),
    sha256: dataset.sha256,
    description: `${dataset.rows} rows of ${dataset.persons} persons`,
    variableMeasured: variables.map(({ '@id': id }) => ({ '@id': id })),
  });
  for (const { '@id': id, variable } of variables) {
    crate.addEntity({ '@id': id, '@type': 'PropertyValue', name: variable.name, description: variable.type });
  }
}
