import { join, resolve } from 'node:path';
import type { KeyEncryptionKeys } from '@ledtid/platform';
import Ajv from 'ajv';
import type {
  DatasetDescription,
  DisclosureRule,
  EngineSettings,
  OptOutList,
  SourceConfiguration,
} from '@ledtid/release';
import type { Recorded } from '@ledtid/workflow';

/** Where data come from and go to: configuration of the body, never part of a case. */
export interface ReleaseSettings {
  /** Absolute path of the body's private folders; one file system. */
  readonly area: string;
  readonly keys: { readonly folder: string; readonly keyEncryptionKeys: KeyEncryptionKeys };
  /** The secure processing environment: its folder for packages and its age public key. */
  readonly environment: { readonly folder: string; readonly recipient: string };
  /** By holder. */
  readonly holders: Readonly<Record<string, HolderSettings>>;
  readonly optOuts: readonly OptOutList[];
  /** What the catalogue knows of the datasets. */
  readonly datasets: readonly DatasetDescription[];
  readonly disclosure?: DisclosureRule;
  readonly engine?: EngineSettings;
  /**
   * How a holder's package comes to the body; it lies in the folder already. The demonstration damages one
   * here, as a transfer may. Run again with the same package after a crash.
   */
  readonly transport?: (folder: string, delivery: TransportedDelivery) => Promise<void>;
}

export interface TransportedDelivery {
  readonly holder: string;
  readonly attempt: number;
  /** Of the application, as it was decided on. */
  readonly form: Recorded;
}

interface HolderSettings {
  readonly source: SourceConfiguration;
}

export class ReleaseSettingsError extends Error {
  readonly code = 'sources-invalid';

  constructor(readonly faults: readonly string[]) {
    super(
      `LEDTID_SOURCES cannot be used:\n${faults.map((fault) => `- ${fault}`).join('\n')}\nSee docs/sources.example.json.`,
    );
  }
}

const text = { type: 'string', minLength: 1 };
const list = (items: object) => ({ type: 'array', items });
const source = {
  type: 'object',
  required: ['kind'],
  oneOf: [
    { properties: { kind: { const: 'postgresql' }, connectionString: text }, required: ['connectionString'] },
    { properties: { kind: { enum: ['csv-folder', 'parquet-folder'] }, folder: text }, required: ['folder'] },
  ],
};
const conforms = new Ajv({ allErrors: true, strictRequired: false, strictTypes: false }).compile<
  Omit<ReleaseSettings, 'area' | 'keys'>
>({
  type: 'object',
  additionalProperties: false,
  required: ['environment', 'holders', 'optOuts', 'datasets'],
  properties: {
    environment: {
      type: 'object',
      required: ['folder', 'recipient'],
      properties: { folder: text, recipient: { type: 'string', pattern: '^age1' } },
    },
    holders: {
      type: 'object',
      additionalProperties: { type: 'object', required: ['source'], properties: { source } },
    },
    optOuts: list({
      type: 'object',
      required: ['kind', 'source', 'table', 'identifierFormat'],
      properties: { kind: { enum: ['article-71', 'national'] }, source },
    }),
    datasets: list({
      type: 'object',
      required: ['dataset', 'holder', 'table', 'personIdentifier', 'identifierFormat', 'variables'],
    }),
    disclosure: { type: 'object', required: ['threshold', 'quasiIdentifiers'] },
    engine: { type: 'object' },
  },
});

/**
 * The settings from what LEDTID_SOURCES holds, with the folders below the data directory. Throws
 * `ReleaseSettingsError` naming places, never values: a source holds passwords.
 */
export function releaseSettings(
  sources: unknown,
  dataDirectory: string,
  keyEncryptionKey: Buffer,
): ReleaseSettings {
  if (!conforms(sources)) {
    const faults = (conforms.errors ?? []).map(
      (error) => `${error.instancePath || '/'}: ${error.message ?? ''}`,
    );
    throw new ReleaseSettingsError([...new Set(faults)]);
  }
  const root = resolve(dataDirectory);
  return {
    ...sources,
    area: join(root, 'releases'),
    keys: {
      folder: join(root, 'permit-keys'),
      keyEncryptionKeys: { current: 'configured', keys: { configured: keyEncryptionKey } },
    },
  };
}
