import { civilDateOf, startOfDay, toInstant } from '@ledtid/time';
import { byHour } from '../by-hour';

/** A calendar month in Stockholm, `2026-11`, and the part of a stretch of time that lies in it. */
export interface MonthPart {
  key: string;
  start: number;
  end: number;
}

export const monthOf = byHour((moment): string => civilDateOf(toInstant(moment)).slice(0, 7));

/** When the month after that of a moment begins. */
const nextMonth = byHour((moment): number => monthAfter(monthOf(moment)));

/** Cuts [start, end) at the months' beginnings. Empty when there is nothing to cut. */
export function monthParts(start: number, end: number): MonthPart[] {
  const parts: MonthPart[] = [];
  for (let from = start; from < end;) {
    const next = Math.min(nextMonth(from), end);
    parts.push({ key: monthOf(from), start: from, end: next });
    from = next;
  }
  return parts;
}

export function monthStart(key: string): number {
  return Date.parse(startOfDay(`${key}-01`));
}

export function monthAfter(key: string): number {
  const [year, month] = key.split('-').map(Number) as [number, number];
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
  return monthStart(next);
}
