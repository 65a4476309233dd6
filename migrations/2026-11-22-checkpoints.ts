import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * Signed statements of how the ledger stood, and the heads that each was the first to name; what was disposed of, and
 * under which rule. Append-only by the
 * function that guards the ledger. No foreign key: who removes one of these past the triggers is to be found out
 * by `ledtid verify`, which names what is gone.
 */

const CHECKPOINT = `
  CREATE TABLE checkpoint (
    number int NOT NULL CONSTRAINT checkpoint_pkey PRIMARY KEY,
    at timestamptz NOT NULL,
    previous text NOT NULL,
    instances int NOT NULL,
    root text NOT NULL,
    changed int NOT NULL,
    changed_root text NOT NULL,
    disposals int NOT NULL,
    disposal_root text NOT NULL,
    key_id text NOT NULL,
    signature text NOT NULL
  )`;

const CHECKPOINT_HEAD = `
  CREATE TABLE checkpoint_head (
    instance_id uuid NOT NULL,
    version int NOT NULL,
    hash text NOT NULL,
    checkpoint int NOT NULL,
    CONSTRAINT checkpoint_head_pkey PRIMARY KEY (instance_id, version)
  )`;

const DISPOSAL = `
  CREATE TABLE disposal (
    number int NOT NULL CONSTRAINT disposal_pkey PRIMARY KEY,
    rule text NOT NULL,
    source text NOT NULL,
    at timestamptz NOT NULL,
    payloads int NOT NULL,
    root text NOT NULL
  )`;

const DISPOSED_PAYLOAD = `
  CREATE TABLE disposed_payload (
    digest text NOT NULL,
    disposal int NOT NULL,
    CONSTRAINT disposed_payload_pkey PRIMARY KEY (digest, disposal)
  )`;

const guard = (table: string) => `
  CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change()`;

const TABLES = ['checkpoint', 'checkpoint_head', 'disposal', 'disposed_payload'];

export class Checkpoints1795306360000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CHECKPOINT, CHECKPOINT_HEAD, DISPOSAL, DISPOSED_PAYLOAD, ...TABLES.map(guard)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
