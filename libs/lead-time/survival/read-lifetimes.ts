import { columnMissing, csvRecords } from '../exchange/csv-records';
import type { TextFile } from '../exchange/text-file';
import { type Refusal, isRefusal, refusal } from '../refusal';
import type { Observation } from '../statistics/kaplan-meier';
import { type Cells, lifetimeOf } from './lifetime';

/** Which columns of a table hold what. */
export interface LifetimeColumns {
  time: string;
  /** The event came where the column holds the value; every other value was only seen until then. */
  event: { column: string; value: string };
  /** Time at which it came under observation; without the column, all were seen from their beginning. */
  entry?: string | undefined;
  /** Column of groups. */
  by?: string | undefined;
}

const ONE_GROUP = 'all';
const VALUES_LISTED = 10;

/** The lifetimes of a table by their group. Throws `ImportProblem` where the file cannot be read as one. */
export async function readLifetimes(
  file: TextFile,
  columns: LifetimeColumns,
): Promise<Map<string, Observation[]> | Refusal> {
  const groups = new Map<string, Observation[]>();
  const others = new Set<string>();
  let cellsOf: CellsOf | undefined;
  let record = 0;
  for await (const values of csvRecords(file)) {
    record += 1;
    if (cellsOf === undefined) {
      const found = cellReader(values, columns);
      if (isRefusal(found)) return found;
      cellsOf = found;
      continue;
    }
    const cells = cellsOf(values);
    const lifetime = lifetimeOf(cells, columns.event.value, record);
    if (isRefusal(lifetime)) return lifetime;
    if (!lifetime.event && others.size < VALUES_LISTED) others.add(cells.event);
    const key = cells.by ?? ONE_GROUP;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [lifetime]);
    else group.push(lifetime);
  }
  if (groups.size === 0) return tableEmpty(file.path, record);
  return hasEvent(groups) ? groups : neverOccurs(columns.event, others);
}

/** What the column holds that an option names. */
const HELD = [
  ['time', 'time'],
  ['event', 'event'],
  ['entry', 'entry'],
  ['by', 'groups'],
] as const;

type CellsOf = (values: readonly string[]) => Cells;

function cellReader(header: readonly string[], columns: LifetimeColumns): CellsOf | Refusal {
  const named = { ...columns, event: columns.event.column };
  for (const [option, held] of HELD) {
    const name = named[option];
    if (name === undefined) continue;
    if (!header.includes(name)) return columnMissing(option, name, header, held).toRefusal();
    if (header.indexOf(name) !== header.lastIndexOf(name)) return columnAmbiguous(name);
  }
  const [time, event, entry, by] = HELD.map(([option]) => header.indexOf(named[option] ?? ''));
  const cell = (values: readonly string[], at = -1): string => values[at]?.trim() ?? '';
  return (values) => ({
    time: cell(values, time),
    event: cell(values, event),
    entry: named.entry === undefined ? null : cell(values, entry),
    by: named.by === undefined ? null : cell(values, by),
  });
}

function hasEvent(groups: ReadonlyMap<string, Observation[]>): boolean {
  return [...groups.values()].some((group) => group.some(({ event }) => event));
}

function columnAmbiguous(name: string): Refusal {
  return refusal(
    'column-ambiguous',
    `The file has more than one column "${name}".`,
    'Give its columns names of their own.',
  );
}

function tableEmpty(path: string, records: number): Refusal {
  const what = records === 0 ? 'is empty' : 'has a header and no records';
  return refusal(
    'table-empty',
    `${path} ${what}.`,
    'Give a CSV with a header and a record for each lifetime.',
  );
}

function neverOccurs({ column, value }: LifetimeColumns['event'], others: ReadonlySet<string>): Refusal {
  const listed = [...others].map((other) => `"${other.slice(0, 60)}"`).join(', ');
  const more = others.size === VALUES_LISTED ? ' and perhaps others' : '';
  return refusal(
    'event-never-occurs',
    `No record has "${value}" in the column "${column}"; it holds ${listed}${more}.`,
    'Name the value that says that the event came with --event COLUMN=VALUE.',
  );
}
