import { DuckDBInstance } from '@duckdb/node-api';

/** The rows of a Parquet file, whole numbers and days as text, numbers as numbers. For small files. */
export async function parquetRows(path: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll('SELECT * FROM read_parquet($1)', [path]);
    return reader.getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
