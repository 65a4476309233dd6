import type { Instant } from '@ledtid/time';
import type { EngineSettings } from './engine/engine';
import type { PermitKeys } from './keys/permit-keys';
import type { ReleaseArea } from './release-area';
import type { DatasetDescription } from './selection/dataset-description';
import type { Selection } from './selection/selection';
import type { Progress } from './step';

/** What every step is told about a release: one holder, part and occasion of a permit. */
export interface ReleaseJob {
  /** Id of the release. */
  release: string;
  /** 1, and one more for each time the holder delivers again. */
  attempt: number;
  holder: string;
  /** The whole permit's selection: a part's population may be defined in another part. */
  selection: Selection;
  /** When the permit was issued: decides which opt-outs count (Art 71(3)). */
  permitIssuedAt: Instant;
  /** All datasets that the selection names. */
  descriptions: DatasetDescription[];
}

/** What every step needs of the body. */
export interface StepContext {
  area: ReleaseArea;
  keys: PermitKeys;
  engine?: EngineSettings;
  progress?: Progress;
}

/** A population that another release yielded and the body kept. */
export interface KeptPopulation {
  dataset: string;
  release: string;
}
