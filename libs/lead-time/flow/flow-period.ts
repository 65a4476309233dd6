import { monthAfter, monthOf } from '../reports/months';

/** Epoch milliseconds. Buckets are counted from 1 as `width_bucket` does; 0 is what came before. */
export interface FlowPeriod {
  begin: number;
  end: number;
  months: string[];
  /** Where the months part: the beginning, then the beginnings of the months after it. */
  bounds: number[];
}

export function flowPeriod(begin: number, end: number): FlowPeriod {
  const starts = [begin];
  for (let next = monthAfter(monthOf(begin)); next < end; next = monthAfter(monthOf(next))) starts.push(next);
  return { begin, end, months: starts.map(monthOf), bounds: starts };
}
