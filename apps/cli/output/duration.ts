const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on, hours are noise, and the columns stay narrow. */
const WHOLE_DAYS_FROM = 100 * DAY;

/** Seconds as people say them, in the two largest units: `212d`, `12d 4h`, `3h 5m`, `45s`. A dash for null. */
export function duration(seconds: number | null): string {
  if (seconds === null) return '-';
  if (seconds < MINUTE) return `${Math.round(seconds)}s`;
  const rounded = Math.round(seconds / MINUTE) * MINUTE;
  if (rounded < HOUR) return `${rounded / MINUTE}m`;
  if (rounded < DAY) return two(rounded, HOUR, 'h', MINUTE, 'm');
  const hours = Math.round(seconds / HOUR) * HOUR;
  return hours < WHOLE_DAYS_FROM ? two(hours, DAY, 'd', HOUR, 'h') : `${Math.round(seconds / DAY)}d`;
}

function two(value: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const rest = (value % large) / small;
  return `${Math.floor(value / large)}${largeUnit}${rest === 0 ? '' : ` ${rest}${smallUnit}`}`;
}
