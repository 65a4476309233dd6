import { isCivilDate, isMoment } from '@ledtid/time';
import { ValidateBy } from 'class-validator';

/** Names under which schemas are made of them. */
export const IS_MOMENT = 'isMoment';
export const IS_CIVIL_DATE = 'isCivilDate';

/** A moment with `Z` or an offset. `IsDateString` would let through dates without a time, weeks, and 30 February. */
export function IsMoment(): PropertyDecorator {
  return ValidateBy({
    name: IS_MOMENT,
    validator: {
      validate: isMoment,
      defaultMessage: (checked) =>
        `${checked?.property ?? 'moment'}: a moment with its offset, such as 2026-11-22T09:00:00Z`,
    },
  });
}

/** A date that exists, `YYYY-MM-DD`. A moment would put a time of day into what counts whole days. */
export function IsCivilDate(): PropertyDecorator {
  return ValidateBy({
    name: IS_CIVIL_DATE,
    validator: {
      validate: isCivilDate,
      defaultMessage: (checked) => `${checked?.property ?? 'date'}: a date that exists, YYYY-MM-DD`,
    },
  });
}
