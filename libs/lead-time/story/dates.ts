import type { Instant } from '@ledtid/time';
import type { Text } from '@ledtid/workflow';

type Language = keyof Text;

const LOCALES: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };
const ZONE = 'Europe/Stockholm';

export function dateInWords(at: Instant, language: Language): string {
  return plain(formatOf(language, { dateStyle: 'long' }).format(Date.parse(at)));
}

/** Two dates, or within one day the times of it. */
export function datesInWords(start: Instant, end: Instant, language: Language): string {
  const sameDay = dateInWords(start, language) === dateInWords(end, language);
  const style = sameDay
    ? ({ dateStyle: 'long', timeStyle: 'short' } as const)
    : ({ dateStyle: 'long' } as const);
  return plain(formatOf(language, style).formatRange(Date.parse(start), Date.parse(end)));
}

function formatOf(language: Language, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(LOCALES[language], { ...style, timeZone: ZONE });
}

/** The formats set thin spaces round a dash, which a terminal shows as any width. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ');
}
