import { FileSource } from './file-source';
import { PostgresqlSource } from './postgresql-source';
import type { Source, SourceConfiguration } from './source';

/** Opens a source for some work and closes it however that ends. */
export async function withSource<T>(
  configuration: SourceConfiguration,
  scratch: string,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const source =
    configuration.kind === 'postgresql'
      ? await PostgresqlSource.open(configuration, scratch)
      : new FileSource(configuration);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}
