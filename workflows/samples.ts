import type { Instant } from '@ledtid/time';
import type { Recorded } from '@ledtid/workflow';

/** An event with a record that drives a machine in tests. */
export interface SampledEvent {
  readonly type: string;
  readonly record: Recorded;
  /** Where the moment decides what it does. */
  readonly at?: Instant;
}

/** By what a machine can be driven through all its states and transitions, both sides of each guard. */
export interface Samples {
  /** Inputs with which instances begin. */
  readonly inputs: readonly Recorded[];
  readonly events: readonly SampledEvent[];
  /** What of the context decides where the machine can go from its present state; keeps the graph small. */
  readonly essence: (context: unknown, value: unknown) => unknown;
  /** A form that is complete, where the workflow has one. */
  readonly form?: Recorded;
}
