import { access } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Engine } from '../engine/engine';
import { quoteName, quoteText } from '../engine/quote';
import { done, type Outcome, refusal, refused } from '../outcome';
import { fileErrorCode, ReleaseFault } from '../release-fault';
import { csvReader } from './csv-reader';
import { fileColumns } from './file-columns';
import type { FolderConfiguration, Source, TableRequest } from './source';

const ENDINGS = { 'csv-folder': ['.csv', '.csv.gz'], 'parquet-folder': ['.parquet'] };

/** A folder of CSV or Parquet files, read in place by the engine. */
export class FileSource implements Source {
  constructor(private readonly configuration: FolderConfiguration) {
    if (!isAbsolute(configuration.folder)) {
      throw new ReleaseFault(
        'source-misconfigured',
        'The folder of a source is not an absolute path.',
        'Configure the whole path.',
      );
    }
  }

  async relation({ table, columns }: TableRequest, engine: Engine): Promise<Outcome<string>> {
    if (!(await exists(this.configuration.folder))) {
      throw new ReleaseFault(
        'source-unreachable',
        'The folder of the source is not there.',
        'Mount it, then re-drive the step.',
      );
    }
    const path = await this.find(table);
    if (!path)
      return refused(
        refusal(
          'source-lacks-table',
          `The source has no file for ${table}.`,
          'Put the file there, or correct the dataset’s description.',
          { table },
        ),
      );
    const reader = this.reader(path);
    const present = new Set((await fileColumns(engine, reader)).map((column) => column.name));
    const missing = columns.filter((column) => !present.has(column));
    if (missing.length > 0) return refused(...missing.map((variable) => lacks(table, variable)));
    const selected = columns.map((column) => `CAST(${quoteName(column)} AS VARCHAR) AS ${quoteName(column)}`);
    return done(`(SELECT ${selected.join(', ')} FROM ${reader})`);
  }

  async close(): Promise<void> {}

  private reader(path: string): string {
    return this.configuration.kind === 'parquet-folder'
      ? `read_parquet(${quoteText(path)})`
      : csvReader(path, this.configuration);
  }

  /** A table is a plain file name: one with a path in it could read another holder's folder. */
  private async find(table: string): Promise<string | undefined> {
    if (!/^[\p{L}\p{N}_][\p{L}\p{N}_. -]*$/u.test(table)) return undefined;
    for (const ending of ENDINGS[this.configuration.kind]) {
      const path = join(this.configuration.folder, table + ending);
      if (await exists(path)) return path;
    }
    return undefined;
  }
}

function lacks(table: string, variable: string): ReturnType<typeof refusal> {
  return refusal(
    'source-lacks-variable',
    `${table} has no column ${variable}.`,
    'Add the column at the source, or correct the dataset’s description.',
    { table, variable },
  );
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return false;
    throw new ReleaseFault(
      'source-unreachable',
      'The folder of the source cannot be read.',
      'Give the worker’s account access to it, then re-drive the step.',
    );
  }
}
