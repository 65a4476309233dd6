import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * Rows of the access ledger go when their time is up, but only up to where a signed checkpoint says so: the database
 * itself lets no others go. Who makes up a checkpoint that says more is found out by `ledtid verify`.
 */
const REFUSE = `
  CREATE FUNCTION refuse_unsigned_cut() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM gone WHERE number > coalesce((
      SELECT (cut->>'looks')::bigint FROM checkpoint WHERE cut IS NOT NULL ORDER BY number DESC LIMIT 1), 0))
    THEN
      RAISE EXCEPTION 'No checkpoint says that these looks may go.'
        USING ERRCODE = 'restrict_violation', HINT = 'Use ledtid prune.';
    END IF;
    RETURN NULL;
  END $$`;

const GUARDS = [
  'DROP TRIGGER access_record_append_only ON access_record',
  `CREATE TRIGGER access_record_append_only BEFORE UPDATE OR TRUNCATE ON access_record
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()`,
  `CREATE TRIGGER access_record_signed_cut AFTER DELETE ON access_record REFERENCING OLD TABLE AS gone
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_unsigned_cut()`,
];

const GUARD_OF_BEFORE = `
  CREATE TRIGGER access_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()`;

export class PrunedLooks1795306660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE checkpoint ADD COLUMN cut jsonb');
    await runner.query('CREATE INDEX checkpoint_with_cut ON checkpoint (number) WHERE cut IS NOT NULL');
    for (const statement of [REFUSE, ...GUARDS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER access_record_signed_cut ON access_record');
    await runner.query('DROP TRIGGER access_record_append_only ON access_record');
    await runner.query('DROP FUNCTION refuse_unsigned_cut()');
    await runner.query(GUARD_OF_BEFORE);
    await runner.query('ALTER TABLE checkpoint DROP COLUMN cut');
  }
}
