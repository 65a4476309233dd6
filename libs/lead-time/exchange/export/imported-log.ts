import type { PoolClient, QueryResultRow } from 'pg';
import { sqlFile } from '../../sql-file';
import { STANDARD_COLUMNS } from '../log-event';
import { CASE_TYPE, type ExportSource, type ExportedAttribute, type ExportedEvent } from './exported-log';

const EVENTS = sqlFile(__dirname, 'log-events');
const CASES = sqlFile(__dirname, 'log-cases');
const CONTENTS = sqlFile(__dirname, 'log-contents');

/** Rows held at once. */
const PAGE = 1000;

interface Contents {
  id: string;
  starts: boolean;
  resources: boolean;
}

interface EventRow {
  caseId: string;
  number: number;
  activity: string;
  resource: string | null;
  time: string;
  start: string | null;
}

/** A log that was imported, as the same events again; null where no log bears the name. */
export async function importedLog(client: PoolClient, name: string): Promise<ExportSource | null> {
  const [log] = (await client.query<Contents>(CONTENTS, [name])).rows;
  if (log === undefined) return null;
  return {
    attributes: attributesOf(log),
    events: () => events(client, log),
    objects: () => cases(client, log),
  };
}

/** A log that knows no starts or resources does not claim to. */
function attributesOf({ starts, resources }: Contents): ExportedAttribute[] {
  return [
    ...(starts ? [{ name: STANDARD_COLUMNS.start, type: 'time' } as const] : []),
    ...(resources ? [{ name: STANDARD_COLUMNS.resource, type: 'text' } as const] : []),
  ];
}

async function* events(client: PoolClient, log: Contents): AsyncGenerator<ExportedEvent[]> {
  const after = (row?: EventRow) => [row?.caseId ?? '', row?.number ?? 0];
  for await (const rows of pages<EventRow>(client, EVENTS, log.id, after)) {
    yield rows.map((row) => exported(row, log));
  }
}

function exported(row: EventRow, { starts, resources }: Contents): ExportedEvent {
  const { caseId, number, activity, time, start, resource } = row;
  const values = [...(starts ? [start] : []), ...(resources ? [resource] : [])];
  return { caseId, number, activity, time, values, related: [] };
}

async function* cases(client: PoolClient, log: Contents) {
  for await (const rows of pages<{ id: string }>(client, CASES, log.id, (row) => [row?.id ?? ''])) {
    yield rows.map(({ id }) => ({ id, type: CASE_TYPE }));
  }
}

/** Pages by key: each goes on after the last row of the one before. */
async function* pages<Row extends QueryResultRow>(
  client: PoolClient,
  statement: string,
  log: string,
  after: (last?: Row) => unknown[],
): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  do {
    rows = (await client.query<Row>(statement, [log, ...after(rows.at(-1)), PAGE])).rows;
    yield rows;
  } while (rows.length === PAGE);
}
