import { isCivilDate } from './civil-date';

const WRITTEN_MOMENT =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

/**
 * Whether somebody's text is a moment: ISO 8601 with a date that exists, a time, and `Z` or an offset. Without
 * an offset it would be read in the zone of this process, and 30 February as 2 March. `toInstant` spells it.
 */
export function isMoment(text: unknown): text is string {
  const date = typeof text === 'string' ? WRITTEN_MOMENT.exec(text)?.[1] : undefined;
  return date !== undefined && isCivilDate(date);
}
