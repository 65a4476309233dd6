import { Client, escapeIdentifier } from 'pg';
import { PlatformError } from '../platform-error';
import { MIGRATIONS_TABLE } from './create-data-source';

/** What a role of the database is for. `service`: API and worker. `disposal`: `ledtid dispose` and `ledtid prune`, and nothing else. */
export const DATABASE_USES = ['service', 'disposal'] as const;
export type DatabaseUse = (typeof DATABASE_USES)[number];

interface Table {
  readonly name: string;
  /** Guarded by the trigger that guards the ledger. */
  readonly append_only: boolean;
}

/** The owner's trigger says what may only grow, so that a new table of that kind is never forgotten here. */
const TABLES = `
  SELECT c.relname AS name, EXISTS (
    SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
    WHERE t.tgrelid = c.oid AND p.proname = 'refuse_ledger_change') AS append_only
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;

/** Content that ledger rows hold the digest of: it is written once, and goes only by a disposal. */
const WRITTEN_ONCE = ['payload', 'form_revision'];
/** What a disposal leaves behind: that it was done, and who signed it. */
const DISPOSAL_RECORDS = ['disposal', 'disposed_payload', 'checkpoint', 'checkpoint_head'];
/** What goes when its time is up; of the access ledger only what a checkpoint has signed, as its trigger sees to. */
const PRUNED = ['access_record', 'idempotency', 'logout_token', 'session', 'sign_in_attempt'];
/** A disposal takes a document’s key; that there was one is forgotten by nobody. */
const DISPOSED_OF = 'document';
const QUEUES = 'bullmq';

/**
 * Gives a role what it needs of the tables that are there, and takes from it what it had beyond. It makes no tables and
 * owns none, so that it can neither rewrite what is append-only nor switch off the trigger that says so (OWASP ASVS 5.0,
 * V13.2.2). `url` is the owner's. Throws `database-role-unfit`.
 */
export async function grantRole(url: string, role: string, use: DatabaseUse): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await refuseUnfit(client, role);
    await client.query('BEGIN');
    for (const statement of await statementsFor(client, role, use)) await client.query(statement);
    await client.query('COMMIT');
  } finally {
    // An open transaction ends with its session.
    await client.end();
  }
}

/** Who owns the tables, or passes over all rights, would make the grants a comfort that holds nothing. */
async function refuseUnfit(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ mighty: boolean }>(
    `SELECT r.rolsuper OR r.rolcreaterole OR pg_has_role(r.oid, c.relowner, 'MEMBER') AS mighty
     FROM pg_roles r, pg_class c WHERE r.rolname = $1 AND c.oid = 'public.ledger'::regclass`,
    [role],
  );
  if (rows[0]?.mighty === false) return;
  const reason = rows[0] ? 'owns the tables, or is a superuser' : 'does not exist';
  throw new PlatformError(
    'database-role-unfit',
    `The role ${role} ${reason}.`,
    `Make one of its own: CREATE ROLE ${escapeIdentifier(role)} LOGIN PASSWORD '…'; and grant it nothing else.`,
  );
}

async function statementsFor(client: Client, role: string, use: DatabaseUse): Promise<string[]> {
  const { rows: tables } = await client.query<Table>(TABLES);
  const grantee = escapeIdentifier(role);
  const of = tables.map((table) => {
    const rights = rightsTo(table, use).join(', ');
    return `GRANT ${rights} ON public.${escapeIdentifier(table.name)} TO ${grantee}`;
  });
  return [
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${grantee}`,
    `GRANT USAGE ON SCHEMA public TO ${grantee}`,
    ...of,
    ...((await hasQueues(client)) && use === 'service' ? queueStatements(grantee) : []),
  ];
}

function rightsTo({ name, append_only }: Table, use: DatabaseUse): string[] {
  if (name === MIGRATIONS_TABLE) return ['SELECT'];
  if (use === 'disposal') {
    if (DISPOSAL_RECORDS.includes(name)) return ['SELECT', 'INSERT'];
    if (name === DISPOSED_OF) return ['SELECT', 'UPDATE'];
    return name === 'payload' || PRUNED.includes(name) ? ['SELECT', 'DELETE'] : ['SELECT'];
  }
  if (append_only || WRITTEN_ONCE.includes(name)) return ['SELECT', 'INSERT'];
  const rights = ['SELECT', 'INSERT', 'UPDATE'];
  return name === DISPOSED_OF ? rights : [...rights, 'DELETE'];
}

async function hasQueues(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [QUEUES]);
  return rowCount === 1;
}

/** The tables of the queues are BullMQ's, which comes and goes in them as it likes. */
function queueStatements(grantee: string): string[] {
  return [
    `GRANT USAGE ON SCHEMA ${QUEUES} TO ${grantee}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUES} TO ${grantee}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUES} TO ${grantee}`,
  ];
}
