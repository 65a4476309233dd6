import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * Whose turn it was in the instances of data holders in a tree, kept as one document beside its visits: the report of a
 * holder would have to read half of three million spans each time. Apart from the visits, which other reports read alone.
 * As dispensable as the histories.
 */
const CASE_TURNS = `
  CREATE TABLE case_turns (
    root_id uuid NOT NULL CONSTRAINT case_turns_pkey PRIMARY KEY,
    words text NOT NULL,
    turns json NOT NULL
  )`;

// Unpacking would cost a report more than the room is worth.
const UNPACKED = 'ALTER TABLE case_turns ALTER COLUMN turns SET STORAGE EXTERNAL';

export class CaseTurns1795307020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CASE_TURNS, UNPACKED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_turns');
  }
}
