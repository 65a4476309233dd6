import {
  type CaseSheet,
  STILL_OPEN,
  type SheetWords,
  WHOLE_CAUSES,
  WHOLE_PORTIONS,
} from '../sheets/case-sheet';
import type { Scope } from './case-figures';
import { MilestoneTally } from './milestone-tally';
import { monthAfter, monthOf, monthParts, monthStart } from './months';
import { OutcomeTally } from './outcome-tally';
import { type Dimension, type Report, type Row, WHOLE, noOutcomes } from './report';
import { RowTally } from './row-tally';

/** What a report says of its cases; the frame around it (name, definition, moment) is the caller's. */
export type ReportBody = Pick<
  Report,
  'outcomes' | 'total' | 'milestones' | 'accessBy' | 'incidence' | 'rows'
> & {
  cases: number;
  open: number;
};

/**
 * Adds up cases one at a time, so that a report over many cases never holds them all. Pure: the same cases in
 * any order give the same report.
 */
export class ReportAccumulator {
  private readonly rows = new Map<string, RowTally>();
  private readonly total = new RowTally(WHOLE);
  private readonly milestones: MilestoneTally;
  private readonly ends = new OutcomeTally();
  private readonly outcomes: Record<string, number> = noOutcomes();
  private cases = 0;
  private open = 0;

  constructor(
    private readonly scope: Scope,
    private readonly by: Dimension,
  ) {
    this.milestones = new MilestoneTally(scope);
  }

  add({ words, numbers }: CaseSheet): void {
    const { outcome, milestones, keys, causes } = words;
    this.cases += 1;
    if (outcome === null) this.open += 1;
    else this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
    this.addWhole(words, numbers);
    if (this.by === 'month') this.addMonths(words, numbers);
    let at = WHOLE_CAUSES + words.pathCauses.length;
    for (const key of milestones) {
      this.milestones.add(key, numbers[at] ?? 0, numbers[at + 1] ?? 0);
      at += 2;
    }
    for (let place = 0; place < keys.length; place += 1) {
      at = this.addLine(this.row(keys[place] ?? ''), causes[place] ?? [], numbers, at);
    }
  }

  finish(): ReportBody {
    const rows = [...this.rows.values()].filter((row) => !row.isEmpty);
    const whole = rows.reduce((sum, { contributed }) => sum + contributed, 0);
    const { cases, open } = this;
    return {
      ...{ cases, open, outcomes: this.outcomes as Report['outcomes'] },
      total: this.total.toRow(whole),
      milestones: this.milestones.finish(),
      ...this.ends.finish(),
      rows: rows.map((row) => row.toRow(whole)).sort(byContribution),
    };
  }

  private row(key: string): RowTally {
    let row = this.rows.get(key);
    if (row === undefined) this.rows.set(key, (row = new RowTally(key)));
    return row;
  }

  private addWhole(words: SheetWords, numbers: readonly number[]): void {
    const [since = 0, lasts = 0] = numbers;
    const { outcome, reachedAccess } = words;
    const entry = entryAge(this.scope.from, since);
    if (outcome === null) this.total.open += 1;
    this.total.addEntry(entry);
    if (reachedAccess) addAccess(this.total, words, numbers);
    else this.total.addUnended(lasts);
    this.ends.add({ entry, time: lasts, outcome });
  }

  /** A row of a month is its whole cases: those whose access falls in it. */
  private addMonths(words: SheetWords, numbers: readonly number[]): void {
    const [since = 0, lasts = 0] = numbers;
    const { outcome, reachedAccess } = words;
    const end = since + lasts;
    const last = monthOf(outcome === null ? end - 1 : end);
    if (outcome === null) this.row(last).open += 1;
    if (reachedAccess) addAccess(this.row(last), words, numbers);
    const from = Math.max(since, this.scope.from ?? since);
    for (const { key } of monthParts(from, end + 1)) {
      const row = this.row(key);
      row.addEntry(entryAge(monthStart(key), since));
      if (!reachedAccess || key !== last) row.addUnended(Math.min(end, monthAfter(key)) - since);
    }
  }

  /** One row of a sheet, whose numbers begin at `at`. Gives where those of the next one begin. */
  private addLine(row: RowTally, causes: readonly string[], numbers: readonly number[], at: number): number {
    const [since = 0] = numbers;
    const contributed = numbers[at] ?? 0;
    row.contributed += contributed;
    row.removable += numbers[at + 1] ?? 0;
    this.total.contributed += contributed;
    // Without the whole of it the case would have ended where its clock started.
    this.total.removable += contributed;
    row.addPortions(numbers, at + 2, causes);
    let place = at + 6 + causes.length;
    for (let visits = numbers[place++] ?? 0; visits > 0; visits -= 1) {
      this.addVisit(row, since + (numbers[place++] ?? 0), numbers[place++] ?? STILL_OPEN);
    }
    return place;
  }

  private addVisit(row: RowTally, start: number, lasts: number): void {
    row.addEntry(entryAge(this.scope.from, start));
    if (lasts !== STILL_OPEN) row.addClosed(lasts);
    else {
      row.open += 1;
      row.addUnended(this.scope.horizon.at - start);
    }
  }
}

function addAccess(row: RowTally, { pathCauses }: SheetWords, numbers: readonly number[]): void {
  row.addClosed(numbers[1] ?? 0);
  row.addPortions(numbers, WHOLE_PORTIONS, pathCauses);
}

/**
 * What is at risk in a period enters at the age it had when the period began. The period holds its first
 * instant, so that what ends exactly there is at risk: hence the millisecond less.
 */
export function entryAge(from: number | null, start: number): number {
  return from === null ? 0 : Math.max(0, from - start - 1);
}

function byContribution(a: Row, b: Row): number {
  return b.contributed.seconds - a.contributed.seconds || (a.key < b.key ? -1 : 1);
}
