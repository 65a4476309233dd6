import type { Pool } from 'pg';
import type { Instant } from '@ledtid/time';
import type { Refusal } from '../decision/command';
import { refuse } from '../decision/refusals';
import { Values } from '../reading/conditions';
import { type Page, type PageRequest, decodeCursor, isLedgerNumber, pageOf } from '../reading/page';
import type { AccessRecord } from './access-record';
import { lookOf } from './stored-looks';

/** Which looks are asked for; what is left out matters not. */
export interface AccessFilter {
  /** At this instance, and where it is a case at anything below it. */
  readonly case?: string;
  readonly subject?: string;
  readonly notBy?: string;
  readonly purpose?: string;
  readonly from?: Instant;
  /** Not itself. */
  readonly to?: Instant;
  /** Refused attempts alone, or shown ones alone. */
  readonly refused?: boolean;
}

/** One page of the looks, the latest first. */
export async function findAccess(
  pool: Pool,
  filter: AccessFilter,
  page: PageRequest,
): Promise<Page<AccessRecord> | Refusal> {
  const before = page.cursor === undefined ? [] : decodeCursor(page.cursor, [isLedgerNumber]);
  if (before === null) return refuse('bad-cursor');
  const values = new Values();
  const conditions = [
    ...conditionsOf(filter, values),
    ...before.map((number) => `number < ${values.add(number)}::bigint`),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT * FROM access_record ${where} ORDER BY number DESC LIMIT ${values.add(page.limit + 1)}`,
    values.list,
  );
  return pageOf(
    rows.map(lookOf),
    page.limit,
    ({ number }) => [number],
    (record) => record,
  );
}

/** Only those asked for, so that the planner finds the index of each. */
function conditionsOf(filter: AccessFilter, values: Values): string[] {
  const { case: id, subject, notBy, purpose, from, to, refused } = filter;
  const conditions: string[] = [];
  if (id !== undefined) conditions.push(`instances && ${treeOf(values.add(id))}`);
  if (subject !== undefined) conditions.push(`subject = ${values.add(subject)}`);
  if (notBy !== undefined) conditions.push(`subject <> ${values.add(notBy)}`);
  if (purpose !== undefined) conditions.push(`purpose = ${values.add(purpose)}`);
  if (from !== undefined) conditions.push(`at >= ${values.add(from)}`);
  if (to !== undefined) conditions.push(`at < ${values.add(to)}`);
  if (refused !== undefined) conditions.push(`refused IS ${refused ? 'NOT NULL' : 'NULL'}`);
  return conditions;
}

/** Somebody may have asked for what does not exist: the id itself is looked for in any case. */
function treeOf(id: string): string {
  return `ARRAY(SELECT id FROM instance WHERE root_id = ${id}::uuid UNION SELECT ${id}::uuid)`;
}
