import { isCivilDate } from '@ledtid/time';
import { ValidateBy } from 'class-validator';

/** A date that exists, `YYYY-MM-DD`. */
export function IsCivilDate(): PropertyDecorator {
  return ValidateBy({
    name: 'isCivilDate',
    validator: {
      validate: isCivilDate,
      defaultMessage: (checked) => `${checked?.property ?? 'date'}: a date that exists, YYYY-MM-DD`,
    },
  });
}
