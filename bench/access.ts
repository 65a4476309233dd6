import { type AccessMeasurement, measureAccess } from './access/measure-access';
import type { Bench, BenchResult } from './bench';

const FULL_SIZE = { cases: 1000, warmUpCases: 500, connections: 16, rounds: 3, seed: 20_261_122 };

export interface AccessResult extends BenchResult, Omit<AccessMeasurement, 'rounds'> {}

/** What it costs a command that somebody asks who sends it and whether they may. */
export const access: Bench<AccessResult> = {
  description: 'accepted commands a second in sessions, against the same product that lets everybody in',
  async run({ databaseUrl, progress }) {
    const measured = await measureAccess({ ...FULL_SIZE, databaseUrl, progress });
    const ratio = Math.min(...measured.rounds.map((round) => round.ratio));
    return {
      ...measured,
      ...{ name: 'access', ratio, unit: 'accepted commands per second' },
      against: 'the same composition without sessions, tokens, levels of assurance and access ledger',
      summary: [
        `Worst ratio of ${measured.rounds.length} rounds: ${ratio} of what an open door lets through.`,
      ],
    };
  },
};
