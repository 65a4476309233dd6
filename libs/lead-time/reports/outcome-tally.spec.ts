import { OutcomeTally } from './outcome-tally';

const DAY = 86_400_000;

function tallyOf(...cases: [days: number, outcome: string | null, entry?: number][]) {
  const tally = new OutcomeTally();
  for (const [days, outcome, entry = 0] of cases)
    tally.add({ entry: entry * DAY, time: days * DAY, outcome });
  return tally.finish();
}

describe('share with access by a day', () => {
  it('counts partial access as access, and cases that ended otherwise as cases', () => {
    const { accessBy, incidence } = tallyOf(
      [90, 'access'],
      [100, 'partial'],
      [200, 'refused'],
      [300, 'access'],
    );
    expect(accessBy).toEqual({ '90': 0.25, '180': 0.5, '365': 0.75 });
    expect(incidence).toMatchObject({
      access: { '90': 0.25, '180': 0.25, '365': 0.5 },
      partial: { '90': 0, '180': 0.25, '365': 0.25 },
      refused: { '90': 0, '180': 0, '365': 0.25 },
      withdrawn: { '90': 0, '180': 0, '365': 0 },
    });
  });

  it('does not take an open case for one that waits without end', () => {
    // At 150 days one of two was left: half of the half that had not ended by then.
    expect(tallyOf([50, 'refused'], [100, null], [150, 'access'], [400, null]).accessBy).toEqual({
      '90': 0,
      '180': 0.375,
      '365': 0.375,
    });
  });

  it('says nothing of days that no case has come to', () => {
    expect(tallyOf([60, 'access'], [120, null]).accessBy).toEqual({ '90': 0.5, '180': null, '365': null });
    // Seen only from day 100 to 130: what had happened before, nobody saw.
    expect(tallyOf([130, 'access', 100]).accessBy).toEqual({ '90': null, '180': null, '365': null });
  });

  it('is nothing at all without a case at risk', () => {
    expect(tallyOf()).toEqual({ accessBy: null, incidence: null });
  });

  it('names the outcomes of other workflows’ instances too', () => {
    expect(tallyOf([10, 'declined'], [400, null]).incidence).toMatchObject({ declined: { '365': 0.5 } });
  });
});
