import { type StageVisits, rowsOf } from './rows-of';
import type { TurnCell } from './time-of';

const DAY = 86_400;
const days = (...some: number[]): number[] => some.map((day) => day * DAY * 1000);

function mine(more: Partial<StageVisits>): StageVisits {
  return { stage: 'extraction', mine: true, n: 2, median: null, closed: [], open: [], before: [], ...more };
}

function cell(stage: string, time: number, more: Partial<TurnCell> = {}): TurnCell {
  const [milliseconds = 0] = days(time);
  return { part: 'own', stage, activity: 'assigned', cause: null, milliseconds, ...more };
}

describe('the rows of a holder', () => {
  it('estimate over those at risk: a visit comes at the own age that it had when the period began', () => {
    const seen = (before: number[]) =>
      rowsOf([mine({ closed: days(4, 10), before })], [], 0)[0]?.censored.p50;
    expect(seen([])).toBe(7 * DAY);
    // The longer one was not there yet when the other ended.
    expect(seen(days(6))).toBe(4 * DAY);
    // With all of its own time before the period it was at risk when it ended in it.
    expect(rowsOf([mine({ closed: days(4), before: days(4) })], [], 0)[0]?.censored.p50).toBe(4 * DAY);
  });

  it('count an open visit as one that lasts longer', () => {
    const [row] = rowsOf([mine({ closed: days(4), open: days(9) })], [], 0);
    expect(row).toMatchObject({ n: 1, open: 1, seconds: { sum: 4 * DAY }, censored: { p75: null } });
  });

  it('tell the own time alone, the most first, and a stage that only the period’s time is known of', () => {
    const cells = [
      cell('extraction', 2),
      cell('extraction', 1, { activity: 'waiting', cause: 'redelivery' }),
      cell('extraction', 50, { part: 'hdab' }),
      cell('secrecy-review', 5, { activity: 'paused' }),
    ];
    const rows = rowsOf([mine({ closed: days(3) })], cells, 80 * DAY * 1000);
    expect(rows.map(({ key, n }) => [key, n])).toEqual([
      ['secrecy-review', 0],
      ['extraction', 1],
    ]);
    expect(rows[1]).toMatchObject({
      ...{ own: { seconds: 3 * DAY, share: 3 / 80 }, waiting: DAY, assigned: 2 * DAY, paused: 0 },
      causes: { redelivery: DAY },
    });
    expect(rows[0]).toMatchObject({ paused: 5 * DAY, comparison: { withheld: 'few-holders' } });
  });

  it('compare with the others of the same stage alone', () => {
    const other = (stage: string, day: number): StageVisits => ({
      ...mine({ stage, mine: false, n: 5 }),
      median: day * DAY * 1000,
    });
    const others = [1, 2, 3, 4, 5].flatMap((day) => [other('extraction', day), other('access', 9 * day)]);
    const rows = rowsOf([...others, mine({ closed: days(3) })], [], 0);
    expect(rows.map(({ key, comparison }) => [key, comparison.holders, comparison.p50])).toEqual([
      ['extraction', 5, 3 * DAY],
    ]);
  });
});
