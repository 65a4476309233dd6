import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * The database itself refuses to change what has been recorded. Per statement and not per row, so that even
 * an UPDATE that would find no row is refused. Who owns the table can still switch the trigger off by name:
 * that is an act of its own, and `ledtid verify` names the row that was touched.
 */
const REFUSE = `
  CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The ledger is append-only: % is refused.', TG_OP
      USING ERRCODE = 'restrict_violation',
            HINT = 'Record a further event instead; a wrong time is superseded by the event CORRECT.';
  END $$`;

const GUARD = `
  CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()`;

export class AppendOnlyLedger1795305660000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REFUSE);
    await runner.query(GUARD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER ledger_append_only ON ledger');
    await runner.query('DROP FUNCTION refuse_ledger_change()');
  }
}
