export * from './embedded-postgres/embedded-postgres';
export { RunningPostgres } from './embedded-postgres/running-postgres';
export * from './platform-error';
