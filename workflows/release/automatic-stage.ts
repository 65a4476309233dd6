import { type ClockUse, type CommonEvent, type StateNode, type Transitions, inStage } from '@ledtid/workflow';
import type { ReleaseEvent, ReleaseStage } from './events';

type Node = StateNode<ReleaseStage, ReleaseEvent | CommonEvent>;
type Handlers = { readonly [Name in ReleaseEvent]?: Transitions };

interface AutomaticStage {
  readonly stage: ReleaseStage;
  readonly clocks?: ClockUse;
  /** What the worker reports of its run; it starts when a release arrives in `running`. */
  readonly reports: Handlers;
  /** What an engineer may do once a run has failed, or stands for a person to judge. */
  readonly engineer: Handlers;
  /** Name of the leaf in which an outcome waits for a person, where there is one. */
  readonly judged?: string;
}

/** A stage that the body runs by itself; a failed run waits for an engineer, who drives it again. */
export function automaticStage({ stage, clocks, reports, engineer, judged }: AutomaticStage): Node {
  const own = { stage, party: 'hdab' } as const;
  const guard = inStage(stage);
  const on = { ...engineer, RETRY: 'running' } as const;
  const waits = (name: string): Node => ({
    meta: { ...own, activity: 'waiting' },
    on: { ...on, CLAIM: { target: 'assigned', guard }, SET_CAUSE: { target: name, guard } },
  });
  return {
    initial: 'running',
    states: {
      running: { meta: { ...own, activity: 'assigned', ...(clocks && { clocks }) }, on: reports },
      failed: waits('failed'),
      ...(judged !== undefined && { [judged]: waits(judged) }),
      assigned: {
        meta: { ...own, activity: 'assigned' },
        on: { ...on, HAND_OFF: { target: 'assigned', guard }, PAUSE: { target: 'paused', guard } },
      },
      paused: {
        meta: { ...own, activity: 'paused' },
        on: { RESUME: { target: 'assigned', guard }, SET_CAUSE: { target: 'paused', guard } },
      },
    },
  };
}
