import { percentile, sortNumbers } from '../statistics/percentiles';
import type { RiskSet } from '../statistics/risk-set';
import { quantilesAtRisk } from '../statistics/survival-quantiles';
import type { Milestone, Row } from './report';

/** Time in milliseconds by what happened in it. */
export interface Portions {
  waiting: number;
  assigned: number;
  paused: number;
  idle: number;
  causes: Record<string, number>;
}

export function noPortions(): Portions {
  return { waiting: 0, assigned: 0, paused: 0, idle: 0, causes: {} };
}

/** Collects what one row of a report says. Milliseconds; `toRow` turns them into seconds. */
export class RowTally {
  open = 0;
  contributed = 0;
  removable = 0;
  private readonly closed: number[] = [];
  private readonly entries: number[] = [];
  private readonly unended: number[] = [];
  private readonly portions = noPortions();

  constructor(readonly key: string) {}

  get isEmpty(): boolean {
    return this.closed.length === 0 && this.open === 0 && this.contributed === 0;
  }

  /** What came under observation at an age; one more than 0 is kept. */
  addEntry(age: number): void {
    if (age > 0) this.entries.push(age);
  }

  /** What was last seen at an age and had not ended. */
  addUnended(age: number): void {
    this.unended.push(age);
  }

  /** What ended, at the age of its duration. */
  addClosed(duration: number): void {
    this.closed.push(duration);
  }

  /** Of a sheet: its numbers from `at` on are four portions, then the time of each cause. */
  addPortions(numbers: readonly number[], at: number, causes: readonly string[]): void {
    const { portions } = this;
    portions.waiting += numbers[at] ?? 0;
    portions.assigned += numbers[at + 1] ?? 0;
    portions.paused += numbers[at + 2] ?? 0;
    portions.idle += numbers[at + 3] ?? 0;
    for (let place = 0; place < causes.length; place += 1) {
      const code = causes[place] ?? '';
      portions.causes[code] = (portions.causes[code] ?? 0) + (numbers[at + 4 + place] ?? 0);
    }
  }

  /** `whole` is what the rows' contributions add up to. */
  toRow(whole: number): Row {
    const { waiting, assigned, paused, idle, causes } = this.portions;
    const ends = sortNumbers(this.closed);
    return {
      key: this.key,
      n: this.closed.length,
      open: this.open,
      seconds: secondsOf(ends),
      censored: censoredOf({
        entries: sortNumbers(this.entries),
        ends,
        censored: sortNumbers(this.unended),
      }),
      waiting: inSeconds(waiting),
      assigned: inSeconds(assigned),
      paused: inSeconds(paused),
      idle: inSeconds(idle),
      causes: Object.fromEntries(
        Object.entries(causes)
          .sort()
          .map(([code, time]) => [code, inSeconds(time)]),
      ),
      contributed: {
        seconds: inSeconds(this.contributed),
        share: whole === 0 ? 0 : this.contributed / whole,
      },
      removable: inSeconds(this.removable),
      excess: null,
      target: null,
    };
  }
}

export function milestoneOf(durations: readonly number[]): Milestone {
  const sorted = sortNumbers(durations);
  return { n: sorted.length, p50: at(sorted, 0.5), p75: at(sorted, 0.75), p90: at(sorted, 0.9) };
}

function secondsOf(sorted: Float64Array): Row['seconds'] {
  const sum = sorted.reduce((total, value) => total + value, 0);
  return {
    p50: at(sorted, 0.5),
    p75: at(sorted, 0.75),
    p90: at(sorted, 0.9),
    max: at(sorted, 1),
    mean: sorted.length === 0 ? null : inSeconds(sum / sorted.length),
    sum: inSeconds(sum),
  };
}

function censoredOf(risk: RiskSet): Row['censored'] {
  const [p50 = null, p75 = null, p90 = null] = quantilesAtRisk(risk, [0.5, 0.75, 0.9]).map(secondsOrNull);
  return { p50, p75, p90 };
}

function at(sorted: ArrayLike<number>, p: number): number | null {
  return secondsOrNull(percentile(sorted, p));
}

function secondsOrNull(milliseconds: number | null): number | null {
  return milliseconds === null ? null : inSeconds(milliseconds);
}

function inSeconds(milliseconds: number): number {
  return milliseconds / 1000;
}
