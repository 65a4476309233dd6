import { CountedIds, OrderedIds } from './id-generator';
import { TurnedTime } from './time-source';

describe('ids', () => {
  it('order by the turned clock, and by their making within a millisecond', () => {
    const time = new TurnedTime('2026-11-22T09:00:00.000Z');
    const ids = new OrderedIds(time);
    const made = [ids.next(), ids.next(), ids.next()];
    time.turnTo('2026-11-22T09:00:00.001Z');
    made.push(ids.next());
    expect(made).toEqual([...new Set(made)].sort());
    // UUID version 7 begins with the milliseconds since 1970.
    expect(parseInt(made[0]!.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-11-22T09:00:00.000Z'));
  });

  it('are never the same, however many are made in one millisecond', () => {
    const ids = new OrderedIds(new TurnedTime('2026-11-22T09:00:00.000Z'));
    const made = Array.from({ length: 2000 }, () => ids.next());
    expect(new Set(made.map((id) => id.slice(-12))).size).toBe(2000);
    expect(made).toEqual([...made].sort());
  });

  it('repeat from the same beginning when they are counted', () => {
    const take = () => {
      const ids = new CountedIds(7);
      return [ids.next(), ids.next()];
    };
    expect(take()).toEqual(['00000007-0000-7000-8000-000000000001', '00000007-0000-7000-8000-000000000002']);
    expect(take()).toEqual(take());
  });
});
