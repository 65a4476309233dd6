import { processSteps } from './process-steps';

const text = (en: string) => ({ sv: en, en });
const state = (path: string, stage: string) => ({
  ...{ path, stage, region: '', label: text(path), cause: null, executed: false, clocks: {} },
  ...({ activity: 'waiting', party: 'hdab' } as const),
});

describe('the way through a workflow', () => {
  it('has a place for each state at the top, with what goes on beside each other in one', () => {
    const states = [
      ...[state('draft', 'none'), state('review.law.waiting', 'law'), state('review.law.assigned', 'law')],
      ...[state('review.data.waiting', 'data'), state('decision.waiting', 'choice')],
    ];
    const stages = [{ key: 'law', label: text('Law'), roles: [] }];
    const steps = processSteps({ states, stages });
    expect(steps.map(({ boxes }) => boxes.map(({ label }) => label.en))).toEqual([
      ['draft'],
      ['Law', 'review.data.waiting'],
      ['decision.waiting'],
    ]);
    expect(steps[1]?.boxes[0]?.leaves).toEqual(['review.law.waiting', 'review.law.assigned']);
  });
});
