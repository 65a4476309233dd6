import { Client } from 'pg';
import type { ChangeSet } from '@ledtid/cases';
import { serveInTurn } from './lanes';
import { caseOf } from './recording';
import { type Columns, Statements, UPDATED_TABLES, rowName } from './statements';

/** One recorded ChangeSet as plain statements: lock, then one INSERT or UPDATE a row. */
interface Transaction {
  readonly statements: readonly { name: string; text: string; values: unknown[] }[];
}

/**
 * The plain limit: what the same server does when a program without any logic writes the same rows by the
 * same number of connections, one transaction a command, one named statement a row. Statements and values are
 * made before the time runs.
 */
export class Replay {
  private constructor(
    private readonly clients: readonly Client[],
    private readonly statements: Statements,
  ) {}

  static async open(databaseUrl: string, connections: number): Promise<Replay> {
    const options = { connectionString: databaseUrl, options: '-c TimeZone=UTC' };
    const clients = Array.from({ length: connections }, () => new Client(options));
    await Promise.all(clients.map((client) => client.connect()));
    const [first] = clients;
    if (!first) throw new Error('A replay needs a connection.');
    return new Replay(clients, new Statements(await columnsOf(first), await presentIn(first)));
  }

  /** Statements of every ChangeSet, by case. Rows that exist by then become updates. */
  prepare(changes: readonly ChangeSet[]): Transaction[][] {
    const byCase = new Map<string, Transaction[]>();
    for (const change of changes) {
      const rootId = caseOf(change);
      const known = byCase.get(rootId) ?? [];
      byCase.set(rootId, [...known, { statements: this.statements.of(change, rootId) }]);
    }
    return [...byCase.values()];
  }

  async run(cases: readonly (readonly Transaction[])[]): Promise<void> {
    await serveInTurn(cases, this.clients.length, async ({ statements }, lane) => {
      const client = this.clients[lane];
      if (!client) throw new Error(`There is no connection ${lane}.`);
      await client.query('BEGIN');
      for (const statement of statements) await client.query(statement);
      await client.query('COMMIT');
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.end()));
  }
}

async function columnsOf(client: Client): Promise<Columns> {
  const { rows } = await client.query<{ table_name: string; column_name: string; data_type: string }>(
    `SELECT table_name, column_name, data_type FROM information_schema.columns
     WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`,
  );
  const columns = new Map<string, Map<string, string>>();
  for (const { table_name: table, column_name: column, data_type: type } of rows) {
    columns.set(table, (columns.get(table) ?? new Map<string, string>()).set(column, type));
  }
  return columns;
}

/** Names of the rows that a replay may have to update. */
async function presentIn(client: Client): Promise<Set<string>> {
  const present = new Set<string>();
  for (const { name, key } of UPDATED_TABLES) {
    const { rows } = await client.query<{ key: string }>(`SELECT ${key} AS key FROM ${name}`);
    for (const row of rows) present.add(rowName(name, row.key));
  }
  return present;
}
