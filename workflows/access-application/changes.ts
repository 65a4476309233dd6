import { type MachineAction, type PayloadClass, effect, remember } from '@ledtid/workflow';
import type { ApplicationContext } from './context';
import { ethicsMilestones } from './ethics';

/** What an event makes of the case's context. Pure, so that guards and effects can ask it beforehand. */
export type Change<Payload> = (context: ApplicationContext, record: Partial<Payload>) => ApplicationContext;

/** Changes the context, and marks what that completes in the ethics series. */
export function becomes<Payload extends object>(
  payload: PayloadClass<Payload>,
  change: Change<Payload>,
): readonly MachineAction[] {
  return [
    // Before `remember`: a milestone is the difference between the context before and after.
    effect<ApplicationContext>(({ context, record }) =>
      ethicsMilestones(context, change(context, record as Partial<Payload>)),
    ),
    remember<ApplicationContext, Payload>(payload, ({ context, record }) => change(context, record)),
  ];
}
