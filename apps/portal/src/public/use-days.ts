import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { daysOf } from '../reports/amounts';

/** Writes seconds as days; a dash where there are none. */
export function useDays(): (seconds: number | null) => string {
  const { texts, format } = useLanguage();
  return (seconds) =>
    seconds === null ? '–' : fill(texts.reports.days, { n: format.number(daysOf(seconds)) });
}
