import { definitionWith } from '../../test/support/clock-arbitraries';
import {
  breachClock,
  extendClock,
  meetClock,
  pauseClock,
  resumeClock,
  startClock,
  voidClock,
} from './clock-arithmetic';
import { clockDefinition, defaultClockConfiguration } from './clock-configuration';
import type { ClockDefinition } from './clock-definition';
import { isClockPaused } from './clock-pauses';
import { extensionRefusal, lengthRefusal } from './clock-refusal';

const configured = (key: string) => clockDefinition(defaultClockConfiguration, key, '2026-01-01');
const PERMIT = configured('permit-decision');

/** Monday 12 January 2026, due Monday 13 April; with the extension, Monday 13 July. */
const START = '2026-01-12T09:00:00.000Z';
const LAST_INSTANT = '2026-04-13T21:59:59.999Z';
const BREACH = '2026-04-13T22:00:00.000Z';

const started = (definition: ClockDefinition = PERMIT) =>
  startClock({ definition, started: 3, stage: 'legal-review', at: START });

describe('a clock that starts', () => {
  it('runs, knows its due date, and wakes to remind', () => {
    expect(started()).toEqual({
      key: 'permit-decision',
      started: 3,
      stage: 'legal-review',
      startedAt: START,
      setDays: null,
      pauses: [],
      restartedAt: null,
      extended: null,
      due: '2026-04-13',
      outcome: 'running',
      endedAt: null,
      // Ten working days before, over Easter: 25 March, 00:00 in Stockholm's winter time.
      wakeUp: 'reminder',
      wakeUpAt: '2026-03-25T23:00:00.000Z',
    });
  });

  it('takes the days that the body sets, and no more than the law allows', () => {
    const definition = configured('permit-end');
    const start = (setDays: number) =>
      startClock({ definition, started: 1, stage: 'none', at: START, setDays });
    expect(start(730).due).toBe('2028-01-12');
    expect(lengthRefusal(definition, 4000)?.code).toBe('clock-length-too-long');
    expect(() => start(4000)).toThrow(/clock-length-too-long.*3653/);
    expect(() => start(0)).toThrow(/clock-length-malformed/);
    expect(() => start(1.5)).toThrow(/clock-length-malformed/);
  });

  it('does without days that belong to another clock of the same event', () => {
    const both = startClock({ definition: PERMIT, started: 1, stage: 'none', at: START, setDays: 14 });
    expect(both).toMatchObject({ setDays: null, due: '2026-04-13' });
  });

  it('has nothing to wake for without a length', () => {
    expect(started(configured('publish-application'))).toMatchObject({
      due: null,
      wakeUp: null,
      wakeUpAt: null,
    });
  });
});

describe('a clock that is paused', () => {
  const paused = pauseClock(started(), PERMIT, '2026-03-02T10:00:00.000Z');

  it('wakes nobody until it goes on, then is due as much later', () => {
    expect(paused).toMatchObject({ outcome: 'running', wakeUp: null, wakeUpAt: null });
    expect(isClockPaused(paused)).toBe(true);
    expect(breachClock(paused, '2026-06-01T00:00:00.000Z')).toEqual(paused);
    const resumed = resumeClock(paused, PERMIT, '2026-03-16T08:00:00.000Z');
    expect(resumed).toMatchObject({
      due: '2026-04-27',
      wakeUp: 'reminder',
      pauses: [{ from: '2026-03-02T10:00:00.000Z', to: '2026-03-16T08:00:00.000Z' }],
    });
    expect(isClockPaused(resumed)).toBe(false);
  });

  it('can be extended meanwhile', () => {
    const extended = extendClock(paused, PERMIT, 9, '2026-03-09T10:00:00.000Z');
    expect(extended).toMatchObject({ due: '2026-07-13', extended: 9, wakeUp: null });
    expect(resumeClock(extended, PERMIT, '2026-03-16T08:00:00.000Z').due).toBe('2026-07-27');
  });

  it('has one pause however many overlap, and a second resume changes nothing', () => {
    const twice = pauseClock(paused, PERMIT, '2026-03-05T10:00:00.000Z');
    expect(twice.pauses).toEqual(paused.pauses);
    const resumed = resumeClock(twice, PERMIT, '2026-03-16T08:00:00.000Z');
    expect(resumeClock(resumed, PERMIT, '2026-03-20T08:00:00.000Z')).toEqual(resumed);
  });

  it('joins a pause registered late, that began before the present one', () => {
    const earlier = pauseClock(paused, PERMIT, '2026-02-23T10:00:00.000Z');
    expect(earlier.pauses).toEqual([{ from: '2026-02-23T10:00:00.000Z', to: null }]);
    expect(resumeClock(earlier, PERMIT, '2026-03-16T08:00:00.000Z').due).toBe('2026-05-04');
  });

  it('stands still no earlier than it started', () => {
    expect(pauseClock(started(), PERMIT, '2026-01-01T00:00:00.000Z').pauses).toEqual([
      { from: START, to: null },
    ]);
  });

  it('is met in time whenever it is met', () => {
    const met = meetClock(paused, '2026-06-01T09:00:00.000Z');
    expect(met).toMatchObject({ outcome: 'met', endedAt: '2026-06-01T09:00:00.000Z' });
    expect(met.pauses).toEqual([{ from: '2026-03-02T10:00:00.000Z', to: '2026-06-01T09:00:00.000Z' }]);
  });

  it('runs on where its policy is none', () => {
    const definition = configured('holder-delivery');
    const running = started(definition);
    expect(pauseClock(running, definition, '2026-03-02T10:00:00.000Z')).toEqual(running);
  });

  it('starts anew where its policy is restart, with its extension if it had one', () => {
    const definition = definitionWith({ extension: { months: 3 }, onPause: 'restart' });
    const resume = (cycle: ReturnType<typeof started>) =>
      resumeClock(
        pauseClock(cycle, definition, '2026-02-02T10:00:00.000Z'),
        definition,
        '2026-02-09T10:00:00.000Z',
      );
    expect(resume(started(definition))).toMatchObject({
      due: '2026-05-11',
      restartedAt: '2026-02-09T10:00:00.000Z',
    });
    const extended = extendClock(started(definition), definition, 5, '2026-01-20T10:00:00.000Z');
    expect(resume(extended).due).toBe('2026-08-10');
  });
});

