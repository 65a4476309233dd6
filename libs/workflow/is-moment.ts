import { isMoment } from '@ledtid/time';
import { ValidateBy } from 'class-validator';

/** Name under which schemas are made of it. */
export const IS_MOMENT = 'isMoment';

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
