import fc from 'fast-check';
import { addingUp, inWords, withWorkingDays } from './durations';

const UNITS: Record<string, number> = { day: 86_400, hour: 3600, minute: 60, second: 1 };

/** Reads a duration back; what is under one unit was written as nothing. */
function secondsOf(text: string): number {
  if (text.startsWith('under ')) return 0;
  const words = text.split(' ');
  return words.reduce(
    (sum, word, index) =>
      index % 2 === 0 ? sum + Number(word) * (UNITS[(words[index + 1] ?? '').replace(/s$/, '')] ?? NaN) : sum,
    0,
  );
}

describe('A duration in words', () => {
  it.each([
    [10 * 86_400, '10 days', '10 dagar'],
    [86_400, '1 day', '1 dag'],
    [3 * 86_400 + 4 * 3600, '3 days 4 hours', '3 dagar 4 timmar'],
    [20 * 86_400 + 4 * 3600, '20 days', '20 dagar'],
    [3660, '1 hour 1 minute', '1 timme 1 minut'],
    [0.4, '0 minutes', '0 minuter'],
  ])('of %p seconds is %p', (seconds, english, swedish) => {
    expect([inWords(seconds, 'en'), inWords(seconds, 'sv')]).toEqual([english, swedish]);
  });

  it('tells working days of what is long enough to hold one', () => {
    expect([3600, 86_400].map((seconds) => withWorkingDays('x', 1, seconds, 'en'))).toEqual([
      'x',
      'x (1 working day)',
    ]);
  });

  it('adds up as it is written, whatever was rounded', () => {
    const parts = fc.array(fc.double({ min: 0, max: 2e7, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, (durations) => {
        const { parts: told, whole } = addingUp(durations, 'en');
        expect(told.reduce((sum, part) => sum + secondsOf(part), 0)).toBe(secondsOf(whole));
      }),
    );
  });
});
