import { definitionWith } from '../../test/support/clock-arbitraries';
import { breachClock, pauseClock, startClock } from './clock-arithmetic';
import type { ClockCycle } from './clock-cycle';
import { afterWakeUp, breachInstant, nextWakeUp } from './clock-wake-up';

const DEFINITION = definitionWith({ length: { weeks: 4 }, reminder: { workingDays: 5 } });

const start = (at: string, definition = DEFINITION): ClockCycle =>
  startClock({ definition, started: 1, stage: 'completion', at });

/** Kind and moment of each wake-up of a clock that nobody touches. */
function wakeUpsOf(cycle: ClockCycle, definition = DEFINITION): [string, string][] {
  if (cycle.wakeUp === null || cycle.wakeUpAt === null) return [];
  return [[cycle.wakeUp, cycle.wakeUpAt], ...wakeUpsOf(afterWakeUp(cycle, definition), definition)];
}

describe('a running clock', () => {
  it('reminds, is due, and is breached, each at the start of its day over the change to winter time', () => {
    // Due Monday 26 October 2026; summer time ends on the Sunday before.
    expect(wakeUpsOf(start('2026-09-28T09:00:00.000Z'))).toEqual([
      ['reminder', '2026-10-18T22:00:00.000Z'],
      ['due', '2026-10-25T23:00:00.000Z'],
      ['breach', '2026-10-26T23:00:00.000Z'],
    ]);
  });

  it('is breached at an instant that summer time has moved', () => {
    // Due Saturday 28 March 2026 rolls to Monday 30 March.
    expect(breachInstant(start('2026-02-28T09:00:00.000Z'))).toBe('2026-03-30T22:00:00.000Z');
    // Due Friday 27 March, the last working day of winter time.
    expect(breachInstant(start('2026-02-27T09:00:00.000Z'))).toBe('2026-03-27T23:00:00.000Z');
  });

  it('leaves out the reminder whose day came before it started', () => {
    const short = definitionWith({ length: { workingDays: 2 }, reminder: { workingDays: 5 } });
    expect(wakeUpsOf(start('2026-11-16T09:00:00.000Z', short), short).map(([kind]) => kind)).toEqual([
      'due',
      'breach',
    ]);
  });

  it('never leaves out the breach, however late it is asked', () => {
    const cycle = start('2026-09-28T09:00:00.000Z');
    expect(nextWakeUp(cycle, DEFINITION, '2027-06-01T00:00:00.000Z')).toEqual({
      wakeUp: 'breach',
      wakeUpAt: '2026-10-26T23:00:00.000Z',
    });
  });

  it('has no more to do when it is paused or breached', () => {
    const cycle = start('2026-09-28T09:00:00.000Z');
    const paused = pauseClock(cycle, DEFINITION, '2026-10-01T09:00:00.000Z');
    const breached = breachClock(cycle, '2026-10-26T23:00:00.000Z');
    expect([paused, breached].map((still) => nextWakeUp(still, DEFINITION, still.startedAt))).toEqual([
      null,
      null,
    ]);
    expect(afterWakeUp(paused, DEFINITION)).toEqual(paused);
  });
});
