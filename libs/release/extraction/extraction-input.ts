import type { SourceConfiguration } from '../connectors/source';
import type { OptOutList } from '../opt-outs';
import type { KeptPopulation, ReleaseJob } from '../release-job';

export interface ExtractionInput extends ReleaseJob {
  source: SourceConfiguration;
  optOuts: OptOutList[];
  /** One for each of `populationsNeeded(selection, holder)`. */
  populations: KeptPopulation[];
}
