import type { CaseHistory } from '../cases/case-history';
import { type WrittenHistory, historyIn } from '../cases/written-history';
import { parsedOnce } from '../parsed-once';
import type { Recollection, RememberedRows } from '../remembered-rows';
import type { Scope } from '../reports/case-figures';
import type { Dimension } from '../reports/report';
import type { CaseSheet, SheetWords } from './case-sheet';
import { sheetOf } from './sheet-of';

/** A case of a report, and what is kept of it. */
export interface KeptCase {
  id: string;
  /** Of the rows in which its sheet and its history are kept: another row has another. Null where none is. */
  sheetMark: string | null;
  historyMark: string | null;
  /** JSON; like the rest null where it is not kept, or was not asked for. */
  words: string | null;
  numbers: number[] | null;
  /** JSON (`WrittenHistory`), taken apart only where its sheet is not remembered. */
  history: string | null;
}

/** The sheets of one report, from what is remembered and what is kept. */
export class KnownSheets {
  private readonly wordsIn = parsedOnce((words: SheetWords) => words);
  private readonly settled: Recollection<CaseSheet>;
  /** Of cases that a past period cuts in two; null for a present one: sheets of what goes on change as time passes. */
  private readonly cut: Recollection<CaseSheet | null> | null;
  /** Of what goes on the history stays the same until something happens; to take it apart is a third of the work. */
  private readonly histories: Recollection<CaseHistory>;

  constructor(
    remembered: RememberedRows,
    private readonly scope: Scope,
    private readonly by: Dimension,
  ) {
    const { clock, from, horizon } = scope;
    this.settled = remembered.about(`sheets of ${clock} by ${by}`);
    this.cut = horizon.inclusive ? null : remembered.about([clock, by, from, horizon.at].join(' '));
    this.histories = remembered.about('histories');
  }

  /** Whether sheets, and whether histories, are to be told by the first row: nothing is remembered of any. */
  get wanting(): [sheets: boolean, histories: boolean] {
    return [this.settled.isEmpty, (this.cut ?? this.histories).isEmpty];
  }

  /** Null: the report does not count the case. */
  sheetOf(one: KeptCase): CaseSheet | null | 'not kept' | 'not read' {
    const { sheetMark, historyMark } = one;
    if (sheetMark !== null) return this.settledSheet(one, sheetMark);
    return historyMark === null ? 'not kept' : this.cutSheet(one, historyMark);
  }

  private settledSheet({ id, words, numbers }: KeptCase, mark: string): CaseSheet | 'not read' {
    if (words === null || numbers === null) return this.settled.find(id, mark) ?? 'not read';
    return this.settled.keep(id, mark, { words: this.wordsIn(words), numbers }, numbers.length);
  }

  private cutSheet(one: KeptCase, mark: string): CaseSheet | null | 'not read' {
    const known = this.cut?.find(one.id, mark);
    if (known !== undefined) return known;
    const history = this.historyOf(one, mark);
    if (history === 'not read') return history;
    const sheet = sheetOf(history, this.scope, this.by);
    return this.cut?.keep(one.id, mark, sheet, sheet?.numbers.length ?? 1) ?? sheet;
  }

  private historyOf({ id, history }: KeptCase, mark: string): CaseHistory | 'not read' {
    if (history === null) return this.histories.find(id, mark) ?? 'not read';
    const whole = historyIn(JSON.parse(history) as WrittenHistory, id);
    // What a past period cuts is remembered as its sheet, which is smaller.
    return this.cut === null ? this.histories.keep(id, mark, whole, numbersIn(whole)) : whole;
  }
}

/** How many numbers take as much room, roughly: eleven fields a span, and its object. */
function numbersIn({ instances, spans, events }: CaseHistory): number {
  return 16 * (instances.length + spans.length) + events.reduce((sum, { at }) => sum + at.length, 0);
}
