import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who looked at which case. Refused to be changed by the same function as the ledger. */
const ACCESS_RECORD = `
  CREATE TABLE access_record (
    number bigint NOT NULL CONSTRAINT access_record_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    subject text NOT NULL,
    roles text[] NOT NULL,
    purpose text NOT NULL,
    request text NOT NULL,
    instances uuid[] NOT NULL,
    refused text,
    previous_hash text NOT NULL,
    hash text NOT NULL
  )`;

const GUARD = `
  CREATE TRIGGER access_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()`;

export class AccessRecords1795306180000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCESS_RECORD);
    await runner.query('CREATE INDEX access_record_by_instance ON access_record USING gin (instances)');
    await runner.query('CREATE INDEX access_record_by_subject ON access_record (subject, number)');
    await runner.query(GUARD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_record');
  }
}
