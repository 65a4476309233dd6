import { accessProof } from './access';
import { commandsProof } from './commands';
import { importProof } from './import';
import { killProof } from './kill';
import type { Proof } from './proof';
import { racesProof } from './races';
import { reportsProof } from './reports';
import { requestsProof } from './requests';
import { walksProof } from './walks';

/** Every proof by the name that `npm run prove` takes. */
export const PROOFS: Record<string, Proof> = {
  access: accessProof,
  commands: commandsProof,
  import: importProof,
  kill: killProof,
  races: racesProof,
  reports: reportsProof,
  requests: requestsProof,
  walks: walksProof,
};
