import { Client } from 'pg';
import type { ChangeSet } from '@ledtid/cases';
import { serveInTurn } from './lanes';
import { caseOf } from './recording';
import { type Columns, PlainTables, type PlainWrite, UPDATED_TABLES, rowName } from './plain-tables';

/** One recorded ChangeSet, its rows in order. */
interface Transaction {
  readonly rootId: string;
  readonly writes: readonly PlainWrite[];
}

const LOCK = { name: 'limit-lock', text: 'SELECT * FROM instance WHERE id = $1 FOR UPDATE' };

/**
 * The plain limit: what the same server does when a program without any logic writes the same rows by the
 * same number of connections: one transaction a command, the lock, then one named INSERT or UPDATE a row. Which
 * of the two a row takes is found out before the time runs; its values are put together as it is written.
 */
export class Replay {
  private constructor(
    private readonly clients: readonly Client[],
    private readonly tables: PlainTables,
  ) {}

  static async open(databaseUrl: string, connections: number): Promise<Replay> {
    const options = { connectionString: databaseUrl, options: '-c TimeZone=UTC' };
    const clients = Array.from({ length: connections }, () => new Client(options));
    await Promise.all(clients.map((client) => client.connect()));
    const [first] = clients;
    if (!first) throw new Error('A replay needs a connection.');
    return new Replay(clients, new PlainTables(await columnsOf(first), await presentIn(first)));
  }

  /** The transactions of every case, in order. */
  prepare(changes: readonly ChangeSet[]): Transaction[][] {
    const byCase = new Map<string, Transaction[]>();
    for (const change of changes) {
      const rootId = caseOf(change);
      const known = byCase.get(rootId) ?? [];
      byCase.set(rootId, [...known, { rootId, writes: this.tables.writesOf(change) }]);
    }
    return [...byCase.values()];
  }

  async run(cases: readonly (readonly Transaction[])[]): Promise<void> {
    await serveInTurn(cases, this.clients.length, async ({ rootId, writes }, lane) => {
      const client = this.clients[lane];
      if (!client) throw new Error(`There is no connection ${lane}.`);
      await client.query('BEGIN');
      await client.query({ ...LOCK, values: [rootId] });
      for (const { row, into, isNew } of writes) await client.query(into.statement(row, isNew));
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
