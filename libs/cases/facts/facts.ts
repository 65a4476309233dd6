import type { CauseList, ClockConfiguration, Instant } from '@ledtid/time';
import type { Effect, Recorded, WorkflowRegistry } from '@ledtid/workflow';
import type { ClockCycleRow, InstanceRow, MilestoneRow, SpanRow } from '../rows';

/** What evolving rests on besides the facts themselves. */
export interface Configuration {
  readonly registry: WorkflowRegistry;
  readonly clocks: ClockConfiguration;
  readonly causes: CauseList;
  /** While history is replayed a wake-up stands as it happened, even where a corrected time denies it. */
  readonly replaying?: boolean;
}

/** One instance with what is known of its time. Incrementally only open spans and clocks are loaded. */
export interface Facts {
  readonly instance: InstanceRow;
  readonly spans: readonly SpanRow[];
  readonly clocks: readonly ClockCycleRow[];
  readonly milestones: readonly MilestoneRow[];
}

/** What the ledger knows of an event, and so all that facts may depend on. */
export interface Happening {
  readonly number: number;
  readonly type: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly record: Recorded;
}

export interface Evolution {
  readonly facts: Facts;
  /** Regions that were left. */
  readonly left: readonly string[];
  /** Regions that were left or entered. */
  readonly moved: readonly string[];
  readonly effects: readonly Effect[];
}

export interface EvolutionRefusal {
  readonly refused: string;
}
