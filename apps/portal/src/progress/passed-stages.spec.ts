import { passedStages } from './passed-stages';

const span = (stage: string, from: number, to: number | null) => ({
  stage,
  startedAt: `2026-03-0${from}T08:00:00.000Z`,
  endedAt: to === null ? null : `2026-03-0${to}T08:00:00.000Z`,
});

describe('the stages that a case has passed', () => {
  it('are told once each, in the order in which it came to them, with its returns', () => {
    const spans = [
      ...[span('none', 1, 2), span('check', 2, 3), span('check', 3, 4), span('review', 4, 5)],
      ...[span('check', 5, 6), span('review', 6, null)],
    ];
    expect(passedStages(spans)).toEqual([
      { stage: 'check', from: spans[1]?.startedAt, to: spans[4]?.endedAt, returns: 1 },
      { stage: 'review', from: spans[3]?.startedAt, to: null, returns: 1 },
    ]);
  });

  it('are none while it is a draft', () => {
    expect(passedStages([span('none', 1, null)])).toEqual([]);
  });
});
