import 'reflect-metadata';

// A pure test that reaches for a database must fail loudly, not find one by chance.
process.env.DATABASE_URL = 'postgres://invalid.invalid:1/no-database-in-unit-tests';
