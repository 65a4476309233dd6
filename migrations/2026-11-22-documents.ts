import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is known of a document; never its name, and never its bytes. */
const DOCUMENT = `
  CREATE TABLE document (
    id uuid NOT NULL CONSTRAINT document_pkey PRIMARY KEY,
    instance_id uuid NOT NULL,
    number int NOT NULL,
    kind text NOT NULL,
    version int NOT NULL,
    replaces uuid,
    media_type text NOT NULL,
    size bigint NOT NULL,
    digest text NOT NULL,
    state text NOT NULL CONSTRAINT document_state_known CHECK (state IN ('clean', 'unscanned', 'disposed')),
    key jsonb,
    added_by text NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT document_key_until_disposed CHECK ((key IS NULL) = (state = 'disposed'))
  )`;

export class Documents1795306840000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DOCUMENT);
    await runner.query('CREATE UNIQUE INDEX document_by_instance ON document (instance_id, number)');
    await runner.query('CREATE UNIQUE INDEX document_replaced_once ON document (replaces)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE document');
  }
}
