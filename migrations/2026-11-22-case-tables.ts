import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * The tables that libs/cases writes. Three things they do without, on purpose:
 * no default makes a time or an id (both come from the injected sources, so that a history repeats byte for
 * byte); no foreign key refers to `instance` or its facts (all are derived from the ledger and rebuilt from
 * it); no second index orders the outbox (its ids are time-ordered).
 */

const INSTANCE = `
  CREATE TABLE instance (
    id uuid NOT NULL CONSTRAINT instance_pkey PRIMARY KEY,
    workflow text NOT NULL,
    workflow_version int NOT NULL,
    parent_id uuid,
    root_id uuid NOT NULL,
    registration_number text,
    holder text,
    part text,
    occasion text,
    depends_on uuid[] NOT NULL,
    owner text NOT NULL,
    owner_organisation text,
    track text CONSTRAINT instance_track_known CHECK (track IN ('ehds', 'osl')),
    version int NOT NULL,
    value jsonb NOT NULL,
    context jsonb NOT NULL,
    status text NOT NULL CONSTRAINT instance_status_known CHECK (status IN ('active', 'done')),
    leaves text[] NOT NULL,
    outcome text,
    form_version int NOT NULL,
    form_digest text,
    assessors text[] NOT NULL,
    regions jsonb NOT NULL,
    form_changed int NOT NULL,
    hash text NOT NULL,
    created_at timestamptz NOT NULL,
    first_submitted_at timestamptz,
    ended_at timestamptz
  ) WITH (fillfactor = 70)`;

const INSTANCE_INDEXES = [
  'CREATE INDEX instance_by_parent ON instance (parent_id) WHERE parent_id IS NOT NULL',
  'CREATE INDEX instance_by_root ON instance (root_id)',
  'CREATE INDEX instance_by_workflow ON instance (workflow, status, id)',
  'CREATE INDEX instance_by_owner ON instance (owner)',
  'CREATE INDEX instance_by_holder ON instance (holder) WHERE holder IS NOT NULL',
  'CREATE UNIQUE INDEX instance_registration_number ON instance (registration_number)',
];

const LEDGER = `
  CREATE TABLE ledger (
    instance_id uuid NOT NULL,
    number int NOT NULL,
    type text NOT NULL,
    actor text NOT NULL,
    on_behalf_of text,
    basis text,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    workflow_version int NOT NULL,
    regions text[] NOT NULL,
    form_changed boolean NOT NULL,
    record jsonb NOT NULL,
    payload_digest text,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT ledger_pkey PRIMARY KEY (instance_id, number)
  )`;

const PAYLOAD = `
  CREATE TABLE payload (
    digest text NOT NULL CONSTRAINT payload_pkey PRIMARY KEY,
    body jsonb NOT NULL
  )`;

const FORM_REVISION = `
  CREATE TABLE form_revision (
    instance_id uuid NOT NULL,
    version int NOT NULL,
    digest text NOT NULL,
    body jsonb NOT NULL,
    saved_by text NOT NULL,
    saved_at timestamptz NOT NULL,
    CONSTRAINT form_revision_pkey PRIMARY KEY (instance_id, version)
  )`;

const SPAN = `
  CREATE TABLE span (
    instance_id uuid NOT NULL,
    region text NOT NULL,
    opened int NOT NULL,
    root_id uuid NOT NULL,
    closed int,
    leaf text NOT NULL,
    stage text NOT NULL,
    activity text NOT NULL CONSTRAINT span_activity_known CHECK (activity IN ('waiting', 'assigned', 'paused')),
    party text NOT NULL,
    cause text,
    holder text,
    assignee text,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    recording_lag int NOT NULL,
    CONSTRAINT span_pkey PRIMARY KEY (instance_id, region, opened),
    CONSTRAINT span_closed_with_end CHECK ((closed IS NULL) = (ended_at IS NULL)),
    CONSTRAINT span_ends_after_start CHECK (ended_at >= started_at)
  )`;

const SPAN_INDEXES = [
  'CREATE INDEX span_open_by_stage ON span (stage, activity, started_at) WHERE ended_at IS NULL',
  'CREATE INDEX span_open_by_assignee ON span (assignee) WHERE ended_at IS NULL AND assignee IS NOT NULL',
  'CREATE INDEX span_by_root ON span (root_id)',
];

const CLOCK_CYCLE = `
  CREATE TABLE clock_cycle (
    instance_id uuid NOT NULL,
    key text NOT NULL,
    started int NOT NULL,
    stage text NOT NULL,
    started_at timestamptz NOT NULL,
    set_days int,
    pauses jsonb NOT NULL,
    restarted_at timestamptz,
    extended int,
    due date,
    outcome text NOT NULL
      CONSTRAINT clock_cycle_outcome_known CHECK (outcome IN ('running', 'met', 'breached', 'void')),
    ended_at timestamptz,
    wake_up text,
    wake_up_at timestamptz,
    CONSTRAINT clock_cycle_pkey PRIMARY KEY (instance_id, key, started),
    CONSTRAINT clock_cycle_wake_up_has_time CHECK ((wake_up IS NULL) = (wake_up_at IS NULL))
  )`;

const CLOCK_CYCLE_INDEXES = [
  'CREATE INDEX clock_cycle_by_wake_up ON clock_cycle (wake_up_at) WHERE wake_up_at IS NOT NULL',
  `CREATE INDEX clock_cycle_running_by_due ON clock_cycle (due) WHERE outcome = 'running'`,
];

const MILESTONE = `
  CREATE TABLE milestone (
    instance_id uuid NOT NULL,
    key text NOT NULL,
    number int NOT NULL,
    root_id uuid NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT milestone_pkey PRIMARY KEY (instance_id, key, number)
  )`;

const MILESTONE_INDEX = 'CREATE INDEX milestone_by_root ON milestone (root_id, key)';

const IDEMPOTENCY = `
  CREATE TABLE idempotency (
    instance_id uuid NOT NULL,
    key text NOT NULL,
    subject text NOT NULL,
    body_digest text NOT NULL,
    answer jsonb NOT NULL,
    CONSTRAINT idempotency_pkey PRIMARY KEY (instance_id, key)
  )`;

const OUTBOX = `
  CREATE TABLE outbox (
    id uuid NOT NULL CONSTRAINT outbox_pkey PRIMARY KEY,
    queue text NOT NULL,
    name text NOT NULL,
    job_id text NOT NULL,
    data jsonb NOT NULL,
    run_at timestamptz,
    created_at timestamptz NOT NULL
  )`;

const REGISTRATION_COUNTER = `
  CREATE TABLE registration_counter (
    year int NOT NULL CONSTRAINT registration_counter_pkey PRIMARY KEY,
    last int NOT NULL
  )`;

const STATEMENTS = [
  INSTANCE,
  ...INSTANCE_INDEXES,
  LEDGER,
  PAYLOAD,
  FORM_REVISION,
  SPAN,
  ...SPAN_INDEXES,
  CLOCK_CYCLE,
  ...CLOCK_CYCLE_INDEXES,
  MILESTONE,
  MILESTONE_INDEX,
  IDEMPOTENCY,
  OUTBOX,
  REGISTRATION_COUNTER,
];

const TABLES = [
  'registration_counter',
  'outbox',
  'idempotency',
  'milestone',
  'clock_cycle',
  'span',
  'form_revision',
  'payload',
  'ledger',
  'instance',
];

export class CaseTables1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`DROP TABLE ${table}`);
  }
}
