import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMigrations } from '@ledtid/platform';
import { MIGRATIONS } from '../../migrations';
import { FORMATS, type Format, makeLog } from '../exchange/made-log';
import type { ImportTasks } from '../import-process';
import { BenchDatabases } from '../support/bench-databases';
import { Child } from '../support/child-process';
import { describeEnvironment } from '../support/environment';
import { rounded } from '../support/figures';
import type { Proof } from './proof';

const MOST_SECONDS = 20;
const MOST_GROWTH = 1.2;
const FULL_SIZE = { smaller: 25_000, larger: 250_000, seed: 20_261_122 };

interface ImportSettings {
  readonly databaseUrl: string;
  /** Events of the two logs. */
  readonly smaller: number;
  readonly larger: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
}

interface ImportedSize {
  readonly events: number;
  readonly cases: number;
  readonly seconds: number;
  readonly peakMebibytes: number;
}

interface ImportedFormat {
  readonly format: Format;
  readonly smaller: ImportedSize;
  readonly larger: ImportedSize;
  /** Peak memory of the larger log over that of the smaller. */
  readonly growth: number;
}

export const importProof: Proof = {
  claim: `a log of ${FULL_SIZE.larger} events imports in under ${MOST_SECONDS} s, with peak memory at most ${MOST_GROWTH} times that of ${FULL_SIZE.smaller}`,
  async run({ databaseUrl, progress }) {
    const url = await databaseUrl();
    const environment = await describeEnvironment(url);
    const formats = await importBothSizes({ ...FULL_SIZE, databaseUrl: url, progress });
    return {
      ...{ name: 'import', ...environment, ...FULL_SIZE, formats },
      holds: formats.every(({ larger, growth }) => larger.seconds < MOST_SECONDS && growth <= MOST_GROWTH),
      summary: formats.map(sentence),
    };
  },
};

/** Makes both logs in every format and imports each into a fresh database, in a process of its own. */
export async function importBothSizes(settings: ImportSettings): Promise<ImportedFormat[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ledtid-import-'));
  const databases = new BenchDatabases(settings.databaseUrl);
  try {
    const found: ImportedFormat[] = [];
    for (const format of FORMATS) {
      const smaller = await importOne(settings, { folder, databases, format, events: settings.smaller });
      const larger = await importOne(settings, { folder, databases, format, events: settings.larger });
      const growth = rounded(larger.peakMebibytes / smaller.peakMebibytes, 3);
      found.push({ format, smaller, larger, growth });
      settings.progress(sentence({ format, smaller, larger, growth }));
    }
    return found;
  } finally {
    await databases.dropAll();
    await rm(folder, { recursive: true });
  }
}

interface OneImport {
  readonly folder: string;
  readonly databases: BenchDatabases;
  readonly format: Format;
  readonly events: number;
}

async function importOne({ seed }: ImportSettings, one: OneImport): Promise<ImportedSize> {
  const path = join(one.folder, `${one.events}.${one.format}`);
  await makeLog(path, one.format, one.events, seed);
  const databaseUrl = await one.databases.create();
  await runMigrations(databaseUrl, MIGRATIONS);
  await one.databases.settle();
  const child = new Child<ImportTasks>('import-process');
  try {
    const columns = { start: 'start_timestamp' };
    const measured = await child.ask('import', { databaseUrl, path, options: { name: 'made', columns } });
    const { events, cases, seconds, peakBytes } = measured;
    return { events, cases, seconds: rounded(seconds), peakMebibytes: rounded(peakBytes / 2 ** 20, 1) };
  } finally {
    await child.end();
    await rm(path);
  }
}

function sentence({ format, smaller, larger, growth }: ImportedFormat): string {
  return (
    `${format}: ${larger.events} events in ${larger.seconds} s, peak ${larger.peakMebibytes} MiB; ` +
    `${smaller.events} events in ${smaller.seconds} s, peak ${smaller.peakMebibytes} MiB: ${growth} times.`
  );
}
