import 'reflect-metadata';
import { IsIn, Matches } from 'class-validator';
import {
  EmptyPayload,
  type EventSpec,
  type GuardFunction,
  InLedger,
  NotePayload,
  ReasonPayload,
  type StateMeta,
  type Transition,
  allOf,
  remember,
} from '@ledtid/workflow';
import { type Instant, millisecondsBetween } from '@ledtid/time';

/** What the code key of a permit may be needed for, which nothing that lacks it can do. */
const KEY_NEEDS = ['significant-finding', 'repeated-linkage', 'court'] as const;

/** From the approval until the key has to be handed out; then it is asked for anew. */
export const KEY_APPROVAL_HOURS = 72;

/** What the permit knows of its code key: to whom it is to be sealed, and since when it may be. */
export interface KeyAccess {
  readonly recipient: string | null;
  readonly approvedAt: Instant | null;
}

export const NO_KEY_ACCESS: KeyAccess = { recipient: null, approvedAt: null };

/** Public: whoever has the identity to it, and nobody else, opens what is handed out. */
function Recipient(): PropertyDecorator {
  return Matches(/^age1[02-9ac-hj-np-z]{58}$/, {
    message: '$property: an age recipient, age1 and 58 letters and digits',
  });
}

class AskForKeyPayload extends ReasonPayload {
  @InLedger()
  @IsIn(KEY_NEEDS)
  code!: (typeof KEY_NEEDS)[number];

  @InLedger()
  @Recipient()
  recipient!: string;
}

class KeyOpenedPayload {
  /** To whom it was sealed: never to another than was approved. */
  @InLedger()
  @Recipient()
  recipient!: string;
}

/** Whoever asked counts as having assessed the permit, so that four eyes keep them from deciding about its key. */
export const KEY_EVENTS = {
  ASK_FOR_KEY: { roles: ['case_officer', 'decision_maker'], payload: AskForKeyPayload, assessment: true },
  APPROVE_KEY: { roles: ['decision_maker'], payload: NotePayload, decision: true },
  REFUSE_KEY: { roles: ['decision_maker'], payload: ReasonPayload, decision: true },
  KEY_OPENED: { roles: [], payload: KeyOpenedPayload, internal: true },
} satisfies Record<string, EventSpec>;

export const KEY_GUARDS: Record<string, GuardFunction<KeyAccess>> = {
  'key-approval-ended': ({ context: { approvedAt }, event: { at } }) =>
    approvedAt !== null && millisecondsBetween(approvedAt, at) <= KEY_APPROVAL_HOURS * 3_600_000,
  'key-for-another': ({ context, event: { record } }) => context.recipient === record.recipient,
};

const asked = {
  target: 'key-asked',
  actions: remember<KeyAccess, AskForKeyPayload>(AskForKeyPayload, ({ record }) => ({
    ...{ recipient: record.recipient, approvedAt: null },
  })),
} satisfies Transition;

const closed = {
  target: 'in-force',
  actions: remember<KeyAccess, EmptyPayload>(EmptyPayload, () => NO_KEY_ACCESS),
} satisfies Transition;

/** The permit's own time goes on meanwhile: it is in force, and its user works. */
const IN_FORCE = { stage: 'none', activity: 'assigned', party: 'user' } as const satisfies StateMeta;

/** Art 66(3): the key stays with the body. Opening it takes one who asks, another who approves, and is done once. */
export const KEY_STATES = {
  'in-force': {
    meta: { ...IN_FORCE, clocks: { starts: ['permit-end'] } },
    on: { ASK_FOR_KEY: asked },
  },
  'key-asked': {
    meta: IN_FORCE,
    on: {
      APPROVE_KEY: {
        target: 'key-approved',
        actions: remember<KeyAccess, NotePayload>(NotePayload, ({ event }) => ({ approvedAt: event.at })),
      },
      REFUSE_KEY: closed,
    },
  },
  'key-approved': {
    meta: IN_FORCE,
    on: {
      KEY_OPENED: { ...closed, guard: allOf('key-approval-ended', 'key-for-another') },
      REFUSE_KEY: closed,
      ASK_FOR_KEY: asked,
    },
  },
} as const;
