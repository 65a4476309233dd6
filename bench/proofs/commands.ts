import { commands } from '../commands';
import type { Proof } from './proof';

const LEAST_RATIO = 0.35;

export const commandsProof: Proof = {
  claim: `accepted commands a second come to at least ${LEAST_RATIO} of the plain limit, in the worst round`,
  async run({ databaseUrl, progress }) {
    const result = await commands.run({ databaseUrl: await databaseUrl(), progress });
    return { ...result, holds: result.ratio >= LEAST_RATIO };
  },
};
