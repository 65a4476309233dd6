import type { Party } from '@ledtid/time';
import type { ClockUse, CommonEvent, StateNode, Transitions } from './contract';
import { heldIn, inStage } from './common-events';

interface OwnStage<Stage extends string, Event extends string> {
  readonly stage: Stage;
  readonly party: Party;
  /** Set off when the stage is entered. */
  readonly clocks?: ClockUse;
  /** What the party may do, whether or not somebody has taken the stage. */
  readonly on: { readonly [Name in Event]?: Transitions };
  /** Further leaves of the stage. */
  readonly beside?: { readonly [name: string]: StateNode<Stage, Event | CommonEvent> };
}

/**
 * A stage that lies with an applicant or a holder. They need not take it before they act, and it is never
 * paused: as long as it is their turn it waits for them or one of them has it.
 */
export function ownStage<const Stage extends string, const Event extends string>(
  own: OwnStage<Stage, Event>,
) {
  const { stage, party, clocks } = own;
  const guard = inStage(stage);
  return {
    initial: 'waiting',
    states: {
      waiting: {
        meta: { stage, activity: 'waiting', party, ...(clocks && { clocks }) },
        on: { ...own.on, CLAIM: { target: 'assigned', guard }, SET_CAUSE: { target: 'waiting', guard } },
      },
      assigned: {
        meta: { stage, activity: 'assigned', party },
        on: { ...own.on, ...heldIn(stage, 'assigned', 'waiting') },
      },
      ...own.beside,
    },
  } as unknown as StateNode<Stage, Event | CommonEvent>;
}
