import { type CaseSheet, FIRST_VISIT, type RowLine, STILL_OPEN } from '../sheets/case-sheet';
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
    const { outcome, keys, figures, causes } = sheet;
    this.cases += 1;
    if (outcome === null) this.open += 1;
    else this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
    this.addWhole(sheet);
    if (this.by === 'month') this.addMonths(sheet);
    for (const [place, key] of keys.entries()) {
      const line = figures[place];
      if (line !== undefined) this.addLine(this.row(key), line, sheet.since);
    }
    for (const key in causes) this.row(key).addCauses(causes[key] ?? {});
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

  private addWhole(sheet: CaseSheet): void {
    const { since, lasts, outcome } = sheet;
    const entry = entryAge(this.scope.from, since);
    if (outcome === null) this.total.open += 1;
    this.total.addEntry(entry);
    if (sheet.portions === null) this.total.addUnended(lasts);
    else addAccess(this.total, sheet);
    this.ends.add({ entry, time: lasts, outcome });
  }

  /** A row of a month is its whole cases: those whose access falls in it. */
  private addMonths(sheet: CaseSheet): void {
    const { since, lasts, outcome, portions } = sheet;
    const end = since + lasts;
    const last = monthOf(outcome === null ? end - 1 : end);
    if (outcome === null) this.row(last).open += 1;
    addAccess(this.row(last), sheet);
    const from = Math.max(since, this.scope.from ?? since);
    for (const { key } of monthParts(from, end + 1)) {
      const row = this.row(key);
      row.addEntry(entryAge(monthStart(key), since));
      if (portions === null || key !== last) row.addUnended(Math.min(end, monthAfter(key)) - since);
    }
  }

  private addLine(row: RowTally, line: RowLine, since: number): void {
    const [contributed, removable, waiting, assigned, paused, idle] = line;
    row.contributed += contributed;
    row.removable += removable;
    this.total.contributed += contributed;
    // Without the whole of it the case would have ended where its clock started.
    this.total.removable += contributed;
    row.addPortions(waiting, assigned, paused, idle);
    for (let place = FIRST_VISIT; place < line.length; place += 2) {
      this.addVisit(row, since + (line[place] ?? 0), line[place + 1] ?? STILL_OPEN);
    }
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

function addAccess(row: RowTally, { lasts, portions, pathCauses }: CaseSheet): void {
  if (portions === null) return;
  row.addClosed(lasts);
  row.addPortions(...portions);
  if (pathCauses !== undefined) row.addCauses(pathCauses);
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
