import type { OptOutList } from '../opt-outs';
import type { KeptPopulation, ReleaseJob } from '../release-job';

export interface ReceptionInput extends ReleaseJob {
  optOuts: OptOutList[];
  /** One for each of `populationsNeeded(selection, holder)`. */
  populations: KeptPopulation[];
}
