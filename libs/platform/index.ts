export * from './database/create-data-source';
export * from './database/create-pool';
export * from './database/prepare';
export * from './database/run-migrations';
export * from './database/with-transaction';
export * from './embedded-postgres/embedded-postgres';
export { RunningPostgres } from './embedded-postgres/running-postgres';
export * from './platform-error';
export * from './platform.module';
