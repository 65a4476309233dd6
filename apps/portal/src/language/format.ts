import type { Language } from './texts';

/** Everything that is decided here is decided in Swedish time. */
const ZONE = 'Europe/Stockholm';
const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const DAY = 86_400_000;

/** How dates and numbers are written. */
export interface Format {
  /** Of an instant or a civil date: 3 mars 2026. */
  readonly date: (moment: string) => string;
  /** With the time of day. */
  readonly moment: (instant: string) => string;
  readonly number: (value: number) => string;
  /** From now on: in 3 days, yesterday. */
  readonly fromToday: (days: number) => string;
}

export function formatIn(language: Language): Format {
  const locale = LOCALES[language];
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: ZONE });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE });
  const number = new Intl.NumberFormat(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    date: (value) => date.format(new Date(value)),
    moment: (value) => moment.format(new Date(value)),
    number: (value) => number.format(value),
    fromToday: (days) => relative.format(days, 'day'),
  };
}

/** The civil date in Sweden of an instant, as `YYYY-MM-DD`. */
export function civilDateOf(milliseconds: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(new Date(milliseconds));
}

/** Civil days from one date to another; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
