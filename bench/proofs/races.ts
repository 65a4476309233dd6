import { describeEnvironment } from '../support/environment';
import type { Proof } from './proof';
import { RACES } from './races/raced-case';
import { type RacesSettings, runRaces } from './races/run-races';

const FULL_SIZE: Omit<RacesSettings, 'databaseUrl' | 'progress'> = {
  ...{ races: 1000, atOnce: 8, seed: 20_261_122 },
};

export const racesProof: Proof = {
  claim:
    'of two people who race for the same claim, key or decision exactly one wins, 1,000 times each, and the ledger shows one',
  async run({ databaseUrl, progress }) {
    const url = await databaseUrl();
    const environment = await describeEnvironment(url);
    const { sorts, faults } = await runRaces({ ...FULL_SIZE, databaseUrl: url, progress });
    return {
      ...{ name: 'races', ...environment, ...FULL_SIZE, sorts, faults },
      holds: faults.length === 0 && RACES.every((race) => sorts[race].races === FULL_SIZE.races),
      summary: [
        ...RACES.map((race) => {
          const { races, wonBySecond, lostBy } = sorts[race];
          return `${race}: ${races} races, ${wonBySecond} won by the request that left second; lost by ${JSON.stringify(lostBy)}.`;
        }),
        faults.length === 0 ? 'No fault.' : `${faults.length} faults, the first: ${faults[0] ?? ''}`,
      ],
    };
  },
};
