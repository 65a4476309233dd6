import type { Instant } from '@ledtid/time';
import type { Pool } from 'pg';
import type { RememberedRows } from '../remembered-rows';
import type { Scope } from '../reports/case-figures';
import { inSnapshot } from '../reports/in-snapshot';
import type { CheckedQuery } from '../reports/query';
import { type TableScope, scopeOf } from '../reports/scope-of';
import type { CaseSheet } from '../sheets/case-sheet';
import { sheetsOfReport } from '../sheets/sheets-of-report';
import { type AgeingRow, AgeingTally } from './ageing-tally';
import { type Lengths, LengthsTally } from './lengths-tally';

export interface LengthsAsked {
  readonly pool: Pool;
  readonly remembered: RememberedRows;
  readonly clock: Scope['clock'];
  readonly query: CheckedQuery;
  readonly now: Instant;
}

/** What a lead-time table leaves out: the visits of one row. They are the visits that the table counts. */
export async function lengthsBehind(asked: LengthsAsked, key: string): Promise<Lengths> {
  const table = scopeOf(asked.clock, asked.query, asked.now);
  const tally = new LengthsTally(table.scope, key);
  await eachSheet(asked, table, (sheet) => tally.add(sheet));
  return tally.finish();
}

/** How old every open visit is, by the row that it stands in. */
export async function ageingOf(asked: LengthsAsked): Promise<AgeingRow[]> {
  const table = scopeOf(asked.clock, asked.query, asked.now);
  const tally = new AgeingTally(table.scope.horizon.at);
  await eachSheet(asked, table, (sheet) => tally.add(sheet));
  return tally.finish();
}

function eachSheet(asked: LengthsAsked, table: TableScope, see: (sheet: CaseSheet) => void): Promise<void> {
  const { pool, remembered, query } = asked;
  return inSnapshot(pool, (client) => sheetsOfReport(client, table, query.by, remembered, see));
}
