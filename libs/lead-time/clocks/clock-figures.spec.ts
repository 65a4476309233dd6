import { type CycleCell, clockFigures } from './clock-figures';

function cell(more: Partial<CycleCell>): CycleCell {
  const nothing = { extension: null, used: null, left: null, over: null };
  return {
    key: 'clock',
    part: null,
    decided: null,
    running: false,
    overdue: false,
    ...nothing,
    cycles: 1,
    ...more,
  };
}

describe('The figures of a clock', () => {
  it('weigh each kind of cycle by how many there are of it', () => {
    const figures = clockFigures([
      cell({ decided: 'met', used: 10, left: 20, cycles: 3 }),
      cell({ decided: 'met', used: 30, left: 0, extension: 'given' }),
      cell({ decided: 'breached', over: 1, cycles: 3 }),
      cell({ decided: 'breached', over: 9, running: true, overdue: true, extension: 'missing' }),
      cell({ running: true, cycles: 5 }),
    ]);
    expect(figures).toEqual({
      ...{ n: 8, met: 4, breached: 4, shareMet: 0.5, void: 0, running: 6, overdue: 1 },
      extended: { n: 2, given: 1, disposed: 0, missing: 1 },
      daysOver: { sum: 12, p50: 1, max: 9 },
      daysUsed: { p50: 10, max: 30 },
      daysLeft: { p50: 20, min: 0 },
    });
  });

  it('are empty, and no zero, where there is nothing to tell', () => {
    expect(clockFigures([])).toMatchObject({
      ...{ n: 0, shareMet: null, daysOver: { sum: 0, p50: null, max: null } },
      ...{ daysUsed: { p50: null, max: null }, daysLeft: { p50: null, min: null } },
    });
  });

  it('leave cycles without a date out of the share, though they were met', () => {
    const undated = cell({ decided: 'met', used: 2, cycles: 9 });
    expect(clockFigures([undated]).shareMet).toBeNull();
    expect(clockFigures([undated, cell({ decided: 'breached', over: 1 })]).shareMet).toBe(0);
  });
});
