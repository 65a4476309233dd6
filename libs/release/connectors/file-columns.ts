import type { Engine } from '../engine/engine';

export interface FileColumn {
  name: string;
  /** The engine's name of the type; `VARCHAR` for every column of a CSV file. */
  type: string;
}

/** The columns that a file really has. `reader` is `csvReader(…)` or `read_parquet(…)`. */
export async function fileColumns(engine: Engine, reader: string): Promise<FileColumn[]> {
  return engine.rows<{ name: string; type: string }>(
    'read the header of a file',
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${reader})`,
  );
}
