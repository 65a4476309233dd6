import fc from 'fast-check';
import { startOfDay, toInstant } from '@ledtid/time';
import { type FlowCell, flowOf } from './flow-of';
import { type FlowPeriod, flowPeriod } from './flow-period';
import { lagOf } from './lag-of';

const BEGIN = Date.parse(startOfDay('2026-01-10'));
const END = Date.parse(startOfDay('2026-06-01'));
const PERIOD = flowPeriod(BEGIN, END);

/** A cell of one visit, as the database would make it. Epoch milliseconds; `end` null while open. */
function cell(start: number, end: number | null, { bounds }: FlowPeriod = PERIOD): FlowCell {
  const bucket = (at: number): number => bounds.filter((bound) => bound <= at).length;
  const inPeriod = Math.min(end ?? END, END) - Math.max(start, BEGIN);
  return {
    arrived: bucket(start),
    departed: end === null ? null : bucket(end),
    ...{ visits: 1, again: 0, handOffs: 0, recent: 0 },
    length: end === null ? null : (end - start) / 1000,
    occupied: Math.max(0, inPeriod) / 1000,
    age: end === null ? (END - start) / 1000 : null,
  };
}

const moment = fc.integer({ min: BEGIN, max: END - 1 });
const inside = fc.tuple(moment, moment).map(([one, other]) => [Math.min(one, other), Math.max(one, other)]);
const anyVisit = fc
  .tuple(fc.integer({ min: BEGIN - 1e10, max: END - 1 }), fc.integer({ min: 0, max: 2e10 }))
  .map(([start, length]) => cell(start, start + length < END ? start + length : null));

describe('the arithmetic of flow', () => {
  it('holds Little’s law exactly where everything arrives and departs inside the period', () => {
    fc.assert(
      fc.property(fc.array(inside, { minLength: 1, maxLength: 50 }), (visits) => {
        const { little, workInProgress } = flowOf(
          visits.map(([start = 0, end = 0]) => cell(start, end)),
          PERIOD,
        );
        expect(little.expected).toBe(little.mean);
        if (little.mean !== 0) expect(little.ratio).toBe(1);
        expect(workInProgress).toMatchObject({ start: 0, end: 0 });
      }),
    );
  });

  it('loses nothing: what was there and what came is what left and what is there, each month', () => {
    fc.assert(
      fc.property(fc.array(anyVisit, { maxLength: 40 }), (cells) => {
        const { arrivals, departures, workInProgress, months } = flowOf(cells, PERIOD);
        const known = cells.filter(({ departed }) => departed === null || departed > 0);
        expect(workInProgress.start).toBe(known.filter(({ arrived }) => arrived === 0).length);
        expect(workInProgress.start + arrivals - departures).toBe(workInProgress.end);
        expect(months.reduce((sum, month) => sum + month.arrivals, 0)).toBe(arrivals);
        expect(months.reduce((sum, month) => sum + month.departures, 0)).toBe(departures);
        expect(months.at(-1)?.workInProgress).toBe(workInProgress.end);
      }),
    );
  });

  it('weighs work in progress by time', () => {
    const half = BEGIN + (END - BEGIN) / 2;
    const { workInProgress } = flowOf([cell(BEGIN - 5000, null), cell(BEGIN, half)], PERIOD);
    expect(workInProgress).toEqual({ start: 1, end: 1, average: 1.5 });
  });

  it('tells the age of open work, and since when the oldest has been open', () => {
    const days = (count: number): number => END - count * 86_400_000;
    const { age } = flowOf([cell(days(200), null), cell(days(100), null), cell(days(30), null)], PERIOD);
    expect(age).toEqual({
      ...{ p50: 100 * 86_400, p90: 180 * 86_400, max: 200 * 86_400 },
      oldest: new Date(days(200)).toISOString(),
      ...{ over30Days: 2, over90Days: 2, over180Days: 1 },
    });
  });

  it('says nothing of a backlog without departures, nor of Little’s law without arrivals', () => {
    const { backlogWeeks, little } = flowOf([cell(BEGIN - 1, null)], PERIOD);
    expect({ backlogWeeks, little }).toEqual({
      backlogWeeks: null,
      little: { expected: null, mean: null, ratio: null },
    });
  });

  it('measures a backlog in weeks at the present pace', () => {
    const gone = { ...cell(BEGIN, END - 1), recent: 1 };
    expect(flowOf([gone, gone, ...Array<FlowCell>(4).fill(cell(BEGIN, null))], PERIOD).backlogWeeks).toBe(26);
  });

  it('parts months where Stockholm does, also where clocks change', () => {
    const { months, bounds } = flowPeriod(Date.parse(startOfDay('2026-03-20')), END);
    expect(months).toEqual(['2026-03', '2026-04', '2026-05']);
    expect(bounds.map((at) => toInstant(at))).toEqual([
      '2026-03-19T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
      '2026-04-30T22:00:00.000Z',
    ]);
  });
});

describe('recording lag', () => {
  it('interpolates percentiles over counted values', () => {
    const counts = [
      { seconds: 0, spans: 1 },
      { seconds: 100, spans: 1 },
      { seconds: 90_000, spans: 2 },
    ];
    expect(lagOf(counts)).toEqual({ n: 4, p50: 45_050, p90: 90_000, overADay: 0.5 });
    expect(lagOf([])).toEqual({ n: 0, p50: null, p90: null, overADay: null });
  });
});
