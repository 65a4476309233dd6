import { describeEnvironment } from '../support/environment';
import type { Proof } from './proof';
import { type RequestsSettings, sendRequests } from './requests/send-requests';

const FULL_SIZE: Omit<RequestsSettings, 'databaseUrl' | 'progress'> = { each: 1200, seed: 20_261_122 };

export const requestsProof: Proof = {
  claim:
    'at least 20,000 generated requests, sound, wrong and hostile, find no failure, no leak, and nothing changed by a refusal',
  async run({ databaseUrl, progress }) {
    const url = await databaseUrl();
    const environment = await describeEnvironment(url);
    const found = await sendRequests({ ...FULL_SIZE, databaseUrl: url, progress });
    const { requests, routes, faults } = found;
    return {
      ...{ name: 'requests', ...environment, ...FULL_SIZE, ...found },
      holds: faults.length === 0 && requests >= 20_000,
      summary: [
        `${requests} requests, ${FULL_SIZE.each} of each of ${Object.keys(routes).length} routes.`,
        faults.length === 0 ? 'No fault.' : faults.join('\n'),
      ],
    };
  },
};
