import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages themselves are events with payloads; here stands only how far each person has read. */
const MESSAGE_MARK = `
  CREATE TABLE message_mark (
    instance_id uuid NOT NULL,
    subject text NOT NULL,
    number int NOT NULL,
    CONSTRAINT message_mark_pkey PRIMARY KEY (instance_id, subject)
  )`;

export class MessageMarks1795307140000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MESSAGE_MARK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message_mark');
  }
}
