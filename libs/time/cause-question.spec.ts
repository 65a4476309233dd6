import { causeQuestionAt, targetLength } from './cause-question';
import { clockDefinition, defaultClockConfiguration } from './clock-configuration';

const HOUR = 3_600_000;

/** A clock that began on Monday 2 March 2026 at 09:00 in Stockholm. */
function target(key: string, setDays: number | null = null): number | null {
  const definition = clockDefinition(defaultClockConfiguration, key, '2026-03-02');
  return targetLength({ startedAt: '2026-03-02T08:00:00.000Z', setDays }, definition);
}

describe('the target of a clock', () => {
  it('runs to the end of the due day', () => {
    // Ten working days: to the end of Monday 16 March, 14 days and 15 hours on.
    expect(target('pre-screening')).toBe((14 * 24 + 15) * HOUR);
  });

  it('counts the day that daylight saving shortens as it is', () => {
    // Three months: 2 June, 92 days and 15 hours on but for the hour that 29 March lacks.
    expect(target('permit-decision')).toBe((92 * 24 + 15 - 1) * HOUR);
  });

  it('is of the length that the body set, where it sets it', () => {
    expect(target('completion-during-assessment', 4)).toBe((4 * 24 + 15) * HOUR);
  });

  it('is none where the clock has no length', () => {
    expect(target('publish-application')).toBeNull();
  });
});

describe('the moment of the question', () => {
  it('is half the target after the wait began, wherever its clock stands then', () => {
    expect(causeQuestionAt('2026-03-04T08:00:00.000Z', 10 * HOUR)).toBe('2026-03-04T13:00:00.000Z');
  });

  it.each([
    ['a Monday', '2026-03-02T08:00:00.000Z', '2026-03-09T23:00:00.000Z'],
    ['a Saturday', '2026-03-07T08:00:00.000Z', '2026-03-13T23:00:00.000Z'],
    ['the last hour of a day in Stockholm', '2026-03-02T22:59:59.999Z', '2026-03-09T23:00:00.000Z'],
    ['the first hour of the next', '2026-03-02T23:00:00.000Z', '2026-03-10T23:00:00.000Z'],
    ['Tuesday before Easter', '2026-03-31T08:00:00.000Z', '2026-04-09T22:00:00.000Z'],
    ['two days before Midsummer Eve', '2026-06-17T08:00:00.000Z', '2026-06-25T22:00:00.000Z'],
  ])('is once five Swedish working days have passed after %s, without a target', (_day, start, moment) => {
    expect(causeQuestionAt(start, null)).toBe(moment);
  });
});
