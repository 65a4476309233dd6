import type { MigrationInterface, QueryRunner } from 'typeorm';

const SESSION = `
  CREATE TABLE session (
    id uuid NOT NULL CONSTRAINT session_pkey PRIMARY KEY,
    secret_digest text NOT NULL,
    subject text NOT NULL,
    identity jsonb NOT NULL,
    authenticated_at timestamptz,
    last_used_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    revoked_at timestamptz
  )`;

const SIGN_IN_ATTEMPT = `
  CREATE TABLE sign_in_attempt (
    secret_digest text NOT NULL CONSTRAINT sign_in_attempt_pkey PRIMARY KEY,
    issuer text NOT NULL,
    return_to text NOT NULL,
    fresh boolean NOT NULL,
    ends_at timestamptz NOT NULL
  )`;

const INDEXES = [
  'CREATE UNIQUE INDEX session_by_secret ON session (secret_digest)',
  'CREATE INDEX session_by_subject ON session (subject)',
  'CREATE INDEX session_by_end ON session (ends_at)',
  'CREATE INDEX sign_in_attempt_by_end ON sign_in_attempt (ends_at)',
];

/** Who is signed in at the portal, and who is about to. Only digests of the secrets in the browsers' cookies. */
export class Sessions1795306240000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SESSION, SIGN_IN_ATTEMPT, ...INDEXES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sign_in_attempt, session');
  }
}
