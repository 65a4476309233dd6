import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * Roles lent in an instance; told by the ledger's DELEGATE and WITHDRAW_DELEGATION. Few instances have any: the index
 * holds those alone, so that a list asks it for what was lent to its reader, and no other command touches it.
 */
const STATEMENTS = [
  `ALTER TABLE instance ADD COLUMN delegations jsonb NOT NULL DEFAULT '[]'`,
  `CREATE INDEX instance_by_delegation ON instance USING gin (delegations jsonb_path_ops) WHERE delegations <> '[]'`,
];

export class Delegations1795306960000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE instance DROP COLUMN delegations');
  }
}
