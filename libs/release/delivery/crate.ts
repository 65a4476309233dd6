import type { Instant } from '@ledtid/time';
import type { ManifestDataset } from '../extraction/manifest';

export const CRATE_FILE = 'ro-crate-metadata.json';

const SPECIFICATION = 'https://w3id.org/ro/crate/1.2';

type Entity = Readonly<Record<string, unknown>>;

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
 * secure processing environment. Paths are those inside the opened package. Written out here because the
 * library for it is under a licence that ours cannot take in (ADR 14).
 */
export function crateOf(description: CrateDescription): string {
  const graph: Entity[] = [
    {
      '@id': CRATE_FILE,
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': SPECIFICATION },
    },
    rootOf(description),
    {
      '@id': '#permit',
      '@type': 'CreativeWork',
      name: `Data permit ${description.permit}`,
      description: 'Use is governed by the data permit (Regulation (EU) 2025/327, Article 68).',
    },
    { '@id': '#holder', '@type': 'Organization', name: description.holder },
    ...description.datasets.flatMap(fileAndVariables),
  ];
  return `${JSON.stringify({ '@context': `${SPECIFICATION}/context`, '@graph': graph }, null, 2)}\n`;
}

function rootOf({ title, release, permit, packagedAt, datasets }: CrateDescription): Entity {
  return {
    '@id': './',
    '@type': 'Dataset',
    name: title,
    description: `Pseudonymised data of one release under the data permit ${permit}.`,
    identifier: release,
    datePublished: packagedAt,
    license: { '@id': '#permit' },
    creator: { '@id': '#holder' },
    hasPart: datasets.map(({ file }) => ({ '@id': file })),
  };
}

function fileAndVariables(dataset: ManifestDataset): Entity[] {
  const variables = dataset.variables.map(({ name, type }) => ({
    '@id': `#${dataset.dataset}/${encodeURIComponent(name)}`,
    '@type': 'PropertyValue',
    name,
    description: type,
  }));
  const file = {
    '@id': dataset.file,
    '@type': 'File',
    name: dataset.dataset,
    encodingFormat: 'application/vnd.apache.parquet',
    contentSize: String(dataset.bytes),
    sha256: dataset.sha256,
    description: `${dataset.rows} rows of ${dataset.persons} persons`,
    variableMeasured: variables.map((variable) => ({ '@id': variable['@id'] })),
  };
  return [file, ...variables];
}
