import type { PoolClient } from 'pg';
import type { CaseSelection } from '../cases/load-cases';
import { type CasePlace, readCases } from '../cases/read-histories';
import { filtersOf, overReported } from '../cases/reported';
import { type WrittenHistory, historyIn } from '../cases/written-history';
import { CLOCK_MILESTONES, type Scope } from '../reports/case-figures';
import type { Dimension } from '../reports/report';
import { cursorRows } from '../cursor-rows';
import { sqlFile } from '../sql-file';
import type { CaseSheet } from './case-sheet';
import { sheetOf } from './sheet-of';
import { RECKONING, readingName } from './reading';

const SHEETS = overReported(sqlFile(__dirname, 'sheets-of-report'));

/** Cases whose histories are read from the tables at once. */
const HISTORIES = 200;

export interface SheetOfCase {
  caseId: string;
  sheet: CaseSheet;
}

interface KnownCase extends CasePlace {
  sheet: CaseSheet | null;
  history: WrittenHistory | null;
}

/**
 * The sheets of all cases that a report counts. What is kept spares work and changes no figure: a case that goes
 * on, or lies across an end of the period, is worked out anew, from its kept history where that is up to date.
 */
export async function* sheetsOfReport(
  client: PoolClient,
  selection: CaseSelection,
  scope: Scope,
  by: Dimension,
): AsyncGenerator<SheetOfCase> {
  const unknown: KnownCase[] = [];
  for await (const known of knownCases(client, selection, scope, by)) {
    if (known.sheet === null && known.history === null) unknown.push(known);
    const sheet =
      known.history === null ? known.sheet : sheetOf(historyIn(known.history, known.id), scope, by);
    if (sheet !== null) yield { caseId: known.id, sheet };
  }
  for (let start = 0; start < unknown.length; start += HISTORIES) {
    yield* workedOut(client, unknown.slice(start, start + HISTORIES), scope, by);
  }
}

async function* knownCases(
  client: PoolClient,
  { filters, from, horizon }: CaseSelection,
  scope: Scope,
  by: Dimension,
): AsyncGenerator<KnownCase> {
  const reading = { clock: scope.clock, by };
  const parts = filters.workflow === null ? [] : [readingName(reading, true)];
  const parameters = [
    filtersOf(filters),
    [readingName(reading, false), ...parts],
    RECKONING,
    from,
    horizon,
    scope.horizon.inclusive,
    CLOCK_MILESTONES[scope.clock],
  ];
  yield* cursorRows<KnownCase>(client, SHEETS, parameters);
}

async function* workedOut(
  client: PoolClient,
  cases: readonly KnownCase[],
  scope: Scope,
  by: Dimension,
): AsyncGenerator<SheetOfCase> {
  for (const history of await readCases(client, cases)) {
    const sheet = sheetOf(history, scope, by);
    if (sheet !== null) yield { caseId: history.caseId, sheet };
  }
}
