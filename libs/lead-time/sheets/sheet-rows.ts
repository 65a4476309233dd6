import type { IdleTime } from '../cases/idle';
import type { Visit } from '../cases/visits';
import { addPortions } from '../reports/case-figures';
import { type Portions, noPortions } from '../reports/row-tally';
import { type CaseSheet, type SheetWords, STILL_OPEN } from './case-sheet';

/** What a case adds to a row along its critical path. Milliseconds. */
export interface Part {
  key: string;
  contributed: number;
  removable: number;
}

interface SheetRow {
  contributed: number;
  removable: number;
  portions: Portions;
  visits: number[];
}

/** Collects the rows of one case's sheet. */
export class SheetRows {
  private readonly rows = new Map<string, SheetRow>();

  constructor(private readonly since: number) {}

  addPart({ key, contributed, removable }: Part): void {
    Object.assign(this.row(key), { contributed, removable });
  }

  addVisit(visit: Visit, idle: IdleTime): void {
    const { key, start, end } = visit;
    const { visits, portions } = this.row(key);
    visits.push(start - this.since, end === null ? STILL_OPEN : end - start);
    if (end !== null) addPortions(portions, visit, idle);
  }

  /** By key, so that the words of cases with the same rows are the same. */
  finish(): Pick<SheetWords, 'keys' | 'causes'> & Pick<CaseSheet, 'numbers'> {
    const rows = [...this.rows].sort(([one], [other]) => (one < other ? -1 : 1));
    const causes: string[][] = [];
    const numbers: number[] = [];
    for (const [, { contributed, removable, portions, visits }] of rows) {
      numbers.push(contributed, removable);
      causes.push(tellPortions(portions, numbers));
      numbers.push(visits.length / 2, ...visits);
    }
    return { keys: rows.map(([key]) => key), causes, numbers };
  }

  private row(key: string): SheetRow {
    let row = this.rows.get(key);
    if (row === undefined) {
      row = { contributed: 0, removable: 0, portions: noPortions(), visits: [] };
      this.rows.set(key, row);
    }
    return row;
  }
}

/** Adds some portions and the time of each of their causes to `numbers`. Gives the causes, in order. */
export function tellPortions(portions: Portions, numbers: number[]): string[] {
  const { waiting, assigned, paused, idle, causes: times } = portions;
  const causes = Object.keys(times).sort();
  numbers.push(waiting, assigned, paused, idle);
  for (const code of causes) numbers.push(times[code] ?? 0);
  return causes;
}
