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
    const entry = entryAge(this.scope.from, since);
    const age = end - since;
    if (outcome === null) this.total.open += 1;
    this.total.addEntry(entry);
    if (portions === null) this.total.addUnended(age);
    else this.total.addClosed(age, portions);
    this.ends.add({ entry, time: age, outcome });
  }

  /** A row of a month is its whole cases: those whose access falls in it. */
  private addMonths({ since, end, outcome, portions }: CaseSheet): void {
    const last = monthOf(outcome === null ? end - 1 : end);
    if (outcome === null) this.row(last).open += 1;
    if (portions !== null) this.row(last).addClosed(end - since, portions);
    const from = Math.max(since, this.scope.from ?? since);
    for (const { key } of monthParts(from, end + 1)) {
      const row = this.row(key);
      row.addEntry(entryAge(monthStart(key), since));
      if (portions === null || key !== last) row.addUnended(Math.min(end, monthAfter(key)) - since);
    }
  }

  private addVisit([key, start, end, portions]: VisitLine): void {
    const row = this.row(key);
    row.addEntry(entryAge(this.scope.from, start));
    if (end !== null && portions !== null) row.addClosed(end - start, portions);
    else {
      row.open += 1;
      row.addUnended(this.scope.horizon.at - start);
    }
  }

  private addPart([key, contributed, removable]: CaseSheet['parts'][number]): void {
    const row = this.row(key);
    row.contributed += contributed;
    row.removable += removable;
    this.total.contributed += contributed;
    // Without the whole of it the case would have ended where its clock started.
    this.total.removable += contributed;
  }
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
