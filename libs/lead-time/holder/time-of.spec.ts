import { PARTIES } from '@ledtid/time';
import fc from 'fast-check';
import { PARTS, type TurnCell, timeOf } from './time-of';

const cells = fc.array(
  fc.record({
    part: fc.constantFrom(...PARTS),
    stage: fc.constantFrom('secrecy-review', 'extraction'),
    activity: fc.constantFrom('waiting' as const, 'assigned' as const, 'paused' as const),
    cause: fc.constantFrom(null, 'redelivery', 'cohort-file'),
    milliseconds: fc.nat(1e11),
  }),
);

const sum = (all: readonly { milliseconds: number }[]): number =>
  all.reduce((total, { milliseconds }) => total + milliseconds, 0);

describe('the parts of the time of a holder', () => {
  it('add up to the whole to the millisecond, also where no span tells whose turn it was', () => {
    fc.assert(
      fc.property(cells, fc.nat(1e9), (told, gap) => {
        const { seconds, parts } = timeOf(told, sum(told) + gap);
        const milliseconds = parts.map((part) => Math.round(part.seconds * 1000));
        expect(milliseconds.reduce((total, part) => total + part, 0)).toBe(sum(told) + gap);
        expect(Math.round(seconds * 1000)).toBe(sum(told) + gap);
      }),
    );
  });

  it('are nobody’s where no span tells whose, and never less than the spans where these lie side by side', () => {
    const cell: TurnCell = {
      ...{ part: 'own', stage: 'extraction', activity: 'waiting', cause: 'redelivery', milliseconds: 3000 },
    };
    const own = { key: 'own', seconds: 3, share: 0.75, causes: { redelivery: 3 } };
    const parts = timeOf([cell], 4000).parts.filter(({ seconds }) => seconds > 0);
    expect(parts).toEqual([own, { key: 'none', seconds: 1, share: 0.25, causes: {} }]);
    const beside = timeOf([cell, cell], 4000);
    expect([beside.seconds, beside.parts[0]?.share]).toEqual([6, 1]);
  });

  it('have a place for everybody whose turn it can be, and shares of nothing are none', () => {
    const { parts } = timeOf([], 0);
    expect(parts.map(({ key }) => key)).toEqual(PARTS);
    expect(parts.every(({ share }) => share === 0)).toBe(true);
    expect(PARTIES.filter((party) => !PARTS.includes(party))).toEqual(['holder']);
  });
});
