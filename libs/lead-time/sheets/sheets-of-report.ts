import type { PoolClient } from 'pg';
import type { CaseHistory } from '../cases/case-history';
import type { CaseSelection } from '../cases/load-cases';
import { type CasePlace, readCases } from '../cases/read-histories';
import { filtersOf, overReported } from '../cases/reported';
import { type WrittenHistory, historyIn } from '../cases/written-history';
import { CLOCK_MILESTONES, type Scope } from '../reports/case-figures';
import type { Dimension } from '../reports/report';
import { eachRow } from '../each-row';
import { parsedOnce } from '../parsed-once';
import { sqlFile } from '../sql-file';
import type { CaseSheet, SheetWords } from './case-sheet';
import { sheetOf } from './sheet-of';
import { RECKONING, readingName } from './reading';
import { staleRoots } from './stale-roots';

const SHEETS = overReported(sqlFile(__dirname, 'sheets-of-report'));

/** Cases whose histories are read from the tables at once. */
const HISTORIES = 200;

interface KnownCase extends CasePlace {
  /** JSON; null where no sheet is kept. */
  words: string | null;
  numbers: number[] | null;
  history: WrittenHistory | null;
}

/** Takes what one case adds. */
type SeeSheet = (sheet: CaseSheet, caseId: string) => void;

/**
 * Tells the sheets of all cases that a report counts, case by case. What is kept spares work and changes no figure: a
 * case that goes on, or lies across an end of the period, is worked out anew, from its kept history where that is up to
 * date.
 */
export async function sheetsOfReport(
  client: PoolClient,
  selection: CaseSelection,
  scope: Scope,
  by: Dimension,
  see: SeeSheet,
): Promise<void> {
  const unknown: KnownCase[] = [];
  const wordsIn = parsedOnce((words: SheetWords) => words);
  const workOut = (history: CaseHistory): void => {
    const sheet = sheetOf(history, scope, by);
    if (sheet !== null) see(sheet, history.caseId);
  };
  const parameters = await parametersOf(client, selection, scope, by);
  await eachRow<KnownCase>(client, SHEETS, parameters, (known) => {
    const { id, words, numbers, history } = known;
    if (words !== null && numbers !== null) see({ words: wordsIn(words), numbers }, id);
    else if (history === null) unknown.push(known);
    else workOut(historyIn(history, id));
  });
  for (let start = 0; start < unknown.length; start += HISTORIES) {
    (await readCases(client, unknown.slice(start, start + HISTORIES))).forEach(workOut);
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
