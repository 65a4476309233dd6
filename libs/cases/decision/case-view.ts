import type { CivilDate, Instant } from '@ledtid/time';
import type { ClockCycleRow } from '../rows';

export interface StageView {
  readonly stage: string;
  readonly region: string;
  readonly activity: string;
  readonly party: string;
  readonly cause: string | null;
  readonly assignee: string | null;
  readonly since: Instant;
  /** When the party was asked for the cause, which is still missing while `cause` is null. */
  readonly causeAskedAt: Instant | null;
  readonly due: CivilDate | null;
}

export interface ChildView {
  readonly id: string;
  readonly workflow: string;
  readonly holder: string | null;
  readonly part: string | null;
  readonly occasion: string | null;
  readonly dependsOn: readonly string[];
  readonly state: readonly string[];
  readonly stages: readonly StageView[];
}

/** An event that some transition of the present state takes, for one caller. Texts are added on the way out. */
export interface PossibleAction {
  readonly type: string;
  /** Where parallel stages share the event. */
  readonly stage: string | null;
  readonly possible: boolean;
  readonly why: string | null;
}

/** A case as its caller sees it, without texts and without the form's body. */
export interface CaseView {
  readonly id: string;
  readonly registrationNumber: string | null;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly parent: string | null;
  readonly holder: string | null;
  readonly part: string | null;
  readonly occasion: string | null;
  readonly dependsOn: readonly string[];
  readonly version: number;
  readonly formVersion: number;
  readonly state: readonly string[];
  readonly outcome: string | null;
  readonly stages: readonly StageView[];
  readonly clocks: readonly ClockCycleRow[];
  readonly children: readonly ChildView[];
  readonly actions: readonly PossibleAction[];
}
