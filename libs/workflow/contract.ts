import type { Activity, Instant, Party } from '@ledtid/time';
import type { Checklist } from './checklists';
import type { Role } from './roles';

/** One text in the two languages of the interface. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

/** What an event leaves in the ledger and what the machine sees: ids, codes, dates and digests only. */
export type Recorded = Readonly<Record<string, unknown>>;

/** What may enter a machine. Replaying these events alone gives the same snapshot again. */
export interface MachineEvent {
  readonly type: string;
  readonly record: Recorded;
  /** Subject of the person, or `system:<queue>`. */
  readonly actor: string;
  readonly at: Instant;
  /** Asked only to list what is possible: a guard judges absent record fields as possible. */
  readonly probe?: true;
}

/** Clocks set off on entry into a leaf; keys of the dated clock configuration. */
export interface ClockUse {
  /** Runs from here: started, or resumed by its own policy where it stood paused. */
  readonly starts?: readonly string[];
  readonly pauses?: readonly string[];
  readonly meets?: readonly string[];
  readonly voids?: readonly string[];
}

/** The one declaration from which queues, timers, facts, permissions and pictures are derived. */
export interface StateMeta<Stage extends string = string> {
  readonly stage: Stage | 'none';
  readonly activity: Activity;
  /** Whose turn it is. On a paused leaf the party of the cause, where one is given, takes its place. */
  readonly party: Party;
  /** Why a waiting or paused leaf stands, where the leaf itself says it: a code of the cause list. */
  readonly cause?: string;
  /** The worker does this leaf's work by itself, in the queue of its stage; never a person's: nobody may claim it. */
  readonly executed?: true;
  readonly clocks?: ClockUse;
}

/** What a final state at the root says of the case. */
export interface FinalMeta {
  readonly outcome: string;
  readonly clocks?: ClockUse;
}

/** A guard is named for the refusal it gives: its name is the stable code that the person reads. */
export type GuardUse = string | { readonly type: string; readonly params: Recorded };

/** Several guards, all of which must hold; made by `allOf`. The first that fails gives the refusal. */
export interface AllOf {
  readonly guards: readonly GuardUse[];
}

export interface Transition {
  /** Several targets enter several regions of one parallel state. */
  readonly target?: string | readonly string[];
  readonly guard?: GuardUse | AllOf;
  readonly actions?: MachineAction | readonly MachineAction[];
  readonly reenter?: boolean;
}

export type Transitions = string | Transition | readonly Transition[];

/** Made by `remember` and the effect builders only, so that an action is always data. */
export interface MachineAction {
  readonly type: string;
}

type Handlers<Event extends string> = { readonly [Name in Event]?: Transitions };

interface Leaf<Stage extends string, Event extends string> {
  readonly meta: StateMeta<Stage>;
  readonly on?: Handlers<Event>;
  readonly always?: Transitions;
  readonly entry?: MachineAction | readonly MachineAction[];
  readonly type?: never;
  readonly states?: never;
}

interface Final {
  readonly type: 'final';
  readonly meta?: FinalMeta;
  readonly entry?: MachineAction | readonly MachineAction[];
}

interface Compound<Stage extends string, Event extends string> {
  readonly initial: string;
  readonly states: States<Stage, Event>;
  readonly on?: Handlers<Event>;
  readonly entry?: MachineAction | readonly MachineAction[];
  readonly onDone?: Transitions;
  readonly type?: never;
  readonly meta?: never;
}

interface Parallel<Stage extends string, Event extends string> {
  readonly type: 'parallel';
  readonly states: States<Stage, Event>;
  readonly on?: Handlers<Event>;
  readonly entry?: MachineAction | readonly MachineAction[];
  readonly onDone?: Transitions;
  readonly meta?: never;
}

/** A leaf without meta fits none of the four shapes, and so does not compile. */
export type StateNode<Stage extends string, Event extends string> =
  Leaf<Stage, Event> | Final | Compound<Stage, Event> | Parallel<Stage, Event>;

export interface States<Stage extends string, Event extends string> {
  readonly [name: string]: StateNode<Stage, Event>;
}

export type PayloadClass<Payload extends object = object> = new () => Payload;

/** What a built-in event changes besides, or instead of, the state. */
export type Change =
  | 'assignee'
  | 'cause'
  | 'question'
  | 'document'
  | 'message'
  | 'checklist'
  | 'agenda'
  | 'deadline'
  | 'time'
  | 'conflict'
  | 'queue'
  | 'delegation';

