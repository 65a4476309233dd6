import type { IdGenerator, Instant } from '@ledtid/time';
import type { Configuration } from '../facts/facts';
import type { ChangeSet } from '../rows';
import type { CaseView } from './case-view';

/** What a decision rests on besides what was loaded. */
export interface Circumstances {
  readonly at: Instant;
  readonly ids: IdGenerator;
  readonly configuration: Configuration;
}

export interface Decision {
  /** null when the key was used before with the same body: the first answer stands. */
  readonly changeSet: ChangeSet | null;
  readonly answer: CaseView;
}
