import type { MigrationInterface, QueryRunner } from 'typeorm';

const TOLD = 'track, outcome, registration_number, created_at, first_submitted_at, ended_at, characteristics';

/*
 * Rows of `instance` are wide, and a report asks all of them a few narrow questions. These indexes answer alone.
 * What they hold changes when a case is submitted and when it ends, and other indexes change then anyway: every
 * other command finds nothing more to do.
 */
const WIDENED = [
  `CREATE INDEX instance_cases ON instance (id) INCLUDE (parent_id, root_id, workflow, holder, ${TOLD})
   WHERE parent_id IS NULL`,
  'DROP INDEX instance_by_workflow',
  `CREATE INDEX instance_by_workflow ON instance (workflow, status, id) INCLUDE (parent_id, root_id, holder, ${TOLD})`,
  'DROP INDEX instance_by_holder',
  'CREATE INDEX instance_by_holder ON instance (holder) INCLUDE (root_id) WHERE holder IS NOT NULL',
];

const AS_BEFORE = [
  'DROP INDEX instance_by_holder',
  'CREATE INDEX instance_by_holder ON instance (holder) WHERE holder IS NOT NULL',
  'DROP INDEX instance_by_workflow',
  'CREATE INDEX instance_by_workflow ON instance (workflow, status, id)',
  'DROP INDEX instance_cases',
];

export class ReportIndexes1795305900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of WIDENED) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of AS_BEFORE) await runner.query(statement);
  }
}
