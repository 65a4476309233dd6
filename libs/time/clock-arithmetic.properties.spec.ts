import fc from 'fast-check';
import { anyDefinition, anyInstant } from '../../test/support/clock-arbitraries';
import { isWorkingDay, workingDaysBetween } from './calendar';
import { addDays, civilDateOf, daysBetween, startOfDay } from './civil-date';
import { breachClock, extendClock, meetClock, pauseClock, resumeClock, startClock } from './clock-arithmetic';
import type { ClockCycle } from './clock-cycle';
import type { ClockDefinition } from './clock-definition';
import { dueDate } from './clock-due';
import { type ClockPause, mergePauses, pausedDays } from './clock-pauses';
import { extensionRefusal } from './clock-refusal';
import { afterWakeUp, breachInstant } from './clock-wake-up';
import { toInstant } from './instant';

const anyStarted = fc.record({ definition: anyDefinition, at: anyInstant }).map(({ definition, at }) => ({
  definition,
  cycle: startClock({ definition, started: 1, stage: 'legal-review', at }),
}));

const daysLater = (instant: string, days: number) => startOfDay(addDays(civilDateOf(instant), days));

describe('whatever the clock', () => {
  it('is due on a working day of its list, and not on the day it starts', () => {
    fc.assert(
      fc.property(anyStarted, ({ definition, cycle }) => {
        expect(isWorkingDay(cycle.due!, definition.holidays)).toBe(true);
        expect(cycle.due! > civilDateOf(cycle.startedAt)).toBe(true);
      }),
    );
  });

  it('rolls as little as it may: no working day lies between the unrolled date and the due date', () => {
    fc.assert(
      fc.property(anyStarted, ({ definition, cycle }) => {
        const { length, holidays } = definition;
        if (length === null || !('days' in length) || length.days < 10) return;
        const unrolled = addDays(civilDateOf(cycle.startedAt), length.days);
        expect(workingDaysBetween(addDays(unrolled, -1), cycle.due!, holidays)).toBe(1);
      }),
    );
  });

  it('holds two working days if it is a period of the Union of two days or more', () => {
    fc.assert(
      fc.property(anyStarted, ({ definition: { length, holidays }, cycle }) => {
        const workingDays = length !== null && 'workingDays' in length;
        if (holidays === 'se' || workingDays || isOneDay(length)) return;
        const held = workingDaysBetween(civilDateOf(cycle.startedAt), cycle.due!, holidays);
        expect(held).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('is met and not breached before its breach instant, breached and not met from it on', () => {
    fc.assert(
      fc.property(anyStarted, fc.integer({ min: -1e9, max: 1e9 }), ({ cycle }, offset) => {
        const breach = breachInstant(cycle)!;
        const at = toInstant(Date.parse(breach) + offset);
        const late = offset >= 0;
        expect(meetClock(cycle, at).outcome).toBe(late ? 'breached' : 'met');
        expect(breachClock(cycle, at).outcome).toBe(late ? 'breached' : 'running');
      }),
    );
  });

  it('wakes in order, and for the breach last', () => {
    fc.assert(
      fc.property(anyStarted, ({ definition, cycle }) => {
        const moments: ClockCycle[] = [];
        for (let now = cycle; now.wakeUp !== null; now = afterWakeUp(now, definition)) moments.push(now);
        const at = moments.map((moment) => moment.wakeUpAt!);
        expect(at).toEqual([...new Set(at)].sort());
        expect(at.every((moment) => moment > cycle.startedAt)).toBe(true);
        expect(moments.at(-1)).toMatchObject({ wakeUp: 'breach', wakeUpAt: breachInstant(cycle) });
      }),
    );
  });
});

describe('however it is paused', () => {
  const anyPause = fc.record({ after: fc.nat(30), days: fc.nat(200) });

  it('is never due earlier for it, and by civil days as much later as it stood still', () => {
    fc.assert(
      fc.property(anyStarted, anyPause, ({ definition, cycle }, { after, days }) => {
        const from = daysLater(cycle.startedAt, after + 1);
        if (from >= breachInstant(cycle)!) return;
        const resumed = resumeClock(pauseClock(cycle, definition, from), definition, daysLater(from, days));
        expect(resumed.due! >= cycle.due!).toBe(true);
        if (definition.onPause === 'none') expect(resumed.due).toBe(cycle.due);
        if (definition.onPause === 'pause' && !('workingDays' in definition.length!)) {
          // Rolling before and after may each take up to four days of weekend and holiday.
          expect(Math.abs(daysBetween(cycle.due!, resumed.due!) - days)).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('is due as by one pause, when the pauses overlap', () => {
    fc.assert(
      fc.property(
        anyStarted,
        fc.array(anyPause, { minLength: 1, maxLength: 6 }),
        ({ definition, cycle }, pauses) => {
          const spread = pauses.map(({ after, days }): ClockPause => {
            const from = daysLater(cycle.startedAt, after);
            return { from, to: daysLater(from, days) };
          });
          const merged = mergePauses(spread);
          expect(pausedDays(merged)).toBe(civilDaysCovered(spread));
          const due = dueDate({ ...cycle, pauses: merged }, definition);
          expect(dueDate({ ...cycle, pauses: mergePauses([...merged, ...spread]) }, definition)).toBe(due);
        },
      ),
    );
  });

  it('is one pause where one begins as another ends', () => {
    const [first, second, third] = ['2026-03-02', '2026-03-05', '2026-03-09'].map(startOfDay) as [
      string,
      string,
      string,
    ];
    const touching = [
      { from: second, to: third },
      { from: first, to: second },
    ];
    expect(mergePauses(touching)).toEqual([{ from: first, to: third }]);
  });

  it('keeps pauses apart and in order, and an open one last', () => {
    const anyOpen = fc.record({ from: anyInstant, to: fc.option(anyInstant) });
    fc.assert(
      fc.property(fc.array(anyOpen, { maxLength: 8 }), (pauses) => {
        const valid = pauses.filter(({ from, to }) => to === null || from <= to);
        const merged = mergePauses(valid);
        merged.forEach(({ to }, index) => {
          const next = merged[index + 1];
          if (next) expect(to !== null && to < next.from).toBe(true);
        });
        expect(merged.some(({ to }) => to === null)).toBe(valid.some(({ to }) => to === null));
      }),
    );
  });
});

describe('however it is extended', () => {
  it('is never due earlier, before a pause or after it', () => {
    fc.assert(
      fc.property(anyStarted, fc.nat(100), ({ definition, cycle }, days) => {
        const at = cycle.startedAt;
        if (extensionRefusal(cycle, definition, at) !== null) return;
        const extended = extendClock(cycle, definition, 2, at);
        expect(extended.due! > cycle.due!).toBe(true);
        const stopped = (one: ClockCycle) => pauseClock(one, definition, at);
        const resume = (one: ClockCycle) => resumeClock(one, definition, daysLater(at, days));
        // Extended before, during or after a pause, the clock is due on the same day.
        const before = resume(stopped(extended));
        const during = resume(extendClock(stopped(cycle), definition, 2, at));
        expect(during.due).toBe(before.due);
      }),
    );
  });
});

/** How many days of the calendar lie within some pause, day by day. */
function civilDaysCovered(pauses: readonly ClockPause[]): number {
  const covered = new Set<string>();
  for (const { from, to } of pauses) {
    for (let day = addDays(civilDateOf(from), 1); day <= civilDateOf(to!); day = addDays(day, 1))
      covered.add(day);
  }
  return covered.size;
}

function isOneDay(length: ClockDefinition['length']): boolean {
  if (length === null) return false;
  return 'set' in length ? length.set.defaultDays === 1 : 'days' in length && length.days === 1;
}
