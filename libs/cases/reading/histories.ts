import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Recorded } from '@ledtid/workflow';
import type { Refusal } from '../decision/command';
import { refuse } from '../decision/refusals';
import type { ClockCycleRow, LedgerRow, SpanRow } from '../rows';
import { clockOf, ledgerRowOf, spanOf } from '../storage/load-family';
import {
  type Page,
  type PageRequest,
  decodeCursor,
  isAnyText,
  isLedgerNumber,
  isStoredMoment,
  pageOf,
} from './page';

/** A ledger row; `payload` only for those who may read what events carried, and while it is kept. */
export interface EventView extends LedgerRow {
  readonly payload?: Recorded | null;
}

type Columns = Record<string, unknown> & { at: string };

const EVENTS = prepare<Record<string, unknown>>(
  'reading-events',
  `SELECT l.*, CASE WHEN $4 THEN p.body END AS payload
   FROM ledger l LEFT JOIN payload p ON p.digest = l.payload_digest AND $4
   WHERE l.instance_id = $1 AND l.number > $2 ORDER BY l.number LIMIT $3`,
);

const SPANS = prepare<Columns>(
  'reading-spans',
  `SELECT s.*, s.started_at::text AS at FROM span s
   WHERE s.instance_id = $1 AND (s.started_at, s.opened, s.region) > ($2::timestamptz, $3::int, $4::text)
   ORDER BY s.started_at, s.opened, s.region LIMIT $5`,
);

const CLOCKS = prepare<Columns>(
  'reading-clocks',
  `SELECT c.*, c.started_at::text AS at FROM clock_cycle c
   WHERE c.instance_id = $1 AND (c.started_at, c.started, c.key) > ($2::timestamptz, $3::int, $4::text)
   ORDER BY c.started_at, c.started, c.key LIMIT $5`,
);

const FROM_THE_FIRST = ['-infinity', '0', ''];

/** The ledger of one instance in order. */
export async function eventsOf(
  pool: Pool,
  id: string,
  page: PageRequest,
  withPayloads: boolean,
): Promise<Page<EventView> | Refusal> {
  const after = page.cursor === undefined ? ['0'] : decodeCursor(page.cursor, [isLedgerNumber]);
  if (after === null) return refuse('bad-cursor');
  const rows = await EVENTS(pool, [id, after[0], page.limit + 1, withPayloads]);
  return pageOf(
    rows.map(({ payload, ...columns }) => eventView(columns, withPayloads ? payload : undefined)),
    page.limit,
    ({ number }) => [number],
    (event) => event,
  );
}

/** All spans of one instance, closed and open, as they began. */
export async function spansOf(pool: Pool, id: string, page: PageRequest): Promise<Page<SpanRow> | Refusal> {
  const after = keysOf(page);
  if (after === null) return refuse('bad-cursor');
  const rows = await SPANS(pool, [id, ...after, page.limit + 1]);
  return pageOf(
    rows.map(({ at, ...columns }) => ({ at, span: spanOf(columns) })),
    page.limit,
    ({ at, span }) => [at, span.opened, span.region],
    ({ span }) => span,
  );
}

/** All clock cycles of one instance, ended and running, as they began. */
export async function clocksOf(
  pool: Pool,
  id: string,
  page: PageRequest,
): Promise<Page<ClockCycleRow> | Refusal> {
  const after = keysOf(page);
  if (after === null) return refuse('bad-cursor');
  const rows = await CLOCKS(pool, [id, ...after, page.limit + 1]);
  return pageOf(
    rows.map(({ at, ...columns }) => ({ at, clock: clockOf(columns) })),
    page.limit,
    ({ at, clock }) => [at, clock.started, clock.key],
    ({ clock }) => clock,
  );
}

function keysOf({ cursor }: PageRequest): string[] | null {
  return cursor === undefined
    ? FROM_THE_FIRST
    : decodeCursor(cursor, [isStoredMoment, isLedgerNumber, isAnyText]);
}

function eventView(columns: Record<string, unknown>, payload: unknown): EventView {
  const row = ledgerRowOf(columns);
  return payload === undefined ? row : { ...row, payload: payload as Recorded | null };
}
