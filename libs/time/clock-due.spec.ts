import { definitionWith } from '../../test/support/clock-arbitraries';
import { daysBetween } from './civil-date';
import { clockDefinition, defaultClockConfiguration } from './clock-configuration';
import { type ClockRun, dueDate } from './clock-due';

/* Every date here was counted by hand on a calendar. */

const PLAIN: Omit<ClockRun, 'startedAt'> = { setDays: null, pauses: [], restartedAt: null, extended: null };

const configured = (key: string) => clockDefinition(defaultClockConfiguration, key, '2026-01-01');

/** 09:00 UTC is the same date in Stockholm all year round. */
const run = (date: string, varied: Partial<ClockRun> = {}): ClockRun => ({
  ...PLAIN,
  startedAt: `${date}T09:00:00.000Z`,
  ...varied,
});

describe('the due date', () => {
  it('ends on the last of a month that lacks the date, and then rolls off the Sunday', () => {
    expect(dueDate(run('2026-11-30'), configured('permit-decision'))).toBe('2027-03-01');
  });

  it('ends on the leap day, three months from 30 November 2027', () => {
    expect(dueDate(run('2027-11-30'), configured('permit-decision'))).toBe('2028-02-29');
  });

  it('ends on 28 February a year after a leap day', () => {
    expect(dueDate(run('2028-02-29'), configured('dataset-description-check'))).toBe('2029-02-28');
  });

  it.each([
    ['Midsummer Eve', '2026-05-22', '2026-06-19', '2026-06-22'],
    ['Christmas Eve', '2026-11-26', '2026-12-24', '2026-12-28'],
    ["New Year's Eve", '2026-12-03', '2026-12-31', '2027-01-04'],
  ])(
    'four weeks that end on %s end there by the Regulation, and roll by Swedish law',
    (_eve, start, eu, se) => {
      expect(dueDate(run(start), configured('completion'))).toBe(eu);
      expect(dueDate(run(start), configured('request-decision'))).toBe(se);
    },
  );

  it('does not count the day of the event, which at 00:30 in Stockholm is the new day', () => {
    const late = { ...PLAIN, startedAt: '2026-03-28T22:59:00.000Z' };
    const early = { ...PLAIN, startedAt: '2026-03-28T23:30:00.000Z' };
    const definition = definitionWith({ length: { days: 9 } });
    expect([dueDate(late, definition), dueDate(early, definition)]).toEqual(['2026-04-07', '2026-04-07']);
    const longer = definitionWith({ length: { days: 10 } });
    expect([dueDate(late, longer), dueDate(early, longer)]).toEqual(['2026-04-07', '2026-04-08']);
  });

  it('is the same date whether or not the clocks change on the way', () => {
    expect(
      dueDate({ ...PLAIN, startedAt: '2026-10-24T22:30:00.000Z' }, definitionWith({ length: { days: 2 } })),
    ).toBe('2026-10-27');
    expect(
      dueDate({ ...PLAIN, startedAt: '2026-10-24T21:30:00.000Z' }, definitionWith({ length: { days: 2 } })),
    ).toBe('2026-10-27');
    expect(
      dueDate({ ...PLAIN, startedAt: '2026-09-30T21:59:00.000Z' }, definitionWith({ length: { months: 1 } })),
    ).toBe('2026-10-30');
  });

  it('skips what its own list calls holidays when it counts working days', () => {
    expect(dueDate(run('2026-06-01'), configured('feasibility-answer'))).toBe('2026-06-23');
    expect(dueDate(run('2026-06-01'), definitionWith({ length: { workingDays: 15 } }))).toBe('2026-06-22');
  });

  it('is null for a clock without a length', () => {
    expect(dueDate(run('2026-06-01'), configured('publish-application'))).toBeNull();
  });

  it('is set by the body, or by default, in civil days', () => {
    expect(dueDate(run('2026-11-02'), configured('completion-during-assessment'))).toBe('2026-11-16');
    expect(dueDate(run('2026-11-02', { setDays: 21 }), configured('completion-during-assessment'))).toBe(
      '2026-11-23',
    );
  });
});

