import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the party whose turn it is was asked why a span stands; told by the ledger's CAUSE_ASKED. */
export class CauseAsked1795305840000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE span ADD COLUMN cause_asked_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE span DROP COLUMN cause_asked_at');
  }
}
