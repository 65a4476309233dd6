import type { Row } from '../queries';
import { findings } from './findings';

const row = (key: string, contributed: number, removable: number, rest: Partial<Row> = {}) =>
  ({
    ...{ key, contributed: { seconds: contributed, share: 0.5 }, removable, causes: {} },
    ...{ waiting: 0, assigned: 0, paused: 0, ...rest },
  }) as Row;
const cohort = { from: null, to: null, cases: 4, open: 1 };

describe('what a report says first', () => {
  it('is the stage that owns most, though nobody’s time may be more', () => {
    const rows = [row('none', 90, 90), row('one', 40, 20, { waiting: 3, paused: 5, causes: { a: 1, b: 2 } })];
    expect(findings({ rows, cohort })).toEqual({
      ...{ costliest: rows[1], gainEach: 5, bestGain: null },
      ...{ kind: { name: 'paused', share: 0.625 }, topCause: { code: 'b', seconds: 2 } },
    });
  });

  it('is also where more could be gained, because something else ran beside the longest', () => {
    const rows = [row('one', 40, 10), row('two', 30, 30)];
    expect(findings({ rows, cohort })).toMatchObject({ bestGain: rows[1], kind: null, topCause: null });
  });

  it('is nothing where no time was owned', () => {
    expect(findings({ rows: [], cohort })).toBeNull();
    expect(findings({ rows: [row('one', 0, 0)], cohort })).toBeNull();
  });
});
