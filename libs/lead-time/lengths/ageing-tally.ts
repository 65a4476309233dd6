import type { CaseSheet } from '../sheets/case-sheet';
import { eachVisitOn } from './visits-in';

/** Open visits of one stage. */
export interface AgeingRow {
  key: string;
  /** Days of 24 hours, begun ones not counted, and how many visits are so old; the oldest first. */
  ages: { days: number; n: number }[];
}

const DAY = 86_400_000;

/** So many ages a stage are told one by one; where there are more they are told by the week, or by more weeks. */
const MOST = 80;

/** Collects how old the open visits are, stage by stage. */
export class AgeingTally {
  private readonly rows = new Map<string, Map<number, number>>();

  constructor(private readonly at: number) {}

  add(sheet: CaseSheet): void {
    eachVisitOn(sheet, (key, start, lasts) => {
      if (lasts !== null) return;
      let row = this.rows.get(key);
      if (row === undefined) this.rows.set(key, (row = new Map()));
      const days = Math.max(0, Math.floor((this.at - start) / DAY));
      row.set(days, (row.get(days) ?? 0) + 1);
    });
  }

  /** By stage. */
  finish(): AgeingRow[] {
    const rows = [...this.rows].sort(([one], [other]) => (one < other ? -1 : 1));
    return rows.map(([key, ages]) => ({ key, ages: told(ages) }));
  }
}

function told(ages: ReadonlyMap<number, number>): AgeingRow['ages'] {
  const width = widthFor(ages);
  const counts = new Map<number, number>();
  for (const [days, n] of ages) {
    const begin = Math.floor(days / width) * width;
    counts.set(begin, (counts.get(begin) ?? 0) + n);
  }
  return [...counts].map(([days, n]) => ({ days, n })).sort((one, other) => other.days - one.days);
}

function widthFor(ages: ReadonlyMap<number, number>): number {
  if (ages.size <= MOST) return 1;
  const oldest = Math.max(...ages.keys());
  return 7 * Math.ceil(oldest / 7 / MOST);
}
