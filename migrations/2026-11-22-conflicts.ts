import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has declared a conflict of interest in an instance; told by the ledger's DECLARE_CONFLICT and LIFT_CONFLICT. */
export class Conflicts1795306900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE instance ADD COLUMN conflicts text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE instance DROP COLUMN conflicts');
  }
}
