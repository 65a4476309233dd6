import type { CommonEvent, EventSpec, GuardFunction, Text } from './contract';
import {
  CauseAskedPayload,
  CausePayload,
  ClaimPayload,
  ClockPayload,
  ClockReminderPayload,
  CorrectPayload,
  ExtendDeadlinePayload,
  HandOffPayload,
  StagePayload,
} from './common-payloads';

/** Every workflow knows these; a workflow's own entry of the same name takes its place. */
export const COMMON_EVENTS: Record<CommonEvent, EventSpec> = {
  CLAIM: { roles: 'stage', payload: ClaimPayload },
  HAND_OFF: { roles: 'stage', payload: HandOffPayload, changes: 'assignee' },
  SET_CAUSE: { roles: 'stage', payload: CausePayload, changes: 'cause' },
  CAUSE_ASKED: { roles: [], payload: CauseAskedPayload, internal: true, changes: 'question' },
  PAUSE: { roles: 'stage', payload: CausePayload },
  RESUME: { roles: 'stage', payload: StagePayload },
  EXTEND_DEADLINE: { roles: ['case_officer'], payload: ExtendDeadlinePayload, changes: 'deadline' },
  CORRECT: { roles: ['case_officer'], payload: CorrectPayload, changes: 'time' },
  CLOCK_REMINDER: { roles: [], payload: ClockReminderPayload, internal: true },
  CLOCK_DUE: { roles: [], payload: ClockPayload, internal: true },
};

export const COMMON_GUARDS: Record<string, GuardFunction<object>> = {
  'stage-not-active': ({ event }, params) =>
    event.record.stage === undefined || event.record.stage === params.stage,
  'clock-not-governing': ({ event }, params) =>
    event.record.clock === undefined || event.record.clock === params.clock,
};

/** The guard by which a handler in a parallel region takes only what names its own stage. */
export function inStage(stage: string): { type: string; params: { stage: string } } {
  return { type: 'stage-not-active', params: { stage } };
}

/** The guard by which a state reacts to one clock's breach only. */
export function byClock(clock: string): { type: string; params: { clock: string } } {
  return { type: 'clock-not-governing', params: { clock } };
}

export const COMMON_TEXTS = {
  states: {
    waiting: { sv: 'Väntar', en: 'Waiting' },
    assigned: { sv: 'Tilldelad', en: 'Assigned' },
    paused: { sv: 'Väntar på annan part', en: 'Paused' },
  },
  events: {
    CLAIM: { sv: 'Ta ärendet', en: 'Claim' },
    HAND_OFF: { sv: 'Lämna över', en: 'Hand off' },
    SET_CAUSE: { sv: 'Ange orsak', en: 'Set cause' },
    CAUSE_ASKED: { sv: 'Orsak efterfrågad', en: 'Cause asked for' },
    PAUSE: { sv: 'Pausa', en: 'Pause' },
    RESUME: { sv: 'Återuppta', en: 'Resume' },
    EXTEND_DEADLINE: { sv: 'Förläng frist', en: 'Extend deadline' },
    CORRECT: { sv: 'Rätta tidpunkt', en: 'Correct a time' },
    CLOCK_REMINDER: { sv: 'Påminnelse om frist', en: 'Deadline reminder' },
    CLOCK_DUE: { sv: 'Frist överskriden', en: 'Deadline passed' },
  },
  fields: {
    note: { sv: 'Anteckning', en: 'Note' },
    stage: { sv: 'Steg', en: 'Stage' },
    assignee: { sv: 'Handläggs av', en: 'Assignee' },
    cause: { sv: 'Orsak', en: 'Cause' },
    region: { sv: 'Gren', en: 'Branch' },
    opened: { sv: 'Inledd av händelse', en: 'Opened by event' },
    party: { sv: 'Part', en: 'Party' },
    reason: { sv: 'Skäl', en: 'Reason' },
    clock: { sv: 'Frist', en: 'Deadline' },
    days: { sv: 'Antal dagar', en: 'Days' },
    number: { sv: 'Händelse nummer', en: 'Event number' },
    happenedAt: { sv: 'Inträffade', en: 'Happened at' },
    started: { sv: 'Startad av händelse', en: 'Started by event' },
    moment: { sv: 'Tillfälle', en: 'Moment' },
  },
  refusals: {
    'stage-not-active': { sv: 'Steget är inte aktivt nu.', en: 'That stage is not active now.' },
    'clock-not-governing': {
      sv: 'Fristen styr inte detta läge.',
      en: 'That deadline does not govern this state.',
    },
  },
} satisfies Record<string, Record<string, Text>>;
