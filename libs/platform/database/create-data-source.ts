import { DataSource, type DataSourceOptions, type EntityTarget, type MigrationInterface } from 'typeorm';

/** A class of a migration; `migrations/index.ts` lists them in order. */
export type Migration = new () => MigrationInterface;

export interface DataSourceParts {
  url: string;
  entities?: EntityTarget<object>[];
  migrations?: Migration[];
  /** Connections of TypeORM's own pool. */
  max?: number;
}

/** Name of the table in which TypeORM notes which migrations have run. */
export const MIGRATIONS_TABLE = 'schema_migration';

/**
 * TypeORM on PostgreSQL. It never changes the schema by itself: only `runMigrations` does. Rooms on the
 * floors above hand in their entities, which this floor cannot know.
 */
export function createDataSource(parts: DataSourceParts): DataSource {
  return new DataSource(dataSourceOptions(parts));
}

/** The same as options, for `TypeOrmModule.forRoot` and its like. */
function dataSourceOptions(parts: DataSourceParts): DataSourceOptions {
  return {
    type: 'postgres',
    url: parts.url,
    entities: (parts.entities ?? []) as Extract<DataSourceOptions['entities'], unknown[]>,
    migrations: parts.migrations ?? [],
    migrationsTableName: MIGRATIONS_TABLE,
    synchronize: false,
    installExtensions: false,
    poolSize: parts.max ?? 10,
  };
}