describe('a clock that is extended', () => {
  it('is extended once', () => {
    const once = extendClock(started(), PERMIT, 5, '2026-03-30T10:00:00.000Z');
    expect(once).toMatchObject({ due: '2026-07-13', extended: 5, wakeUp: 'reminder' });
    expect(extensionRefusal(once, PERMIT, '2026-04-01T10:00:00.000Z')?.code).toBe('clock-already-extended');
    expect(() => extendClock(once, PERMIT, 6, '2026-04-01T10:00:00.000Z')).toThrow(/clock-already-extended/);
  });

  it('is extended by its due date or not at all', () => {
    expect(extensionRefusal(started(), PERMIT, LAST_INSTANT)).toBeNull();
    expect(extensionRefusal(started(), PERMIT, BREACH)?.code).toBe('clock-not-running');
  });

  it('takes back a breach if it was decided in time and registered late', () => {
    const breached = breachClock(started(), BREACH);
    const extended = extendClock(breached, PERMIT, 8, '2026-04-10T10:00:00.000Z');
    expect(extended).toMatchObject({ outcome: 'running', due: '2026-07-13', wakeUp: 'reminder' });
  });

  it('is not extended where the law gives no extension', () => {
    const definition = configured('completion');
    expect(extensionRefusal(started(definition), definition, START)?.code).toBe('clock-not-extendable');
  });

  it('runs as long as the body says where it sets the extension', () => {
    const definition = configured('make-available');
    const extend = (days: number | null) =>
      extensionRefusal(started(definition), definition, START, days)?.code;
    expect(extendClock(started(definition), definition, 5, START, 120).due).toBe('2026-05-12');
    expect(extend(null)).toBe('clock-length-malformed');
    expect(extend(20)).toBe('clock-extension-not-longer');
    const permit = configured('permit-end');
    expect(extensionRefusal(started(permit), permit, START, 7306)?.code).toBe('clock-length-too-long');
  });

  it('takes no days where the extension is fixed', () => {
    expect(extensionRefusal(started(), PERMIT, START, 30)?.code).toBe('clock-length-fixed');
  });
});

describe('a clock that ends', () => {
  it('is met to the last instant of its due day in Stockholm, and breached at the next', () => {
    expect(meetClock(started(), LAST_INSTANT)).toMatchObject({
      outcome: 'met',
      endedAt: LAST_INSTANT,
      wakeUp: null,
    });
    expect(meetClock(started(), BREACH)).toMatchObject({
      outcome: 'breached',
      endedAt: BREACH,
      wakeUp: null,
    });
  });

  it('is not breached by a wake-up that came too early', () => {
    expect(breachClock(started(), LAST_INSTANT)).toEqual(started());
    expect(breachClock(started(), BREACH)).toMatchObject({
      outcome: 'breached',
      endedAt: null,
      wakeUp: null,
    });
  });

  it('stays breached when it is done late, and says when that was', () => {
    const late = meetClock(breachClock(started(), BREACH), '2026-05-04T09:00:00.000Z');
    expect(late).toMatchObject({ outcome: 'breached', endedAt: '2026-05-04T09:00:00.000Z' });
  });

  it('is met by what happened in time and was registered after the breach', () => {
    const breached = breachClock(started(), BREACH);
    expect(meetClock(breached, '2026-04-10T09:00:00.000Z')).toMatchObject({ outcome: 'met' });
    const doneLate = meetClock(breached, '2026-05-04T09:00:00.000Z');
    expect(meetClock(doneLate, '2026-04-10T09:00:00.000Z')).toMatchObject({ outcome: 'met' });
  });

  it('is void when nobody asks for it any more, unless its due date had passed, noticed or not', () => {
    expect(voidClock(started(), LAST_INSTANT).outcome).toBe('void');
    expect(voidClock(started(), BREACH).outcome).toBe('breached');
    expect(voidClock(breachClock(started(), BREACH), '2026-05-04T09:00:00.000Z')).toMatchObject({
      outcome: 'breached',
      endedAt: '2026-05-04T09:00:00.000Z',
    });
  });

  it('cannot be saved by a pause that began after its due date', () => {
    expect(pauseClock(started(), PERMIT, BREACH)).toEqual(started());
    const breached = breachClock(started(), BREACH);
    expect(pauseClock(breached, PERMIT, BREACH)).toEqual(breached);
    expect(pauseClock(breached, PERMIT, '2026-04-10T09:00:00.000Z')).toMatchObject({ outcome: 'running' });
  });

  it.each([
    ['met', meetClock(started(), LAST_INSTANT)],
    ['void', voidClock(started(), LAST_INSTANT)],
  ])('%s stays as it is, whatever comes', (_outcome, over) => {
    const later = '2026-04-01T09:00:00.000Z';
    expect(meetClock(over, later)).toEqual(over);
    expect(voidClock(over, later)).toEqual(over);
    expect(breachClock(over, '2027-01-01T00:00:00.000Z')).toEqual(over);
    expect(pauseClock(over, PERMIT, later)).toEqual(over);
    expect(resumeClock(over, PERMIT, later)).toEqual(over);
    expect(extensionRefusal(over, PERMIT, later)?.code).toBe('clock-not-running');
  });
});
