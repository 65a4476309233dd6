import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imported logs of other systems, from which the same reports are made. */
export class EventLogs1795305720000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE "event_log" (
        "id" uuid NOT NULL,
        "name" text NOT NULL,
        "format" text NOT NULL,
        "zone" text NOT NULL,
        "case_object_type" text,
        "cases" integer NOT NULL,
        "events" integer NOT NULL,
        "imported_at" timestamp with time zone NOT NULL,
        CONSTRAINT "event_log_pkey" PRIMARY KEY ("id"),
        CONSTRAINT "event_log_name" UNIQUE ("name")
      )`);
    await queryRunner.query(`
      CREATE TABLE "event_log_event" (
        "log_id" uuid NOT NULL,
        "case_id" text NOT NULL,
        "number" integer NOT NULL,
        "activity" text NOT NULL,
        "occurred_at" timestamp with time zone NOT NULL,
        "started_at" timestamp with time zone,
        "previous_at" timestamp with time zone,
        "resource" text,
        CONSTRAINT "event_log_event_pkey" PRIMARY KEY ("log_id", "case_id", "number"),
        CONSTRAINT "event_log_event_log" FOREIGN KEY ("log_id") REFERENCES "event_log" ("id") ON DELETE CASCADE
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "event_log_event"`);
    await queryRunner.query(`DROP TABLE "event_log"`);
  }
}
