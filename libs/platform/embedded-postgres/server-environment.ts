/**
 * The caller's environment without what would turn the server from its own settings: `PGDATA`, `PGPORT` and
 * their like, and the caller's language, in which its messages would not be understood here.
 */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  );
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
