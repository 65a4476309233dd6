import { reports } from '../reports';
import type { Proof } from './proof';

const MOST_SECONDS = 2;

export const reportsProof: Proof = {
  claim: `every report over 100,000 cases answers within ${MOST_SECONDS} s, 95 times of 100, with any two filters`,
  async run({ databaseUrl, progress }) {
    const result = await reports.run({ databaseUrl: await databaseUrl(), progress });
    const slow = result.reports.filter(({ seconds }) => seconds.p95 > MOST_SECONDS);
    return { ...result, holds: slow.length === 0 && result.faults.length === 0 };
  },
};
