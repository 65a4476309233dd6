import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What cases are told apart by, from their form. Cases submitted before have none: their ledger does not tell
 * them. The default spares a rewrite of the table; the writer always names the column.
 */
export class Characteristics1795305780000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE instance ADD COLUMN characteristics text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE instance DROP COLUMN characteristics');
  }
}
