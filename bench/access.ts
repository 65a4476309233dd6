import { type AccessMeasurement, measureAccess } from './access/measure-access';
import type { Bench, BenchResult } from './bench';
import { rounded } from './support/figures';

const FULL_SIZE = { cases: 700, warmUpCases: 300, connections: 16, rounds: 5, seed: 20_261_122 };

export interface AccessResult extends BenchResult, Omit<AccessMeasurement, 'rounds'> {}

/** What it costs a command that somebody asks who sends it and whether they may. */
export const access: Bench<AccessResult> = {
  description: 'accepted commands a second in sessions, against the same product that lets everybody in',
  async run({ databaseUrl, progress }) {
    const measured = await measureAccess({ ...FULL_SIZE, databaseUrl, progress });
    const ratio = ratioOf(measured.rounds);
    const single = measured.rounds.map((round) => round.ratio).join(', ');
    return {
      ...measured,
      ...{ name: 'access', ratio, unit: 'accepted commands per second' },
      against: 'the same composition without sessions, tokens, levels of assurance and access ledger',
      summary: [`${ratio} of what an open door lets through (${measured.rounds.length} rounds: ${single}).`],
    };
  },
};

/**
 * Of all rounds together: what is measured is less than a busy host's speed changes from one minute to the next, by which
 * single rounds differ.
 */
function ratioOf(rounds: AccessMeasurement['rounds']): number {
  const seconds = (runs: readonly { perSecond: number }[]): number =>
    runs.reduce((sum, { perSecond }) => sum + 1 / perSecond, 0) / runs.length;
  const open = rounds.flatMap((round) => round.open);
  return rounded(seconds(open) / seconds(rounds.map(({ product }) => product)), 3);
}
