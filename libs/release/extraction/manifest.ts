import { join } from 'node:path';
import Ajv from 'ajv';
import { readJson, writeWhole } from '../files';
import type { OutputVariable } from '../selection/compile-selection';

/** What a holder says about the package it delivers. Counts and digests, never an identifier. */
export interface Manifest {
  format: 'ledtid-extraction/1';
  release: string;
  attempt: number;
  permit: string;
  holder: string;
  /** Digest of the whole permit's selection. */
  selectionDigest: string;
  datasets: ManifestDataset[];
  populations: { dataset: string; persons: number; optedOut: number }[];
}

export interface ManifestDataset {
  dataset: string;
  /** Path inside the package. */
  file: string;
  rows: number;
  persons: number;
  bytes: number;
  sha256: string;
  variables: OutputVariable[];
}

const MANIFEST_FILE = 'manifest.json';
/** Folder of the data files inside a package. */
export const DATA_FOLDER = 'data';

const TYPES = ['text', 'integer', 'decimal', 'boolean', 'date', 'timestamp'];
const text = { type: 'string', minLength: 1 };
const count = { type: 'integer', minimum: 0 };

function shape(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', required: Object.keys(properties), properties };
}

const conforms = new Ajv().compile<Manifest>(
  shape({
    format: { const: 'ledtid-extraction/1' },
    release: text,
    attempt: count,
    permit: text,
    holder: text,
    selectionDigest: text,
    datasets: {
      type: 'array',
      items: shape({
        dataset: text,
        file: {
          type: 'string',
          pattern: `^${DATA_FOLDER}/[A-Za-z0-9_-][A-Za-z0-9_.-]*\\.(parquet|csv|csv\\.gz)$`,
        },
        rows: count,
        persons: count,
        bytes: count,
        sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
        variables: { type: 'array', items: shape({ name: text, type: { enum: TYPES } }) },
      }),
    },
    populations: { type: 'array', items: shape({ dataset: text, persons: count, optedOut: count }) },
  }),
);

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeWhole(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The manifest of a package, or `undefined` when there is none that can be read as one. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const candidate = await readJson<unknown>(join(folder, MANIFEST_FILE));
    return conforms(candidate) ? candidate : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
