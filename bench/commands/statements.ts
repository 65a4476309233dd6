import type { ChangeSet } from '@ledtid/cases';

/** Types by column, by table. */
export type Columns = ReadonlyMap<string, ReadonlyMap<string, string>>;

interface Statement {
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

const LOCK = { name: 'limit-lock', text: 'SELECT * FROM instance WHERE id = $1 FOR UPDATE' };

/** Tables whose rows are updated, with the key of a row as SQL: what is there before a replay must be known. */
export const UPDATED_TABLES: readonly { readonly name: string; readonly key: string }[] = [
  TABLES.instances,
  TABLES.spans,
  TABLES.clocks,
].map(({ name, key }) => ({ name, key: `concat_ws('/', ${key.join()})` }));

export function rowName(table: string, key: string): string {
  return `${table}/${key}`;
}

/** Turns ChangeSets into statements, one a row, and remembers which rows are there already. */
export class Statements {
  /** `present` names the rows that are there, by `rowName`. */
  constructor(
    private readonly columns: Columns,
    private readonly present: Set<string>,
  ) {}

  of(change: ChangeSet, rootId: string): Statement[] {
    const rows = Object.entries(TABLES).flatMap(([part, table]) =>
      (change[part as keyof typeof TABLES] as readonly object[]).map((row) => this.write(table, row)),
    );
    return [
      { ...LOCK, values: [rootId] },
      ...(change.registration ? [this.write(REGISTRATION, change.registration)] : []),
      ...rows,
      ...(change.idempotency ? [this.write(IDEMPOTENCY, change.idempotency)] : []),
    ];
  }

  private write(table: Table, row: object): Statement {
    const cells = this.cells(table, row);
    const key = table.key.map((column) => cells.find((cell) => cell.column === column)?.value);
    const name = rowName(table.name, key.join('/'));
    const known = this.present.has(name);
    this.present.add(name);
    return known && table.onConflict === undefined ? update(table, cells) : insert(table, cells);
  }

  /** In the table's own order, which is the same for every row: one name has one text. */
  private cells({ name }: Table, row: object): Cell[] {
    const values = new Map(
      Object.entries(row).map(([property, value]) => [snake(property), value as unknown]),
    );
    return [...(this.columns.get(name) ?? [])].map(([column, type]) => {
      if (!values.has(column)) throw new Error(`A recorded row of ${name} has no ${column}.`);
      const value = values.get(column);
      return { column, value: type === 'jsonb' && value !== null ? JSON.stringify(value) : value };
    });
  }
}

interface Cell {
  readonly column: string;
  readonly value: unknown;
}

function insert({ name, key, onConflict }: Table, cells: readonly Cell[]): Statement {
  const columns = cells.map(({ column }) => column);
  const values = cells.map((_, index) => `$${index + 1}`);
  const conflict = onConflict === undefined ? '' : ` ON CONFLICT (${key.join()}) ${onConflict}`;
  return {
    name: `limit-insert-${name}`,
    text: `INSERT INTO ${name} (${columns.join()}) VALUES (${values.join()})${conflict}`,
    values: cells.map(({ value }) => value),
  };
}

function update({ name, key }: Table, cells: readonly Cell[]): Statement {
  const places = cells.map(({ column }, index) => ({ column, place: `${column} = $${index + 1}` }));
  const changed = places.filter(({ column }) => !key.includes(column)).map(({ place }) => place);
  const where = places.filter(({ column }) => key.includes(column)).map(({ place }) => place);
  return {
    name: `limit-update-${name}`,
    text: `UPDATE ${name} SET ${changed.join(', ')} WHERE ${where.join(' AND ')}`,
    values: cells.map(({ value }) => value),
  };
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
