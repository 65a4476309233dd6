import {
  type ClockUse,
  type CommonEvent,
  type StateNode,
  type Transitions,
  heldIn,
  inStage,
} from '@ledtid/workflow';
import type { ReleaseEvent, ReleaseStage } from './events';

type Node = StateNode<ReleaseStage, ReleaseEvent | CommonEvent>;
type Handlers = { readonly [Name in ReleaseEvent]?: Transitions };

interface AutomaticStage {
  readonly stage: ReleaseStage;
  readonly clocks?: ClockUse;
  /** What the worker reports of its run; it starts when a release arrives in `running`. */
  readonly reports: Handlers;
  /** What an engineer may do besides driving a failed run again. */
  readonly repair?: Handlers;
  /** Where a run was done but a person must judge what it yielded: the leaf that waits, and what may follow. */
  readonly judged?: { readonly leaf: string; readonly on: Handlers };
}

/**
 * A stage that the body runs by itself. A failed run waits for an engineer, who drives it again. What a failed
 * run left behind can never be judged good: only `judged.leaf` leads onward.
 */
export function automaticStage({ stage, clocks, reports, repair = {}, judged }: AutomaticStage): Node {
  const running = {
    stage,
    activity: 'assigned',
    party: 'hdab',
    executed: true,
    ...(clocks && { clocks }),
  } as const;
  const mend = { ...repair, RETRY: 'running' } as const;
  return {
    initial: 'running',
    states: {
      running: { meta: running, on: reports },
      ...attended(stage, 'failed', 'repairing', mend),
      ...(judged && attended(stage, judged.leaf, 'assigned', { ...mend, ...judged.on })),
    },
  };
}

/** A leaf that waits for an engineer, the one in which somebody has it, and its pause. */
function attended(
  stage: ReleaseStage,
  waiting: string,
  assigned: string,
  on: Handlers,
): Record<string, Node> {
  const own = { stage, party: 'hdab' } as const;
  const guard = inStage(stage);
  return {
    [waiting]: {
      meta: { ...own, activity: 'waiting' },
      on: { ...on, CLAIM: { target: assigned, guard }, SET_CAUSE: { target: waiting, guard } },
    },
    [assigned]: {
      meta: { ...own, activity: 'assigned' },
      on: { ...on, ...heldIn(stage, assigned, waiting), PAUSE: { target: `${assigned}-paused`, guard } },
    },
    [`${assigned}-paused`]: {
      meta: { ...own, activity: 'paused' },
      on: { RESUME: { target: assigned, guard }, SET_CAUSE: { target: `${assigned}-paused`, guard } },
    },
  };
}
