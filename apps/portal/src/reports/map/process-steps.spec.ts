import { processSteps } from './process-steps';

const state = (path: string, stage: string | null) => ({ path, stage });

describe('the steps of a process', () => {
  it('come as declared, and those of one composite state side by side', () => {
    const states = [
      ...[state('draft', null), state('check.waiting', 'check'), state('look.law.waiting', 'law')],
      ...[state('look.technique.waiting', 'technique'), state('end.waiting', 'end')],
    ];
    const stages = ['check', 'law', 'technique', 'end'].map((key) => ({ key }));
    expect(processSteps({ stages, states })).toEqual([['check'], ['law', 'technique'], ['end']]);
  });

  it('stand alone where no state tells of them', () => {
    expect(processSteps({ stages: [{ key: 'a' }, { key: 'b' }], states: [] })).toEqual([['a'], ['b']]);
  });
});
