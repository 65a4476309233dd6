import type { CaseSheet, VisitLine } from '../sheets/case-sheet';
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

  add(sheet: CaseSheet): void {
    const { outcome } = sheet;
    this.cases += 1;
    if (outcome === null) this.open += 1;
    else this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
    this.addWhole(sheet);
    if (this.by === 'month') this.addMonths(sheet);
    for (const visit of sheet.visits) this.addVisit(visit);
    for (const part of sheet.parts) this.addPart(part);
    this.milestones.add(sheet);
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

  private addWhole({ since, end, outcome, portions }: CaseSheet): void {
    if (outcome === null) this.total.open += 1;
    if (portions !== null) this.total.addClosed(end - since, portions);
    this.observe(this.total, since, portions === null ? null : end, end);
    this.ends.add({ entry: entryAge(this.scope.from, since), time: end - since, outcome });
  }

  /** A row of a month is its whole cases: those whose access falls in it. */
  private addMonths({ since, end, outcome, portions }: CaseSheet): void {
    const last = this.row(monthOf(outcome === null ? end - 1 : end));
    if (outcome === null) last.open += 1;
    if (portions !== null) last.addClosed(end - since, portions);
    const from = Math.max(since, this.scope.from ?? since);
    for (const { key } of monthParts(from, end + 1)) {
      const [begin, after] = [monthStart(key), monthAfter(key)];
      const ended = portions !== null && end < after ? end : null;
      observeFrom(this.row(key), begin, since, ended, Math.min(end, after));
    }
  }

  private addVisit([key, start, end, portions]: VisitLine): void {
    const row = this.row(key);
    this.observe(row, start, end, this.scope.horizon.at);
    if (end === null || portions === null) row.open += 1;
    else row.addClosed(end - start, portions);
  }

  private addPart([key, contributed, removable]: CaseSheet['parts'][number]): void {
    const row = this.row(key);
    row.contributed += contributed;
    row.removable += removable;
    this.total.contributed += contributed;
    // Without the whole of it the case would have ended where its clock started.
    this.total.removable += contributed;
  }

  private observe(row: RowTally, start: number, end: number | null, seenUntil: number): void {
    observeFrom(row, this.scope.from, start, end, seenUntil);
  }
}

/** One visit at risk in a period that begins at `from`. */
function observeFrom(
  row: RowTally,
  from: number | null,
  start: number,
  end: number | null,
  seen: number,
): void {
  row.observations.push({
    entry: entryAge(from, start),
    time: (end ?? seen) - start,
    event: end !== null,
  });
}

/**
 * What is at risk in a period enters at the age it had when the period began. The period holds its first
 * instant, so that what ends exactly there is at risk: hence the millisecond less.
 */
function entryAge(from: number | null, start: number): number {
  return from === null ? 0 : Math.max(0, from - start - 1);
}

function byContribution(a: Row, b: Row): number {
  return b.contributed.seconds - a.contributed.seconds || (a.key < b.key ? -1 : 1);
}
