import { main } from '../../apps/cli';
import { describeWithSharedData, sharedData } from '../support/shared-data';

type Quantiles = (number | null)[][];

/** Value, lower and upper limit of each quartile, as `ledtid survival --json` prints them. */
async function survival(
  ...args: string[]
): Promise<Record<string, { n: number; events: number; q: Quantiles }>> {
  let out = '';
  const streams = { out: (text: string) => void (out += text), err: () => undefined };
  const command = ['survival', sharedData('clinical/lung.csv'), '--time', 'time', '--event', 'status=2'];
  expect(await main([...command, ...args, '--json'], streams, {})).toBe(0);
  interface Printed {
    groups: {
      key: string;
      n: number;
      events: number;
      quantiles: { p: number; value: number | null; lower: number | null; upper: number | null }[];
    }[];
  }
  const { groups } = JSON.parse(out) as Printed;
  return Object.fromEntries(
    groups.map(({ key, n, events, quantiles }) => [
      key,
      { n, events, q: quantiles.map(({ value, lower, upper }) => [value, lower, upper]) },
    ]),
  );
}

describeWithSharedData('Survival of the NCCTG lung cancer cohort', () => {
  it('has the published median and quartiles, with their log-log interval', async () => {
    expect(await survival()).toEqual({
      all: {
        ...{ n: 228, events: 165 },
        q: [
          [170, 144, 194],
          [310, 284, 361],
          [550, 457, 643],
        ],
      },
    });
  });

  it('has the published interval on the log scale, which is what R gives unless asked', async () => {
    const { all } = await survival('--transform', 'log');
    expect(all!.q).toEqual([
      [170, 145, 197],
      [310, 285, 363],
      [550, 460, 654],
    ]);
  });

  it('has the published medians of men and women', async () => {
    // survfit(Surv(time, status) ~ sex, lung): 270 (212 to 310) and 426 (348 to 550).
    const { 1: men, 2: women } = await survival('--by', 'sex', '--transform', 'log');
    expect([men, women].map((group) => [group!.n, group!.events, ...group!.q[1]!])).toEqual([
      [138, 112, 270, 212, 310],
      [90, 53, 426, 348, 550],
    ]);
  });
});
