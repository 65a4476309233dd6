import { assign } from 'xstate';
import type { CivilDate } from '@ledtid/time';
import type { MachineAction, MachineEvent, PayloadClass, Recorded } from './contract';

/** A child instance to open. `holder:part:occasion` names it among its parent's children of the workflow. */
export interface ChildRequest {
  readonly workflow: string;
  readonly holder: string | null;
  readonly part: string | null;
  readonly occasion: string | null;
  readonly track: string | null;
  /** Names of other children of the same workflow that must yield first. */
  readonly dependsOn: readonly string[];
  /** Ids and codes for the child's context. */
  readonly input: Recorded;
}

/** What a step wants done beside the change of state. All of it commits with the step. */
export type Effect =
  | { readonly kind: 'open-children'; readonly children: readonly ChildRequest[] }
  | { readonly kind: 'tell-parent'; readonly type: string; readonly record: Recorded }
  | {
      readonly kind: 'tell-children';
      readonly workflow: string;
      readonly type: string;
      readonly record: Recorded;
      /** Only children that depend on this instance. */
      readonly dependingOn?: string;
    }
  | { readonly kind: 'milestone'; readonly key: string; readonly on?: CivilDate };

type Scope<Context, Record_ = Recorded> = { context: Context; record: Record_; event: MachineEvent };

/** Name of a child among its siblings of one workflow. */
export function childName(child: {
  holder: string | null;
  part: string | null;
  occasion: string | null;
}): string {
  return [child.holder, child.part, child.occasion].map((piece) => piece ?? '').join(':');
}

/** Keeps something of the event in the machine's context. The payload class only lends its type. */
export function remember<Context extends object, Payload extends object>(
  _payload: PayloadClass<Payload>,
  change: (scope: Scope<Context, Payload>) => Partial<Context>,
): MachineAction {
  const assigner = assign((scope: { context: unknown; event: unknown }) => {
    const event = scope.event as MachineEvent;
    return change({ context: scope.context as Context, record: event.record as Payload, event }) as object;
  });
  return assigner as unknown as MachineAction;
}

/** Asks for something outside this instance, or for a milestone. */
export function effect<Context extends object>(
  make: (scope: Scope<Context>) => Effect | readonly Effect[],
): MachineAction {
  return {
    type: 'effect',
    params: (scope: { context: Context; event: MachineEvent }) => ({
      effects: [make({ ...scope, record: scope.event.record })].flat(),
    }),
  } as unknown as MachineAction;
}

/** Marks a moment of the case that reports count from: at the event, or on a civil date it names. */
export function milestone(key: string): MachineAction {
  return effect(() => ({ kind: 'milestone', key }));
}
