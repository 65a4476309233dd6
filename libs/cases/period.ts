import { isPositiveInteger, isRecord } from '@ledtid/time';

/** Whole calendar years or days; days begin and end in Stockholm. */
export type Period = { readonly years: number } | { readonly days: number };

export function isPeriod(value: unknown): value is Period {
  if (!isRecord(value)) return false;
  const [unit = '', ...others] = Object.keys(value);
  return others.length === 0 && ['years', 'days'].includes(unit) && isPositiveInteger(value[unit]);
}
