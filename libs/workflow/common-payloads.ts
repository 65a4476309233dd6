import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, Matches, MaxLength, Min } from 'class-validator';
import { PARTIES, type Party } from '@ledtid/time';
import { InLedger } from './in-ledger';
import { IsMoment } from './dates';

/** A person as the issuer names it: a code, never a name with spaces, and none of the system's own. */
export const SUBJECT = /^(?!system:)[\w.:@|+-]{1,120}$/;
const SUBJECT_MESSAGE =
  '$property: give the person’s subject, a code of at most 120 letters, digits and .:@|+-_';

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
