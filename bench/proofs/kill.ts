import { describeEnvironment } from '../support/environment';
import { type KillSettings, killMidLoad } from './kill-mid-load';
import type { Proof } from './proof';

const FULL_SIZE: Omit<KillSettings, 'databaseUrl' | 'progress'> = {
  ...{ cases: 400, connections: 16, kills: 5, seed: 20_261_122 },
};

export const killProof: Proof = {
  claim:
    'kill -9 of API and worker in the midst of a load loses nothing that was accepted and does no job twice',
  async run({ databaseUrl, progress }) {
    const url = await databaseUrl();
    const environment = await describeEnvironment(url);
    const found = await killMidLoad({ ...FULL_SIZE, databaseUrl: url, progress });
    return {
      ...{ name: 'kill', ...environment, ...FULL_SIZE, ...found, holds: found.faults.length === 0 },
      summary: [
        `${found.accepted} commands, all accepted, over ${found.kills} kills; ${found.repeated} requests sent again.`,
        `${found.jobs} jobs, each in its queue once; ${found.arrivals} arrivals, each done once.`,
        found.faults.length === 0 ? 'No fault.' : found.faults.join('\n'),
      ],
    };
  },
};
