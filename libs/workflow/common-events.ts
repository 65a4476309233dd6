import type { CommonEvent, EventSpec, GuardFunction, Text } from './contract';
import { LENDABLE_ROLES, type Role } from './roles';
import {
  AgendaPayload,
  AssessItemPayload,
  CauseAskedPayload,
  CausePayload,
  ClaimPayload,
  ClockPayload,
  ClockReminderPayload,
  CorrectPayload,
  CouncilOutcomePayload,
  DocumentAddedPayload,
  DelegatePayload,
  ExtendDeadlinePayload,
  HandOffPayload,
  LiftConflictPayload,
  MessagePayload,
  ReasonPayload,
  StagePayload,
  WithdrawDelegationPayload,
} from './common-payloads';

/**
 * Every workflow knows these; a workflow's own entry of the same name takes its place. `involved`: whomever the
 * workflow gives something to do; `readers`: those among them who read what is written in it.
 */
export const commonEvents = (
  involved: readonly Role[],
  readers: readonly Role[] = involved,
): Record<CommonEvent, EventSpec> => ({
  CLAIM: { roles: 'stage', payload: ClaimPayload },
  HAND_OFF: { roles: 'stage', payload: HandOffPayload, changes: 'assignee' },
  SET_CAUSE: { roles: 'stage', payload: CausePayload, changes: 'cause' },
  CAUSE_ASKED: { roles: [], payload: CauseAskedPayload, internal: true, changes: 'question' },
  PAUSE: { roles: 'stage', payload: CausePayload },
  RESUME: { roles: 'stage', payload: StagePayload },
  EXTEND_DEADLINE: { roles: ['case_officer'], payload: ExtendDeadlinePayload, changes: 'deadline' },
  CORRECT: { roles: ['case_officer'], payload: CorrectPayload, changes: 'time' },
  DOCUMENT_ADDED: { roles: [], payload: DocumentAddedPayload, internal: true, changes: 'document' },
  SEND_MESSAGE: { roles: readers, payload: MessagePayload, changes: 'message' },
  ASSESS_ITEM: { roles: 'stage', payload: AssessItemPayload, changes: 'checklist' },
  PLACE_ON_AGENDA: { roles: ['case_officer'], payload: AgendaPayload, changes: 'agenda' },
  RECORD_COUNCIL_OUTCOME: { roles: ['case_officer'], payload: CouncilOutcomePayload, changes: 'agenda' },
  // Not applicants: whoever asks for something has an interest in it.
  DECLARE_CONFLICT: {
    ...{
      roles: involved.filter((role) => role !== 'applicant'),
      payload: ReasonPayload,
      changes: 'conflict',
    },
  },
  LIFT_CONFLICT: {
    ...{ roles: ['decision_maker'], payload: LiftConflictPayload, changes: 'conflict', decision: true },
  },
  RETURN_TO_QUEUE: { roles: [], payload: StagePayload, internal: true, changes: 'queue' },
  DELEGATE: {
    roles: LENDABLE_ROLES.filter((role) => involved.includes(role)),
    ...{ payload: DelegatePayload, changes: 'delegation' },
  },
  WITHDRAW_DELEGATION: {
    roles: LENDABLE_ROLES.filter((role) => involved.includes(role)),
    ...{ payload: WithdrawDelegationPayload, changes: 'delegation' },
  },
  CLOCK_REMINDER: { roles: [], payload: ClockReminderPayload, internal: true },
  CLOCK_DUE: { roles: [], payload: ClockPayload, internal: true },
});

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

