import type { ChangeSet } from '@ledtid/cases';

/** Types by column in the table's own order, by table. */
export type Columns = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

interface Table {
  readonly name: string;
  readonly key: readonly string[];
  /** What an INSERT does where the row is there already; without it, such a row is updated. */
  readonly onConflict?: string;
}

const TABLES = {
  instances: { name: 'instance', key: ['id'] },
  ledger: { name: 'ledger', key: ['instance_id', 'number'] },
  payloads: { name: 'payload', key: ['digest'], onConflict: 'DO NOTHING' },
  spans: { name: 'span', key: ['instance_id', 'region', 'opened'] },
  clocks: { name: 'clock_cycle', key: ['instance_id', 'key', 'started'] },
  milestones: { name: 'milestone', key: ['instance_id', 'key', 'number'] },
  outbox: { name: 'outbox', key: ['id'] },
  formRevisions: { name: 'form_revision', key: ['instance_id', 'version'] },
} satisfies Partial<Record<keyof ChangeSet, Table>>;

const IDEMPOTENCY: Table = { name: 'idempotency', key: ['instance_id', 'key'] };
const REGISTRATION: Table = {
  name: 'registration_counter',
  key: ['year'],
  onConflict: 'DO UPDATE SET last = EXCLUDED.last',
};

/** Tables whose rows are updated, with the key of a row as SQL: what is there before a replay must be known. */
export const UPDATED_TABLES: readonly { readonly name: string; readonly key: string }[] = [
  TABLES.instances,
  TABLES.spans,
  TABLES.clocks,
].map(({ name, key }) => ({ name, key: `concat_ws('/', ${key.join()})` }));

export function rowName(table: string, key: string): string {
  return `${table}/${key}`;
}

/** One row as it was recorded, and the statement by which a program that knows its tables writes it. */
export interface PlainWrite {
  readonly row: Readonly<Record<string, unknown>>;
  readonly into: PlainTable;
  readonly isNew: boolean;
}

/** One INSERT and one UPDATE of a table, each a row by its properties. */
class PlainTable {
  private readonly insert: string;
  private readonly update: string;

  constructor(
    private readonly table: Table,
    private readonly columns: readonly Column[],
  ) {
    this.insert = insertInto(table, columns);
    this.update = updateOf(table, columns);
  }

  statement(row: PlainWrite['row'], isNew: boolean): Statement {
    const values = this.columns.map(({ property, isJson }) => {
      const value = row[property];
      return isJson && value !== null ? JSON.stringify(value) : value;
    });
    const { name } = this.table;
    return isNew
      ? { name: `limit-insert-${name}`, text: this.insert, values }
      : { name: `limit-update-${name}`, text: this.update, values };
  }

  keyOf(row: PlainWrite['row']): string {
    return this.table.key.map((column) => row[camel(column)]).join('/');
  }

  get writesOver(): boolean {
    return this.table.onConflict !== undefined;
  }

  get name(): string {
    return this.table.name;
  }
}

/** Knows the tables, and which rows are in them by the time a row is written. */
export class PlainTables {
  private readonly tables = new Map<string, PlainTable>();

  /** `present` names the rows that are there, by `rowName`. */
  constructor(
    columns: Columns,
    private readonly present: Set<string>,
  ) {
    for (const table of [...Object.values(TABLES), IDEMPOTENCY, REGISTRATION]) {
      const described = [...(columns.get(table.name) ?? [])].map(([column, type]) => columnOf(column, type));
      this.tables.set(table.name, new PlainTable(table, described));
    }
  }

  /** The rows of a ChangeSet, in the order in which the product names them. */
  writesOf(change: ChangeSet): PlainWrite[] {
    const parts = Object.entries(TABLES).flatMap(([part, table]) =>
      (change[part as keyof typeof TABLES] as readonly object[]).map((row) => this.write(table, row)),
    );
    return [
      ...(change.registration ? [this.write(REGISTRATION, change.registration)] : []),
      ...parts,
      ...(change.idempotency ? [this.write(IDEMPOTENCY, change.idempotency)] : []),
    ];
  }

  private write({ name }: Table, recorded: object): PlainWrite {
    const into = this.tables.get(name);
    if (!into) throw new Error(`There is no table ${name}.`);
    const row = recorded as PlainWrite['row'];
    const known = rowName(name, into.keyOf(row));
    const isNew = into.writesOver || !this.present.has(known);
    this.present.add(known);
    return { row, into, isNew };
  }
}

interface Column {
  readonly column: string;
  readonly property: string;
  readonly isJson: boolean;
}

function columnOf(column: string, type: string): Column {
  return { column, property: camel(column), isJson: type === 'jsonb' };
}

function insertInto({ name, key, onConflict }: Table, columns: readonly Column[]): string {
  const values = columns.map((_, index) => `$${index + 1}`);
  const conflict = onConflict === undefined ? '' : ` ON CONFLICT (${key.join()}) ${onConflict}`;
  const names = columns.map(({ column }) => column);
  return `INSERT INTO ${name} (${names.join()}) VALUES (${values.join()})${conflict}`;
}

function updateOf({ name, key }: Table, columns: readonly Column[]): string {
  const places = columns.map(({ column }, index) => ({ column, place: `${column} = $${index + 1}` }));
  const changed = places.filter(({ column }) => !key.includes(column)).map(({ place }) => place);
  const where = places.filter(({ column }) => key.includes(column)).map(({ place }) => place);
  return `UPDATE ${name} SET ${changed.join(', ')} WHERE ${where.join(' AND ')}`;
}

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}