describe('a period of two days or more, art. 3(5)', () => {
  it.each([
    ['from a Friday ends on the Tuesday', '2026-11-20', 2, '2026-11-24'],
    ['from a Thursday has Friday and Monday', '2026-11-19', 2, '2026-11-23'],
    ['over Easter waits for the second day after it', '2026-04-02', 3, '2026-04-08'],
    ['of one day is not meant', '2026-11-20', 1, '2026-11-23'],
  ])('%s', (_text, start, days, due) => {
    expect(dueDate(run(start), definitionWith({ length: { days } }))).toBe(due);
  });

  it('is a rule of the Union and not of Swedish law', () => {
    expect(dueDate(run('2026-11-20'), definitionWith({ length: { days: 2 }, holidays: 'se' }))).toBe(
      '2026-11-23',
    );
  });

  it('holds backward too: two days before a Monday are the Thursday', () => {
    const definition = definitionWith({ length: { days: 2 }, direction: 'backward', onPause: 'none' });
    expect(dueDate(run('2026-11-23'), definition)).toBe('2026-11-19');
  });
});

describe('extension and pause', () => {
  it('makes one period of six months, rolled once: not three months from the rolled date', () => {
    expect(dueDate(run('2026-11-30'), configured('permit-decision'))).toBe('2027-03-01');
    expect(dueDate(run('2026-11-30', { extended: 7 }), configured('permit-decision'))).toBe('2027-05-31');
  });

  it('moves the unrolled date by the pause and rolls once, across an extension', () => {
    const pauses = [{ from: '2026-03-02T10:00:00.000Z', to: '2026-03-16T08:00:00.000Z' }];
    expect(dueDate(run('2026-01-12'), configured('permit-decision'))).toBe('2026-04-13');
    expect(dueDate(run('2026-01-12', { pauses }), configured('permit-decision'))).toBe('2026-04-27');
    expect(dueDate(run('2026-01-12', { pauses, extended: 4 }), configured('permit-decision'))).toBe(
      '2026-07-27',
    );
  });

  it('counts a pause in civil days, though it ends earlier in the day or over a change of the clocks', () => {
    const within = [{ from: '2026-03-28T22:59:00.000Z', to: '2026-03-28T23:01:00.000Z' }];
    expect(dueDate(run('2026-03-02', { pauses: within }), definitionWith({ length: { days: 30 } }))).toBe(
      '2026-04-02',
    );
    const sameDay = [{ from: '2026-03-10T06:00:00.000Z', to: '2026-03-10T16:00:00.000Z' }];
    expect(dueDate(run('2026-03-02', { pauses: sameDay }), definitionWith({ length: { days: 30 } }))).toBe(
      '2026-04-01',
    );
  });

  it('moves a clock of working days by the working days of the pause', () => {
    const pauses = [{ from: '2026-06-18T08:00:00.000Z', to: '2026-06-24T08:00:00.000Z' }];
    const definition = definitionWith({ length: { workingDays: 15 }, holidays: 'se' });
    expect(dueDate(run('2026-06-01', { pauses }), definition)).toBe('2026-06-26');
  });

  it('leaves the date alone while a pause is open, and where pauses do not count', () => {
    const open = [{ from: '2026-03-02T10:00:00.000Z', to: null }];
    expect(dueDate(run('2026-01-12', { pauses: open }), configured('permit-decision'))).toBe('2026-04-13');
    const ended = [{ from: '2026-03-02T10:00:00.000Z', to: '2026-03-16T10:00:00.000Z' }];
    expect(dueDate(run('2026-01-12', { pauses: ended }), configured('holder-delivery'))).toBe('2026-04-13');
  });

  it('counts the full length anew from a restart', () => {
    expect(dueDate(run('2026-06-01'), configured('pre-screening'))).toBe('2026-06-15');
    const restartedAt = '2026-06-10T08:00:00.000Z';
    expect(dueDate(run('2026-06-01', { restartedAt }), configured('pre-screening'))).toBe('2026-06-25');
  });
});

describe('a period counted back', () => {
  const renewal = configured('permit-renewal-request');

  it('ends a month before the permit does, and stays on its Sunday', () => {
    const setDays = daysBetween('2026-06-01', '2027-03-31');
    expect(dueDate(run('2026-06-01', { setDays }), renewal)).toBe('2027-02-28');
  });

  it('counts from the date of the start where no other is given', () => {
    expect(dueDate(run('2026-07-31'), renewal)).toBe('2026-06-30');
  });

  it.each([
    [{ weeks: 2 }, '2026-11-09'],
    [{ days: 10 }, '2026-11-13'],
    [{ workingDays: 10 }, '2026-11-09'],
  ])('of %p', (length, due) => {
    const definition = definitionWith({ length, direction: 'backward', onPause: 'none' });
    expect(dueDate(run('2026-11-23'), definition)).toBe(due);
  });
});
