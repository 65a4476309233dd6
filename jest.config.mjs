/**
 * Two speeds in one run. `*.spec.ts` is pure: its DATABASE_URL is invalid, so a test that reaches for a
 * database fails instead of becoming slow. `*.database-spec.ts` gets a clone of a migrated template.
 */
const shared = {
  testEnvironment: 'node',
  // Nest 12, Bull Board and a few others ship ES modules only, which Jest on Node 20 cannot require.
  transform: { '^.+\\.(t|j|mj)s$': ['@swc/jest'] },
  transformIgnorePatterns: [],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  moduleNameMapper: {
    '^@ledtid/workflows$': '<rootDir>/workflows/index.ts',
    '^@ledtid/([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.ledtid'],
  roots: [
    '<rootDir>/apps',
    '<rootDir>/libs',
    '<rootDir>/workflows',
    '<rootDir>/test',
    '<rootDir>/bench',
    '<rootDir>/scripts',
    '<rootDir>/migrations',
  ],
};

const database = {
  ...shared,
  displayName: 'database',
  testMatch: ['**/*.database-spec.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/stop-database.ts',
  setupFiles: ['<rootDir>/test/support/database-environment.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
};

/**
 * `npm run test:redis`: the tests about queues once more, with the jobs on Redis instead of PostgreSQL, and what is on
 * Redis alone.
 */
const redis = {
  ...database,
  displayName: 'redis',
  testMatch: ['**/*queue*.database-spec.ts', '**/*.redis-spec.ts'],
};

const unit = {
  ...shared,
  displayName: 'unit',
  testMatch: ['**/*.spec.ts'],
  setupFiles: ['<rootDir>/test/support/unit-environment.ts'],
};

/** `npm run test:browser`: the built product with its demonstration, in a real Chromium. */
const browser = {
  ...shared,
  displayName: 'browser',
  testMatch: ['**/*.browser-spec.ts'],
  // Playwright is as it comes. The workflows need packages that are ES modules only.
  transformIgnorePatterns: ['/node_modules/(playwright-core|@?axe-core)/'],
  globalSetup: '<rootDir>/test/browser/support/start-product.cjs',
  globalTeardown: '<rootDir>/test/browser/support/stop-product.cjs',
  setupFilesAfterEnv: ['<rootDir>/test/browser/support/patience.ts'],
};

function projects({ LEDTID_TEST_REDIS: onRedis, LEDTID_TEST_BROWSER: inBrowser }) {
  if (inBrowser !== undefined) return [browser];
  return onRedis === undefined ? [unit, database] : [redis];
}

export default { maxWorkers: 2, projects: projects(process.env) };
