import type { PoolClient } from 'pg';
import type { CaseSelection } from '../cases/load-cases';
import { type CasePlace, readCases } from '../cases/read-histories';
import { overReported } from '../cases/reported';
import { filtersOf } from '../cases/wanted';
import { CLOCK_MILESTONES, type Scope } from '../reports/case-figures';
import type { Dimension } from '../reports/report';
import type { TableScope } from '../reports/scope-of';
import { eachRow } from '../each-row';
import { sqlFile } from '../sql-file';
import type { CaseSheet } from './case-sheet';
import { type KeptCase, KnownSheets } from './known-sheets';
import { sheetOf } from './sheet-of';
import { RECKONING, readingName } from './reading';
import type { RememberedRows } from '../remembered-rows';
import { staleRoots } from './stale-roots';

const SHEETS = overReported(sqlFile(__dirname, 'sheets-of-report'));

/** Cases whose histories are read from the tables at once. */
const HISTORIES = 200;

/** Takes what one case adds. */
type SeeSheet = (sheet: CaseSheet, caseId: string) => void;

/**
 * Tells the sheets of all cases that a report counts, case by case. What is kept or remembered spares work and changes no
 * figure: a case that goes on, or lies across an end of the period, is worked out anew, from its kept history where that
 * is up to date.
 */
export async function sheetsOfReport(
  client: PoolClient,
  { selection, scope }: TableScope,
  by: Dimension,
  remembered: RememberedRows,
  see: SeeSheet,
): Promise<void> {
  const known = new KnownSheets(remembered, scope, by);
  const [unread, unkept]: [string[], CasePlace[]] = [[], []];
  const seeKnown = (one: KeptCase & CasePlace): void => {
    const sheet = known.sheetOf(one);
    if (sheet === 'not kept') unkept.push(one);
    else if (sheet === 'not read') unread.push(one.id);
    else if (sheet !== null) see(sheet, one.id);
  };
  const statement = SHEETS(selection.filters);
  const parameters = await parametersOf(client, selection, scope, by);
  // Of what is remembered the database tells only that it is the same still; where nothing is, all at once.
  await eachRow(client, statement, [...parameters, ...known.wanting, null], seeKnown);
  if (unread.length > 0) await eachRow(client, statement, [...parameters, true, true, unread], seeKnown);
  for (let start = 0; start < unkept.length; start += HISTORIES) {
    const histories = await readCases(client, unkept.slice(start, start + HISTORIES));
    for (const history of histories) {
      const sheet = sheetOf(history, scope, by);
      if (sheet !== null) see(sheet, history.caseId);
    }
  }
}

async function parametersOf(
  client: PoolClient,
  { filters, from, horizon }: CaseSelection,
  { clock, horizon: { inclusive } }: Scope,
  by: Dimension,
): Promise<unknown[]> {
  const parts = filters.workflow === null ? [] : [readingName({ clock, by }, true)];
  return [
    ...[filtersOf(filters), await staleRoots(client)],
    ...[[readingName({ clock, by }, false), ...parts], RECKONING],
    ...[from, horizon, inclusive, CLOCK_MILESTONES[clock]],
  ];
}
