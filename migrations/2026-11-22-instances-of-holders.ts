import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * The index of data holders' instances answers alone what the report of a holder asks of them: rows of `instance` are wide,
 * and in the others every instance is to be looked through. What it holds they hold too: no command has more to do.
 */
const WIDENED = [
  'DROP INDEX instance_by_holder',
  `CREATE INDEX instance_by_holder ON instance (holder)
   INCLUDE (id, root_id, parent_id, workflow, track, registration_number, created_at, first_submitted_at, ended_at)
   WHERE holder IS NOT NULL`,
];

const AS_BEFORE = [
  'DROP INDEX instance_by_holder',
  'CREATE INDEX instance_by_holder ON instance (holder) INCLUDE (root_id) WHERE holder IS NOT NULL',
];

export class InstancesOfHolders1795307080000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of WIDENED) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of AS_BEFORE) await runner.query(statement);
  }
}
