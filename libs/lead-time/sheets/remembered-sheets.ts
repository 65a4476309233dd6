import type { Scope } from '../reports/case-figures';
import type { Dimension } from '../reports/report';
import type { CaseSheet } from './case-sheet';

/** Of all periods together; a sheet takes about two kilobytes. */
const AT_MOST = 50_000;

interface Remembered {
  mark: string;
  /** Null: the report does not count the case. */
  sheet: CaseSheet | null;
}

/**
 * Sheets of cases that a past period cuts in two, so that whoever asks for the period again need not wait until they are
 * worked out again. Of a period that has not ended nothing is remembered: its sheets change as time passes.
 *
 * | state          | a sheet is asked for                                                               |
 * | -------------- | ---------------------------------------------------------------------------------- |
 * | not remembered | worked out; remembered, if need be in place of the periods not asked for longest   |
 * | remembered     | told, if the kept history has the mark of the one that it was worked out from      |
 * | out of date    | the mark is another one: as if not remembered                                      |
 */
export class RememberedSheets {
  /** The period last asked for is the last one. */
  private readonly periods = new Map<string, Map<string, Remembered>>();
  private count = 0;

  /** What one report gets its sheets from. `mark` tells which row of kept history a sheet is worked out from. */
  ofReport(
    { clock, from, horizon }: Scope,
    by: Dimension,
  ): (caseId: string, mark: string, workOut: () => CaseSheet | null) => CaseSheet | null {
    if (horizon.inclusive) return (_caseId, _mark, workOut) => workOut();
    const sheets = this.period([clock, by, from, horizon.at].join(' '));
    return (caseId, mark, workOut) => {
      const known = sheets.get(caseId);
      if (known?.mark === mark) return known.sheet;
      const sheet = workOut();
      if (known !== undefined || this.hasRoom(sheets)) this.remember(sheets, caseId, { mark, sheet });
      return sheet;
    };
  }

  private period(key: string): Map<string, Remembered> {
    const sheets = this.periods.get(key) ?? new Map<string, Remembered>();
    this.periods.delete(key);
    this.periods.set(key, sheets);
    return sheets;
  }

  private remember(sheets: Map<string, Remembered>, caseId: string, remembered: Remembered): void {
    const before = sheets.size;
    sheets.set(caseId, remembered);
    this.count += sheets.size - before;
  }

  private hasRoom(own: Map<string, Remembered>): boolean {
    for (const [key, sheets] of this.periods) {
      if (this.count < AT_MOST || sheets === own) break;
      this.periods.delete(key);
      this.count -= sheets.size;
    }
    return this.count < AT_MOST;
  }
}
