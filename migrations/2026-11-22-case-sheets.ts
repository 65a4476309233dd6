import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * What libs/lead-time keeps of cases so that reports need not work it out each time. All of it can be thrown
 * away: it is made anew from the facts. A partition for each table that can be asked for, because a report
 * reads one of them and reads it whole.
 */

const CASE_HISTORY = `
  CREATE TABLE case_history (
    root_id uuid NOT NULL CONSTRAINT case_history_pkey PRIMARY KEY,
    version int NOT NULL,
    reckoning int NOT NULL,
    history json NOT NULL
  )`;

// Unpacking would cost a report more than the room is worth.
const UNPACKED = 'ALTER TABLE case_history ALTER COLUMN history SET STORAGE EXTERNAL';

const CASE_SHEET = `
  CREATE TABLE case_sheet (
    reading text NOT NULL,
    case_id uuid NOT NULL,
    version int NOT NULL,
    reckoning int NOT NULL,
    begins_at timestamptz NOT NULL,
    settled_at timestamptz NOT NULL,
    sheet json NOT NULL,
    CONSTRAINT case_sheet_pkey PRIMARY KEY (reading, case_id)
  ) PARTITION BY LIST (reading)`;

const DIMENSIONS = ['stage', 'party', 'holder', 'cause', 'month'];

const READINGS = [
  ...DIMENSIONS.map((by) => `lead-time by ${by}`),
  ...DIMENSIONS.map((by) => `lead-time by ${by} of parts`),
  ...DIMENSIONS.map((by) => `after-ethics by ${by}`),
];

const PARTITIONS = READINGS.map((reading) => {
  const name = `case_sheet_${reading}`.replaceAll(/[ -]/g, '_');
  return `CREATE TABLE ${name} PARTITION OF case_sheet FOR VALUES IN ('${reading}')`;
});

export class CaseSheets1795306000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [CASE_HISTORY, UNPACKED, CASE_SHEET, ...PARTITIONS])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_sheet');
    await runner.query('DROP TABLE case_history');
  }
}
