import 'reflect-metadata';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { InLedger, NotePayload, ReasonPayload } from '@ledtid/workflow';
import { Id } from '../payload-fields';

export const RETURN_REASONS = [
  'not-intact',
  'not-as-described',
  'beyond-permit',
  'wrong-population',
  'format-or-units',
  'direct-identifiers',
  'other',
] as const;

export const SECRECY_OUTCOMES = ['release', 'with-reservation', 'refusal'] as const;

export const CANCEL_REASONS = [
  'not-needed',
  'population-lost',
  'data-not-available',
  'user-request',
  'other',
] as const;

/** Hex digest of a package or file, with or without the name of its algorithm. */
function Digest(): PropertyDecorator {
  return Matches(/^(sha256:)?[0-9a-f]{64}$/, { message: '$property: a SHA-256 digest in lower-case hex' });
}

/** The holder's own decision under the Secrecy Act (offentlighets- och sekretesslagen). */
export class ReleaseDecidedPayload extends NotePayload {
  @InLedger()
  @IsIn(SECRECY_OUTCOMES)
  outcome!: (typeof SECRECY_OUTCOMES)[number];

  /** The holder's own registration number. */
  @InLedger()
  @IsOptional()
  @Matches(/^[\p{L}\p{N}./:_-]{1,60}$/u, {
    message: 'registrationNumber: the number of the decision, no spaces',
  })
  registrationNumber?: string;
}

export class DeferPayload extends ReasonPayload {
  /** Code of the cause list, such as the user's funding. */
  @InLedger()
  @IsOptional()
  @Id()
  cause?: string;
}

export class AskClarificationPayload {
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  question!: string;
}

export class AnswerClarificationPayload {
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  answer!: string;
}

export class DependencyPayload {
  /** Name of the release that yielded or was lost: holder, part and occasion. */
  @InLedger()
  @Matches(/^[A-Za-z0-9._:/-]+$/)
  release!: string;
}

/** What an automatic step reports: of which delivery by the holder it speaks. */
class ReportPayload {
  /** As in the release's context. A report on a delivery that was returned meanwhile is refused. */
  @InLedger()
  @IsOptional()
  @IsInt()
  @Min(1)
  attempt?: number;
}

/** What an automatic step made: its digest and its size, never its content. */
export class ProducedPayload extends ReportPayload {
  @InLedger()
  @Digest()
  digest!: string;

  @InLedger()
  @IsOptional()
  @IsInt()
  @Min(0)
  rows?: number;
}

export class PseudonymisedPayload extends ProducedPayload {
  /** Findings of the disclosure check that a person must look at. */
  @InLedger()
  @IsInt()
  @Min(0)
  findings!: number;
}

/** Why an automatic step did not do it. The code is the step's own; details stay with the step. */
export class FailedPayload extends ReportPayload {
  @InLedger()
  @Id()
  code!: string;
}

export class ReturnPayload extends ReasonPayload {
  @InLedger()
  @IsIn(RETURN_REASONS)
  code!: (typeof RETURN_REASONS)[number];
}

export class RefuseReleasePayload extends ReasonPayload {
  @InLedger()
  @IsIn(['data-not-held', 'not-extractable', 'secrecy', 'intellectual-property', 'other'])
  code!: string;
}

export class CancelPayload extends ReasonPayload {
  @InLedger()
  @IsIn(CANCEL_REASONS)
  code!: (typeof CANCEL_REASONS)[number];
}
