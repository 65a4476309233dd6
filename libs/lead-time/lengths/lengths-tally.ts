import { entryAge } from '../reports/accumulator';
import type { Scope } from '../reports/case-figures';
import { WHOLE } from '../reports/report';
import type { CaseSheet } from '../sheets/case-sheet';
import { percentile, sortNumbers } from '../statistics/percentiles';
import { type Bin, histogram } from './histogram';
import { type CurvePoint, survivalCurve } from './survival-curve';
import { eachVisitOn } from './visits-in';

/** How the lengths of a row lie, closed and open. Seconds. */
export interface Lengths {
  key: string;
  n: number;
  open: number;
  /** Of the closed ones: the longest and the shortest left out, and the quarters between. */
  box: { p10: number | null; p25: number | null; p50: number | null; p75: number | null; p90: number | null };
  distribution: Bin[];
  survival: CurvePoint[];
}

/** Collects the visits of one row of a lead-time table as the table counts them. Milliseconds, until told. */
export class LengthsTally {
  private readonly ends: number[] = [];
  private readonly entries: number[] = [];
  private readonly unended: number[] = [];
  private open = 0;

  constructor(
    private readonly scope: Scope,
    private readonly key: string,
  ) {}

  add(sheet: CaseSheet): void {
    if (this.key === WHOLE) return this.addWhole(sheet);
    if (!sheet.words.keys.includes(this.key)) return;
    eachVisitOn(sheet, (key, start, lasts) => {
      if (key !== this.key) return;
      if (lasts === null) this.open += 1;
      this.addOne(start, lasts ?? this.scope.horizon.at - start, lasts !== null);
    });
  }

  finish(): Lengths {
    const ends = sortNumbers(this.ends);
    const risk = { entries: sortNumbers(this.entries), ends, censored: sortNumbers(this.unended) };
    const at = (p: number): number | null => inSeconds(percentile(ends, p));
    return {
      ...{ key: this.key, n: ends.length, open: this.open },
      box: { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) },
      distribution: histogram(ends),
      survival: survivalCurve(risk),
    };
  }

  /** The total is one visit a case, ended by access alone. */
  private addWhole({ words: { outcome, reachedAccess }, numbers }: CaseSheet): void {
    const [since = 0, lasts = 0] = numbers;
    if (outcome === null) this.open += 1;
    this.addOne(since, lasts, reachedAccess);
  }

  private addOne(start: number, lasts: number, ended: boolean): void {
    const entry = entryAge(this.scope.from, start);
    if (entry > 0) this.entries.push(entry);
    (ended ? this.ends : this.unended).push(lasts);
  }
}

function inSeconds(milliseconds: number | null): number | null {
  return milliseconds === null ? null : milliseconds / 1000;
}
