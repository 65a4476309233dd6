const DAY = 86_400;

/** Days of 24 hours, a tenth where there are few. */
export function daysOf(seconds: number): number;
export function daysOf(seconds: number | null): number | null;
export function daysOf(seconds: number | null): number | null {
  if (seconds === null) return null;
  const days = seconds / DAY;
  return Math.abs(days) < 10 ? Math.round(days * 10) / 10 : Math.round(days);
}

/** A share as per cent, a tenth where it is small. */
export function percentOf(share: number): number;
export function percentOf(share: number | null): number | null;
export function percentOf(share: number | null): number | null {
  if (share === null) return null;
  const percent = share * 100;
  return percent > 0 && percent < 1 ? Math.round(percent * 10) / 10 : Math.round(percent);
}
