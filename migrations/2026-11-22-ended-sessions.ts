import type { MigrationInterface, QueryRunner } from 'typeorm';

const LOGOUT_TOKEN = `
  CREATE TABLE logout_token (
    issuer text NOT NULL,
    jti text NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT logout_token_pkey PRIMARY KEY (issuer, jti)
  )`;

/** How an issuer names a session when it ends it, and which of its logout tokens have come. */
export class EndedSessions1795306720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN issuer_subject text, ADD COLUMN issuer_session text');
    await runner.query(LOGOUT_TOKEN);
    await runner.query('CREATE INDEX logout_token_by_end ON logout_token (ends_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE logout_token');
    await runner.query('ALTER TABLE session DROP COLUMN issuer_subject, DROP COLUMN issuer_session');
  }
}
