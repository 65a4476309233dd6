import Personnummer from 'personnummer';

const DAYS = 60 * 365;
const FIRST_DAY = Date.UTC(1930, 0, 1);
const DAY = 86_400_000;
/** Prime, so that neighbours in the count are no neighbours in the calendar. */
const SCATTER = 7_919;

/**
 * A valid personnummer that nobody has: twelve digits, the birth number from 980 to 999, which the Swedish
 * Tax Agency never gives to a person and publishes for tests. The same index always gives the same one;
 * 438,000 indices give different ones.
 */
export function syntheticPersonnummer(index: number): string {
  const birthNumber = 980 + (Math.trunc(index / DAYS) % 20);
  const day = FIRST_DAY + ((index * SCATTER) % DAYS) * DAY;
  const date = new Date(day).toISOString().slice(0, 10).replaceAll('-', '');
  for (let digit = 0; digit < 10; digit += 1) {
    const candidate = `${date}${birthNumber}${digit}`;
    if (Personnummer.valid(candidate)) return candidate;
  }
  throw new Error(`No control digit fits the ${index}th synthetic personnummer.`);
}
