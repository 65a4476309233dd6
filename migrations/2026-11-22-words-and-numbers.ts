import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * What is kept for reports, with words, which are alike in many cases, apart from numbers, which lie in one list: a
 * report over a hundred thousand cases takes them apart in a third of the time. What was kept is made anew: without
 * histories every tree counts as one of which nothing is kept.
 */
const FORGOTTEN = 'TRUNCATE case_history, case_sheet, case_visits';

const VISITS = `
  ALTER TABLE case_visits
    ADD COLUMN members text NOT NULL,
    ADD COLUMN tracks text NOT NULL`;

const SHEETS = `
  ALTER TABLE case_sheet
    DROP COLUMN sheet,
    ADD COLUMN words text NOT NULL,
    ADD COLUMN numbers json NOT NULL`;

const VISITS_AS_BEFORE = 'ALTER TABLE case_visits DROP COLUMN members, DROP COLUMN tracks';

const SHEETS_AS_BEFORE = `
  ALTER TABLE case_sheet
    DROP COLUMN words,
    DROP COLUMN numbers,
    ADD COLUMN sheet json NOT NULL`;

export class WordsAndNumbers1795306300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [FORGOTTEN, VISITS, SHEETS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [FORGOTTEN, VISITS_AS_BEFORE, SHEETS_AS_BEFORE]) await runner.query(statement);
  }
}
