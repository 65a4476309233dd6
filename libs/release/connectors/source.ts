import type { Engine } from '../engine/engine';
import type { Outcome } from '../outcome';

/** Where a holder's data lie. Secrets stay in here: no error, result or log repeats a configuration. */
export type SourceConfiguration = PostgresqlConfiguration | FolderConfiguration;

export interface PostgresqlConfiguration {
  kind: 'postgresql';
  connectionString: string;
  /** Schema of the tables; default `public`. */
  schema?: string;
}

export interface FolderConfiguration {
  /** `csv-folder`: `TABLE.csv` or `TABLE.csv.gz`, with a header. `parquet-folder`: `TABLE.parquet`. */
  kind: 'csv-folder' | 'parquet-folder';
  /** Absolute path. */
  folder: string;
  delimiter?: string;
  /** How a missing value is written; default the empty text. */
  missing?: string[];
}

/** A table to read, and of it only these columns. */
export interface TableRequest {
  table: string;
  columns: string[];
}

export interface Source {
  /**
   * Makes a table readable for the engine and yields a relation whose columns are all text.
   * Refusals: `source-lacks-table`, `source-lacks-variable`. Faults: `source-unreachable`.
   */
  relation(request: TableRequest, engine: Engine): Promise<Outcome<string>>;
  close(): Promise<void>;
}

/** The folders that the engine must be allowed to read for these sources. */
export function foldersOf(configurations: SourceConfiguration[]): string[] {
  return configurations.flatMap((configuration) => ('folder' in configuration ? [configuration.folder] : []));
}