/** What a leaf takes in which somebody holds its stage: to go to somebody else, or back to where anybody may claim it. */
export function heldIn(stage: string, held: string, queue: string) {
  const guard = inStage(stage);
  return { HAND_OFF: { target: held, guard }, RETURN_TO_QUEUE: { target: queue, guard } } as const;
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
    DOCUMENT_ADDED: { sv: 'Handling inlämnad', en: 'Document handed in' },
    SEND_MESSAGE: { sv: 'Skriv meddelande', en: 'Write a message' },
    ASSESS_ITEM: { sv: 'Bedöm en punkt', en: 'Assess an item' },
    PLACE_ON_AGENDA: { sv: 'Ta upp i rådet', en: 'Place on the council’s agenda' },
    RECORD_COUNCIL_OUTCOME: { sv: 'Registrera rådets utfall', en: 'Record the council’s outcome' },
    DECLARE_CONFLICT: { sv: 'Anmäl jäv', en: 'Declare a conflict of interest' },
    LIFT_CONFLICT: { sv: 'Häv jäv', en: 'Lift a conflict of interest' },
    RETURN_TO_QUEUE: { sv: 'Åter till kön', en: 'Back to the queue' },
    DELEGATE: { sv: 'Ge någon tillgång för en tid', en: 'Delegate access for a time' },
    WITHDRAW_DELEGATION: { sv: 'Återkalla tillgång', en: 'Withdraw delegated access' },
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
    document: { sv: 'Handling', en: 'Document' },
    kind: { sv: 'Slag', en: 'Kind' },
    version: { sv: 'Version', en: 'Version' },
    replaces: { sv: 'Ersätter', en: 'Replaces' },
    mediaType: { sv: 'Medietyp', en: 'Media type' },
    size: { sv: 'Storlek i byte', en: 'Size in bytes' },
    digest: { sv: 'Kontrollsumma', en: 'Digest' },
    scan: { sv: 'Viruskontroll', en: 'Virus scan' },
    name: { sv: 'Filnamn', en: 'File name' },
    text: { sv: 'Meddelande', en: 'Message' },
    meeting: { sv: 'Rådets sammanträdesdag', en: 'Date of the council meeting' },
    result: { sv: 'Rådets utfall', en: 'Outcome of the council' },
    checklist: { sv: 'Checklista', en: 'Checklist' },
    item: { sv: 'Punkt', en: 'Item' },
    outcome: { sv: 'Bedömning', en: 'Finding' },
    justification: { sv: 'Motivering', en: 'Justification' },
    subject: { sv: 'Person', en: 'Person' },
    issuer: { sv: 'Utfärdare av inloggningen', en: 'Issuer of the sign-in' },
    role: { sv: 'Roll', en: 'Role' },
    right: { sv: 'Rätt', en: 'Right' },
    until: { sv: 'Till och med', en: 'Until' },
  },
  codes: {
    applicant: { sv: 'Sökande', en: 'Applicant' },
    case_officer: { sv: 'Handläggare', en: 'Case officer' },
    legal_reviewer: { sv: 'Jurist', en: 'Legal reviewer' },
    technical_reviewer: { sv: 'Teknisk granskare', en: 'Technical reviewer' },
    data_holder: { sv: 'Hälsodatainnehavare', en: 'Data holder' },
    environment_operator: { sv: 'Driftansvarig för behandlingsmiljö', en: 'Environment operator' },
    data_engineer: { sv: 'Dataingenjör', en: 'Data engineer' },
    read: { sv: 'Läsa', en: 'Read' },
    act: { sv: 'Läsa och handla', en: 'Read and act' },
    'go-on': { sv: 'Kan gå vidare', en: 'May go on' },
    'go-on-with-remarks': { sv: 'Kan gå vidare, med synpunkter', en: 'May go on, with remarks' },
    'not-possible': { sv: 'Går inte att genomföra', en: 'Not possible' },
    postponed: { sv: 'Tas upp en annan gång', en: 'Postponed' },
    met: { sv: 'Uppfyllt', en: 'Met' },
    'not-met': { sv: 'Inte uppfyllt', en: 'Not met' },
    unclear: { sv: 'Oklart', en: 'Unclear' },
    'not-applicable': { sv: 'Inte tillämpligt', en: 'Not applicable' },
  },
  refusals: {
    'stage-not-active': { sv: 'Steget är inte aktivt nu.', en: 'That stage is not active now.' },
    'clock-not-governing': {
      sv: 'Fristen styr inte detta läge.',
      en: 'That deadline does not govern this state.',
    },
  },
} satisfies Record<string, Record<string, Text>>;
