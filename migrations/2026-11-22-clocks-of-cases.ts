import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Case and holder stand with each clock, as they do with each span: reports count a million without looking them up. */
export class ClocksOfCases1795306420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE clock_cycle ADD COLUMN root_id uuid, ADD COLUMN holder text');
    await runner.query(
      `UPDATE clock_cycle SET root_id = instance.root_id, holder = instance.holder
       FROM instance WHERE instance.id = clock_cycle.instance_id`,
    );
    await runner.query('ALTER TABLE clock_cycle ALTER COLUMN root_id SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE clock_cycle DROP COLUMN holder, DROP COLUMN root_id');
  }
}
