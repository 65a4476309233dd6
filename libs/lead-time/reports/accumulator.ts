import type { CaseHistory } from '../cases/case-history';
import { visitSince, visitsOf } from '../cases/visits';
import type { Piece } from '../path/network';
import { type CaseFigures, type Scope, figuresOf, portionsOfPath, portionsOfVisit } from './case-figures';
import { type SharesOf, VISIT_KEYS, sharesBy } from './dimension-keys';
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
  private readonly shares: SharesOf;
  private cases = 0;
  private open = 0;

  constructor(
    private readonly scope: Scope,
    private readonly by: Dimension,
  ) {
    this.shares = sharesBy(by);
    this.milestones = new MilestoneTally(scope);
  }

  add(history: CaseHistory): void {
    const figures = figuresOf(history, this.scope);
    if (figures === null) return;
    const { open, outcome } = figures.frame;
    this.cases += 1;
    if (open) this.open += 1;
    if (outcome !== null) this.outcomes[outcome] = (this.outcomes[outcome] ?? 0) + 1;
    this.addWhole(figures);
    if (this.by === 'month') this.addMonths(figures);
    else this.addVisits(figures, this.by);
    this.addContributions(figures);
    this.milestones.add(figures);
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

  private addWhole(figures: CaseFigures): void {
    const { frame, since, reachedAccess } = figures;
    if (frame.open) this.total.open += 1;
    if (reachedAccess) {
      this.total.closed.push(frame.end - since);
      this.total.addPortions(portionsOfPath(figures));
    }
    this.observe(this.total, since, reachedAccess ? frame.end : null, frame.end);
    const { outcome, end } = frame;
    this.ends.add({ entry: entryAge(this.scope.from, since), time: end - since, outcome });
  }

  /** A row of a month is its whole cases: those whose access falls in it. */
  private addMonths(figures: CaseFigures): void {
    const { frame, since, reachedAccess } = figures;
    const last = this.row(monthOf(frame.open ? frame.end - 1 : frame.end));
    if (frame.open) last.open += 1;
    if (reachedAccess) {
      last.closed.push(frame.end - since);
      last.addPortions(portionsOfPath(figures));
    }
    const from = Math.max(since, this.scope.from ?? since);
    for (const { key } of monthParts(from, frame.end + 1)) {
      const [begin, after] = [monthStart(key), monthAfter(key)];
      const ended = reachedAccess && frame.end < after ? frame.end : null;
      observeFrom(this.row(key), begin, since, ended, Math.min(frame.end, after));
    }
  }

  private addVisits({ history, frame, since, idle }: CaseFigures, by: Exclude<Dimension, 'month'>): void {
    for (const whole of visitsOf(history, VISIT_KEYS[by], this.scope.horizon)) {
      const visit = visitSince(whole, since, frame);
      if (visit === null || (visit.end !== null && visit.end < (this.scope.from ?? visit.end))) continue;
      const row = this.row(visit.key);
      this.observe(row, visit.start, visit.end, this.scope.horizon.at);
      if (visit.end === null) row.open += 1;
      else {
        row.closed.push(visit.end - visit.start);
        row.addPortions(portionsOfVisit(visit, idle));
      }
    }
  }

  private observe(row: RowTally, start: number, end: number | null, seenUntil: number): void {
    observeFrom(row, this.scope.from, start, end, seenUntil);
  }

  private addContributions({ path, since, frame }: CaseFigures): void {
    const from = Math.max(since, this.scope.from ?? since);
    const contributed = new Map<string, number>();
    for (const piece of path.pieces) {
      for (const [key, time] of this.shares(piece, from))
        contributed.set(key, (contributed.get(key) ?? 0) + time);
    }
    const shares = remembered(this.shares, from);
    for (const [key, time] of contributed) {
      const row = this.row(key);
      row.contributed += time;
      row.removable += frame.end - path.network.reached(path.end, (piece) => shares(piece).get(key) ?? 0);
      this.total.contributed += time;
      // Without the whole of it the case would have ended where its clock started.
      this.total.removable += time;
    }
  }
}

/** Every row asks for every piece again. */
function remembered(shares: SharesOf, from: number): (piece: Piece) => ReadonlyMap<string, number> {
  const known = new Map<Piece, ReadonlyMap<string, number>>();
  return (piece) => {
    let parts = known.get(piece);
    if (parts === undefined) known.set(piece, (parts = new Map(shares(piece, from))));
    return parts;
  };
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
