import { access } from '../access';
import type { Proof } from './proof';

const LEAST_RATIO = 0.9;

export const accessProof: Proof = {
  claim: `what is asked and written down of whoever comes in leaves at least ${LEAST_RATIO} of the commands a second`,
  async run({ databaseUrl, progress }) {
    const result = await access.run({ databaseUrl: await databaseUrl(), progress });
    return { ...result, holds: result.ratio >= LEAST_RATIO };
  },
};
