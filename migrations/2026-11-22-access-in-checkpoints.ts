import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of the access ledger, in each checkpoint from now on. Those of before were signed without. */
export class AccessInCheckpoints1795306600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE checkpoint ADD COLUMN looks bigint, ADD COLUMN looks_hash text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE checkpoint DROP COLUMN looks, DROP COLUMN looks_hash');
  }
}
