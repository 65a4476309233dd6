import type { PoolClient } from 'pg';
import { inOrder, prepare } from '@ledtid/platform';
import type { ChangeSet } from '../rows';
import { toColumns } from './columns';

const DROP_FACTS = prepare(
  'case-drop-facts',
  `WITH spans AS (DELETE FROM span WHERE instance_id = ANY($1)),
        clocks AS (DELETE FROM clock_cycle WHERE instance_id = ANY($1))
   DELETE FROM milestone WHERE instance_id = ANY($1)`,
);

const FORM_REVISIONS = prepare(
  'case-form-revisions',
  'INSERT INTO form_revision SELECT * FROM jsonb_populate_recordset(NULL::form_revision, $1)',
);

const REGISTRATION = prepare(
  'case-registration',
  `INSERT INTO registration_counter (year, last) VALUES ($1, $2)
   ON CONFLICT (year) DO UPDATE SET last = EXCLUDED.last`,
);

// One statement, so that a command costs one round trip however many tables it touches.
const WRITE = prepare(
  'case-write',
  `WITH instances AS (
     INSERT INTO instance SELECT * FROM jsonb_populate_recordset(NULL::instance, $1)
     ON CONFLICT (id) DO UPDATE SET
       workflow_version = EXCLUDED.workflow_version, registration_number = EXCLUDED.registration_number,
       version = EXCLUDED.version, value = EXCLUDED.value, context = EXCLUDED.context,
       status = EXCLUDED.status, leaves = EXCLUDED.leaves, outcome = EXCLUDED.outcome,
       form_version = EXCLUDED.form_version, form_digest = EXCLUDED.form_digest,
       characteristics = EXCLUDED.characteristics,
       assessors = EXCLUDED.assessors, conflicts = EXCLUDED.conflicts, delegations = EXCLUDED.delegations, regions = EXCLUDED.regions, form_changed = EXCLUDED.form_changed,
       hash = EXCLUDED.hash, created_at = EXCLUDED.created_at, first_submitted_at = EXCLUDED.first_submitted_at, ended_at = EXCLUDED.ended_at),
   events AS (INSERT INTO ledger SELECT * FROM jsonb_populate_recordset(NULL::ledger, $2)),
   bodies AS (
     INSERT INTO payload SELECT * FROM jsonb_populate_recordset(NULL::payload, $3)
     ON CONFLICT (digest) DO NOTHING),
   spans AS (
     INSERT INTO span SELECT * FROM jsonb_populate_recordset(NULL::span, $4)
     ON CONFLICT (instance_id, region, opened) DO UPDATE SET
       closed = EXCLUDED.closed, ended_at = EXCLUDED.ended_at, cause_asked_at = EXCLUDED.cause_asked_at),
   clocks AS (
     INSERT INTO clock_cycle SELECT * FROM jsonb_populate_recordset(NULL::clock_cycle, $5)
     ON CONFLICT (instance_id, key, started) DO UPDATE SET
       pauses = EXCLUDED.pauses, restarted_at = EXCLUDED.restarted_at, extended = EXCLUDED.extended,
       set_days = EXCLUDED.set_days, due = EXCLUDED.due, outcome = EXCLUDED.outcome,
       ended_at = EXCLUDED.ended_at, wake_up = EXCLUDED.wake_up, wake_up_at = EXCLUDED.wake_up_at),
   milestones AS (INSERT INTO milestone SELECT * FROM jsonb_populate_recordset(NULL::milestone, $6)),
   answers AS (INSERT INTO idempotency SELECT * FROM jsonb_populate_recordset(NULL::idempotency, $7))
   INSERT INTO outbox SELECT * FROM jsonb_populate_recordset(NULL::outbox, $8)`,
);

/**
 * Puts a ChangeSet into the tables, within the caller's transaction. As the last thing of a transaction it may
 * travel with COMMIT: where the connection pipelines, every statement is sent at once.
 */
export async function writeChangeSet(client: PoolClient, change: ChangeSet): Promise<void> {
  const { replacedFacts, formRevisions, registration } = change;
  await inOrder(
    client,
    ...(replacedFacts.length > 0 ? [() => DROP_FACTS(client, [replacedFacts])] : []),
    ...(formRevisions.length > 0 ? [() => FORM_REVISIONS(client, [json(formRevisions)])] : []),
    ...(registration ? [() => REGISTRATION(client, [registration.year, registration.last])] : []),
    () => WRITE(client, rowsOf(change)),
  );
}

function rowsOf(change: ChangeSet): string[] {
  return [
    json(change.instances),
    json(change.ledger),
    json(change.payloads),
    json(change.spans),
    json(change.clocks),
    json(change.milestones),
    json(change.idempotency ? [change.idempotency] : []),
    json(change.outbox),
  ];
}

function json(rows: readonly object[]): string {
  return JSON.stringify(rows.map(toColumns));
}
