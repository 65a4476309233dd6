import type { Party } from '@ledtid/time';
import type { ClockUse, CommonEvent, StateNode, Transitions } from './contract';
import { heldIn, inStage } from './common-events';

interface WorkedStage<Stage extends string, Event extends string> {
  readonly stage: Stage;
  readonly party: Party;
  /** Set off when the stage is entered anew. */
  readonly clocks?: ClockUse;
  /** Set off when work goes on after a leaf of `beside` or a pause. */
  readonly resumed?: ClockUse;
  /** What whoever holds the stage may do. */
  readonly on: { readonly [Name in Event]?: Transitions };
  /** What is possible in every leaf of the stage. */
  readonly throughout?: { readonly [Name in Event]?: Transitions };
  /** Further leaves of the stage, such as the one in which the applicant answers. */
  readonly beside?: { readonly [name: string]: StateNode<Stage, Event | CommonEvent> };
}

/**
 * A stage that a group works: it waits, somebody claims it, hands it off, pauses and resumes it. Most stages
 * are of this kind; writing the five handlers out at each would be the copy that drifts.
 */
export function workedStage<const Stage extends string, const Event extends string>(
  worked: WorkedStage<Stage, Event>,
) {
  const { stage, party } = worked;
  const guard = inStage(stage);
  const again = worked.resumed === undefined ? {} : { clocks: worked.resumed };
  return {
    initial: 'waiting',
    ...(worked.throughout && { on: worked.throughout }),
    states: {
      waiting: {
        meta: { stage, activity: 'waiting', party, ...(worked.clocks && { clocks: worked.clocks }) },
        on: { CLAIM: { target: 'assigned', guard }, SET_CAUSE: { target: 'waiting', guard } },
      },
      assigned: {
        meta: { stage, activity: 'assigned', party, ...again },
        on: {
          ...worked.on,
          ...heldIn(stage, 'assigned', 'waiting'),
          PAUSE: { target: 'paused', guard },
        },
      },
      paused: {
        meta: { stage, activity: 'paused', party },
        on: { RESUME: { target: 'assigned', guard }, SET_CAUSE: { target: 'paused', guard } },
      },
      ...worked.beside,
    },
  } as unknown as StateNode<Stage, Event | CommonEvent>;
}