/**
 * What an event tells of quality: work goes back to whoever did it (`return`), the applicant is asked for what was
 * missing (`completion`), or somebody complains. The stage that the event leaves is the one in which it was found.
 */
export type Quality = 'return' | 'completion' | 'complaint';

/** One event type: who may send it and with what. */
export interface EventSpec {
  /**
   * `stage`: the roles that work the stage which the payload names; a cause is also named by the party whose turn
   * it is (`rolesInStage`). Empty only for internal events.
   */
  readonly roles: readonly Role[] | 'stage';
  readonly payload: PayloadClass;
  /** Four eyes: refused for a person who assessed the same case. */
  readonly decision?: boolean;
  /** Its sender has assessed the case, and may not decide it. */
  readonly assessment?: boolean;
  /** It prepares data: refused for a person who assessed the case to which it belongs. */
  readonly preparation?: boolean;
  /** Sent by the system or by a member of the case's family, never by a person. */
  readonly internal?: boolean;
  /** Takes the current form revision into the ledger; the first one gives the registration number. */
  readonly submits?: boolean;
  readonly changes?: Change;
  /** What it tells of quality, where it tells anything. */
  readonly quality?: Quality;
}

export interface StageSpec {
  /** Who works this stage: may claim it, hand it off, name a cause, pause and resume it. */
  readonly roles: readonly Role[];
}

/**
 * JSON Schema (draft 2020-12) with sections, versioned as data. A field marked `x-characteristic` with a kind of
 * characteristic-codes.json tells what its cases are told apart by.
 */
export interface FormSpec {
  readonly version: number;
  readonly schema: Recorded;
  /** Ids and codes of a form that the machine needs: holders, datasets, tracks. Never free text. */
  facts(form: Recorded): Recorded;
}

export type GuardFunction<Context> = (
  subject: { context: Context; event: MachineEvent },
  params: Recorded,
) => boolean;

export interface WorkflowConfig<Stage extends string, Event extends string, Context extends object> {
  readonly key: string;
  readonly version: number;
  readonly stages: { readonly [Name in Stage]: StageSpec };
  readonly form?: FormSpec;
  /** Every version that there has been, in order. */
  readonly checklists?: readonly Checklist[];
  readonly context: (input: Recorded) => Context;
  readonly guards?: Record<string, GuardFunction<Context>>;
  readonly initial: NoInfer<string>;
  readonly states: States<NoInfer<Stage>, NoInfer<Event> | CommonEvent>;
  readonly on?: Handlers<NoInfer<Event> | CommonEvent>;
}

/** Events that every workflow knows. */
export type CommonEvent =
  | 'CLAIM'
  | 'HAND_OFF'
  | 'SET_CAUSE'
  | 'CAUSE_ASKED'
  | 'PAUSE'
  | 'RESUME'
  | 'EXTEND_DEADLINE'
  | 'CORRECT'
  | 'DOCUMENT_ADDED'
  | 'SEND_MESSAGE'
  | 'ASSESS_ITEM'
  | 'PLACE_ON_AGENDA'
  | 'RECORD_COUNCIL_OUTCOME'
  | 'DECLARE_CONFLICT'
  | 'LIFT_CONFLICT'
  | 'RETURN_TO_QUEUE'
  | 'DELEGATE'
  | 'WITHDRAW_DELEGATION'
  | 'CLOCK_REMINDER'
  | 'CLOCK_DUE';

/** Swedish and English for everything that a person can meet; a missing one refuses to boot. */
export interface WorkflowTexts {
  readonly name: Text;
  readonly stages: Readonly<Record<string, Text>>;
  /** By leaf path; leaves named `waiting`, `assigned` or `paused` have a common text. */
  readonly states: Readonly<Record<string, Text>>;
  readonly events: Readonly<Record<string, Text>>;
  /** Form and payload fields, by property name. */
  readonly fields: Readonly<Record<string, Text>>;
  /** By guard name. */
  readonly refusals: Readonly<Record<string, Text>>;
  readonly outcomes: Readonly<Record<string, Text>>;
  /** What the codes are called among which a field of the form or of a payload chooses, by code. */
  readonly codes?: Readonly<Record<string, Text>>;
}
