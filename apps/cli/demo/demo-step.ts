import type { Instant } from '@ledtid/time';
import type { Role } from '@ledtid/workflow';

/** One thing that somebody did, tried or waited for; one entry of the document that `demo --json` prints. */
export interface DemoStep {
  readonly number: number;
  /** Null: the worker, which nobody asks. */
  readonly who: { readonly subject: string; readonly name: string; readonly role: Role } | null;
  /** What, as a sentence without its subject: `claims the legal review`. */
  readonly what: string;
  /** The event of the workflow; null for what is no command, such as saving the form. */
  readonly command: string | null;
  readonly case: { readonly id: string; readonly name: string };
  readonly stateAfter: readonly string[];
  /** Why not, in the server's own words. The case is then as it was. */
  readonly refusal: { readonly status: number; readonly code: string; readonly text: string } | null;
  /** Where it is registered later than it happened. */
  readonly late: { readonly occurredAt: Instant; readonly basis: string } | null;
}

/** A case as the steps name it. */
export interface NamedCase {
  readonly id: string;
  readonly name: string;
}
