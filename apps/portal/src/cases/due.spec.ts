import { byDue, urgencyOf } from './due';

describe('how pressing something is', () => {
  it.each([
    ['2026-03-01', 'late'],
    ['2026-03-02', 'soon'],
    ['2026-03-07', 'soon'],
    ['2026-03-08', 'calm'],
    [null, 'open'],
  ])('on 2 March, due %s: %s', (due, urgency) => {
    expect(urgencyOf(due, '2026-03-02')).toBe(urgency);
  });

  it('puts what is due first before what is old and has no deadline', () => {
    const items = [
      { due: null, since: '2026-01-01T00:00:00Z' },
      { due: '2026-05-01', since: '2026-04-01T00:00:00Z' },
      { due: '2026-04-15', since: '2026-04-10T00:00:00Z' },
      { due: null, since: '2025-12-01T00:00:00Z' },
    ];
    expect(items.sort(byDue).map(({ since }) => since.slice(0, 7))).toEqual([
      '2026-04',
      '2026-04',
      '2025-12',
      '2026-01',
    ]);
    expect(items[0]?.due).toBe('2026-04-15');
  });
});
