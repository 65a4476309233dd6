import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * The visits to stages in a tree of instances, kept as one document beside its history: of three million spans
 * reports would have to find a million visits anew each time. As dispensable as the histories.
 */
const CASE_VISITS = `
  CREATE TABLE case_visits (
    root_id uuid NOT NULL CONSTRAINT case_visits_pkey PRIMARY KEY,
    began bigint NOT NULL,
    ended bigint,
    instances uuid[] NOT NULL,
    visits json NOT NULL
  )`;

// Unpacking would cost a report more than the room is worth.
const UNPACKED = 'ALTER TABLE case_visits ALTER COLUMN visits SET STORAGE EXTERNAL';

export class CaseVisits1795306120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CASE_VISITS, UNPACKED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_visits');
  }
}
