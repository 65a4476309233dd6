import type { IdleTime } from '../cases/idle';
import type { Visit } from '../cases/visits';
import { addPortions } from '../reports/case-figures';
import { type Portions, noPortions } from '../reports/row-tally';
import { type CaseSheet, type PortionLine, STILL_OPEN } from './case-sheet';

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

  finish(): Pick<CaseSheet, 'keys' | 'figures' | 'causes'> {
    const rows = [...this.rows];
    const caused = rows.filter(([, { portions }]) => Object.keys(portions.causes).length > 0);
    return {
      keys: rows.map(([key]) => key),
      figures: rows.map(([, { contributed, removable, portions, visits }]) => [
        ...([contributed, removable, ...lineOf(portions)] as const),
        ...visits,
      ]),
      causes: Object.fromEntries(caused.map(([key, { portions }]) => [key, portions.causes])),
    };
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

export function lineOf({ waiting, assigned, paused, idle }: Portions): PortionLine {
  return [waiting, assigned, paused, idle];
}
