import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  Matches,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { PARTIES, type Party } from '@ledtid/time';
import { ITEM_OUTCOMES, type ItemOutcome } from './checklists';
import { InLedger } from './in-ledger';
import { IsCivilDate, IsMoment } from './dates';
import { LENDABLE_ROLES, type LendableRole } from './roles';

/** A person as the issuer names it: a code, never a name with spaces, and none of the system's own. */
export const SUBJECT = /^(?!system:)[\w.:@|+-]{1,120}$/;
const SUBJECT_MESSAGE =
  '$property: give the person’s subject, a code of at most 120 letters, digits and .:@|+-_';

const ITEM_KEY = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** A payload for events that carry nothing. */
export class EmptyPayload {}

export class NotePayload {
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  note?: string;
}

/** Parallel regions share event types, so the payload names the stage that it is about. */
export class StagePayload extends NotePayload {
  @InLedger()
  @IsString()
  @IsNotEmpty()
  stage!: string;
}

export class ClaimPayload extends StagePayload {
  /** Subject of the person who takes it; the sender, when absent. */
  @InLedger()
  @IsOptional()
  @Matches(SUBJECT, { message: SUBJECT_MESSAGE })
  assignee?: string;
}

export class HandOffPayload extends StagePayload {
  @InLedger()
  @Matches(SUBJECT, { message: SUBJECT_MESSAGE })
  assignee!: string;
}

export class CausePayload extends StagePayload {
  /** Code of the dated cause list. */
  @InLedger()
  @IsString()
  @IsNotEmpty()
  cause!: string;
}

/** Which span stands without a cause, and whom that was asked. */
export class CauseAskedPayload {
  @InLedger()
  @IsString()
  stage!: string;

  @InLedger()
  @IsString()
  region!: string;

  /** Ledger number that opened the span, so that a late question never hits a newer one. */
  @InLedger()
  @IsInt()
  opened!: number;

  @InLedger()
  @IsIn(PARTIES)
  party!: Party;
}

export class ReasonPayload {
  @IsString()
  @IsNotEmpty({ message: 'reason: say why, in a sentence that the applicant may read' })
  @MaxLength(4000)
  reason!: string;
}

export class LiftConflictPayload extends ReasonPayload {
  /** Subject of the person whose conflict of interest is found to be none. */
  @InLedger()
  @Matches(SUBJECT, { message: SUBJECT_MESSAGE })
  subject!: string;
}

export const RIGHTS = ['read', 'act'] as const;
export type Right = (typeof RIGHTS)[number];

/** Lends a role of one's own in this case, and in what lies below it. */
export class DelegatePayload extends NotePayload {
  @InLedger()
  @IsIn(LENDABLE_ROLES)
  role!: LendableRole;

  @InLedger()
  @IsIn(RIGHTS)
  right!: Right;

  /** `iss` of whoever signs the person in. */
  @InLedger()
  @Matches(/^[\x21-\x7e]{1,300}$/, {
    message: 'issuer: the issuer of the person’s sign-in, as tokens name it',
  })
  issuer!: string;

  @InLedger()
  @Matches(SUBJECT, { message: SUBJECT_MESSAGE })
  subject!: string;

  /** When it ends by itself. */
  @InLedger()
  @IsMoment()
  until!: string;
}

export class WithdrawDelegationPayload extends NotePayload {
  /** Ledger number of the event by which it was given. */
  @InLedger()
  @IsInt()
  @Min(1)
  number!: number;
}

export class ExtendDeadlinePayload extends ReasonPayload {
  @InLedger()
  @IsString()
  @IsNotEmpty()
  clock!: string;

  /** The whole length anew in civil days, for clocks whose length the body sets. */
  @InLedger()
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3660)
  days?: number;
}

export class CorrectPayload extends ReasonPayload {
  /** Ledger number of the event whose time was wrong. */
  @InLedger()
  @IsInt()
  @Min(1)
  number!: number;

  /** When it really happened. */
  @InLedger()
  @IsMoment()
  happenedAt!: string;
}

/** A document whose bytes are in the vault. Its name may tell of a person, and so stays out of the ledger. */
export class DocumentAddedPayload {
  @InLedger()
  @IsString()
  document!: string;

  /** Code of the configured kinds of document. */
  @InLedger()
  @IsString()
  kind!: string;

  /** 1, 2, 3 within the chain of its versions. */
  @InLedger()
  @IsInt()
  version!: number;

  /** Id of the version before. */
  @InLedger()
  @IsOptional()
  @IsString()
  replaces?: string;

  @InLedger()
  @IsString()
  mediaType!: string;

  @InLedger()
  @IsInt()
  size!: number;

  /** SHA-256 of the content, in hex. */
  @InLedger()
  @IsString()
  digest!: string;

  @InLedger()
  @IsIn(['clean', 'unscanned'])
  scan!: 'clean' | 'unscanned';

  @IsString()
  name!: string;
}

/** What somebody writes to everybody else who may read the case. */
export class MessagePayload {
  @IsString()
  @IsNotEmpty({ message: 'text: write something' })
  @MaxLength(10_000)
  text!: string;
}

/** How one item of a checklist was found. */
export class AssessItemPayload {
  @InLedger()
  @IsString()
  @IsNotEmpty()
  stage!: string;

  @InLedger()
  @Matches(ITEM_KEY, { message: 'checklist: the key of a checklist' })
  checklist!: string;

  @InLedger()
  @IsInt()
  @Min(1)
  version!: number;

  @InLedger()
  @Matches(ITEM_KEY, { message: 'item: the key of an item of the checklist' })
  item!: string;

  @InLedger()
  @IsIn(ITEM_OUTCOMES)
  outcome!: ItemOutcome;

  /** May be left out of what is met, and of nothing else. */
  @ValidateIf(
    ({ outcome, justification }: AssessItemPayload) => outcome !== 'met' || justification !== undefined,
  )
  @IsString()
  @IsNotEmpty({ message: 'justification: say why' })
  @MaxLength(10_000)
  justification?: string;
}

/** A meeting of the prequalification council is told by its date. */
export class AgendaPayload extends NotePayload {
  @InLedger()
  @IsCivilDate()
  meeting!: string;
}

/** `postponed`: it is placed on another agenda anew. */
export const COUNCIL_OUTCOMES = ['go-on', 'go-on-with-remarks', 'not-possible', 'postponed'] as const;
export type CouncilOutcome = (typeof COUNCIL_OUTCOMES)[number];

export class CouncilOutcomePayload extends AgendaPayload {
  @InLedger()
  @IsIn(COUNCIL_OUTCOMES)
  result!: CouncilOutcome;
}

export class ClockPayload {
  @InLedger()
  @IsString()
  clock!: string;

  /** Ledger number that started the cycle, so that a late wake-up never hits a newer one. */
  @InLedger()
  @IsInt()
  started!: number;
}

export class ClockReminderPayload extends ClockPayload {
  @InLedger()
  @IsIn(['reminder', 'due'])
  moment!: 'reminder' | 'due';
}
