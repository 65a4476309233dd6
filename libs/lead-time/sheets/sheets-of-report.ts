import type { PoolClient } from 'pg';
import type { CaseSelection } from '../cases/load-cases';
import { type CasePlace, readCases } from '../cases/read-histories';
import { filtersOf, overReported } from '../cases/reported';
import { type WrittenHistory, historyIn } from '../cases/written-history';
import { CLOCK_MILESTONES, type Scope } from '../reports/case-figures';
import type { Dimension } from '../reports/report';
import type { TableScope } from '../reports/scope-of';
import { eachRow } from '../each-row';
import { parsedOnce } from '../parsed-once';
import { sqlFile } from '../sql-file';
import type { CaseSheet, SheetWords } from './case-sheet';
import { sheetOf } from './sheet-of';
import { RECKONING, readingName } from './reading';
import type { RememberedSheets } from './remembered-sheets';
import { staleRoots } from './stale-roots';

const SHEETS = overReported(sqlFile(__dirname, 'sheets-of-report'));

/** Cases whose histories are read from the tables at once. */
const HISTORIES = 200;

interface KnownCase extends CasePlace {
  /** JSON; null where no sheet is kept. */
  words: string | null;
  numbers: number[] | null;
  /** JSON (`WrittenHistory`), taken apart only where its sheet is not remembered; null where there is a sheet, or nothing. */
  history: string | null;
  /** Of the row of kept history: another row has another. */
  mark: string;
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
  { selection, scope }: TableScope,
  by: Dimension,
  remembered: RememberedSheets,
  see: SeeSheet,
): Promise<void> {
  const unknown: KnownCase[] = [];
  const wordsIn = parsedOnce((words: SheetWords) => words);
  const sheetFor = remembered.ofReport(scope, by);
  const seeCounted = (sheet: CaseSheet | null, caseId: string): void => {
    if (sheet !== null) see(sheet, caseId);
  };
  const parameters = await parametersOf(client, selection, scope, by);
  await eachRow<KnownCase>(client, SHEETS, parameters, (known) => {
    const { id, words, numbers, history, mark } = known;
    if (words !== null && numbers !== null) see({ words: wordsIn(words), numbers }, id);
    else if (history === null) unknown.push(known);
    else {
      const workOut = () => sheetOf(historyIn(JSON.parse(history) as WrittenHistory, id), scope, by);
      seeCounted(sheetFor(id, mark, workOut), id);
    }
  });
  for (let start = 0; start < unknown.length; start += HISTORIES) {
    const histories = await readCases(client, unknown.slice(start, start + HISTORIES));
    for (const history of histories) seeCounted(sheetOf(history, scope, by), history.caseId);
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
