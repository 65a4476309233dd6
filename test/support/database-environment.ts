import 'reflect-metadata';

// A test works on its own clone (createTestDatabase), never on what the shell happens to point to.
process.env.DATABASE_URL = 'postgres://invalid.invalid:1/use-create-test-database';
