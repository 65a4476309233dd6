import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes in floods stands in the access ledger once a minute, with how often it came. */
export class CountedAttempts1795306780000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access_record ADD COLUMN times int');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE access_record DROP COLUMN times');
  }
}
