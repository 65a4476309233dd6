import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { InLedger, IsCivilDate, NotePayload, ReasonPayload } from '@ledtid/workflow';
import {
  DISMISSAL_REASONS,
  ETHICS_EXEMPTIONS,
  ETHICS_KINDS,
  ETHICS_OUTCOMES,
  REFUSAL_GROUNDS,
  REQUIRED_CONTENT,
  WITHDRAWAL_REASONS,
} from './codes';
import { Id, Ids } from '../payload-fields';
import { DatasetAssessment } from './assessment';

export class WithdrawPayload extends NotePayload {
  @InLedger()
  @IsIn(WITHDRAWAL_REASONS)
  code!: (typeof WITHDRAWAL_REASONS)[number];
}

export class RequestCompletionPayload {
  /** Points of Art 67 that are missing or unclear. */
  @InLedger()
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(REQUIRED_CONTENT, { each: true })
  missing!: (typeof REQUIRED_CONTENT)[number][];

  /** The list that the applicant reads, all items at once (D6.3 section 8.1). */
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  question!: string;
}

export class DismissPayload extends ReasonPayload {
  @InLedger()
  @IsIn(DISMISSAL_REASONS)
  code!: (typeof DISMISSAL_REASONS)[number];
}

export class FinishPrequalificationPayload extends NotePayload {
  /** The date on which a prequalification council met, where there is one. */
  @InLedger()
  @IsOptional()
  @IsCivilDate()
  councilMetOn?: string;
}

export class AskApplicantPayload {
  /** Civil days to answer within, set by the body (D6.3 section 8.2). */
  @InLedger()
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(365)
  days?: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  question!: string;
}

export class EthicsAmendmentPayload extends ReasonPayload {
  /** Datasets that the approvals so far do not cover. */
  @InLedger()
  @Ids()
  datasets!: string[];
}

/** One entry of the ethics series. A case without an outcome yet has been applied for and awaits its decision. */
export class RecordEthicsPayload extends NotePayload {
  @InLedger()
  @Id()
  authority!: string;

  @InLedger()
  @Matches(/^[\p{L}\p{N}./:_-]{1,60}$/u, {
    message: 'registrationNumber: the number of the decision, no spaces',
  })
  registrationNumber!: string;

  @InLedger()
  @IsIn(ETHICS_KINDS)
  kind!: (typeof ETHICS_KINDS)[number];

  @InLedger()
  @IsOptional()
  @IsCivilDate()
  appliedOn?: string;

  @InLedger()
  @ValidateIf((entry: RecordEthicsPayload) => entry.outcome !== undefined || entry.decidedOn !== undefined)
  @IsCivilDate()
  decidedOn?: string;

  @InLedger()
  @IsOptional()
  @IsIn(ETHICS_OUTCOMES)
  outcome?: (typeof ETHICS_OUTCOMES)[number];

  @InLedger()
  @Ids()
  datasets!: string[];

  @InLedger()
  @IsOptional()
  @Ids()
  holders?: string[];

  /** Whether linking the datasets with each other is within the approval. */
  @InLedger()
  @IsOptional()
  @IsBoolean()
  linkage?: boolean;
}

export class EthicsNotNeededPayload extends ReasonPayload {
  /** All datasets of the case when absent. */
  @InLedger()
  @IsOptional()
  @Ids()
  datasets?: string[];

  @InLedger()
  @IsIn(ETHICS_EXEMPTIONS)
  code!: (typeof ETHICS_EXEMPTIONS)[number];
}

export class FinishLegalReviewPayload extends NotePayload {
  @InLedger()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique((assessment: DatasetAssessment) => assessment.dataset)
  @ValidateNested({ each: true })
  @Type(() => DatasetAssessment)
  datasets!: DatasetAssessment[];
}

export class AskHoldersPayload {
  /** Every holder of the case that has not been asked yet, when absent. */
  @InLedger()
  @IsOptional()
  @Ids()
  holders?: string[];

  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  question!: string;
}

export class FinishTechnicalReviewPayload extends NotePayload {
  /** Datasets that can be delivered as applied for. */
  @InLedger()
  @IsArray()
  @ArrayUnique()
  @Ids({ empty: true })
  feasible!: string[];

  /** Estimated fees, euro (Art 62(5)). */
  @InLedger()
  @IsOptional()
  @IsNumber()
  @Min(0)
  feeEstimate?: number;
}

export class ChangeScopePayload extends ReasonPayload {
  /** The datasets that the case is about from now on. */
  @InLedger()
  @Ids()
  datasets!: string[];
}

export class HearApplicantPayload {
  /** What the body means to refuse, and why (förvaltningslagen 25 §). */
  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  reason!: string;
}

export class GiveStatementPayload {
  /** Whether the applicant agrees to an answer in anonymised statistical form instead (Art 68(3)). */
  @InLedger()
  @IsOptional()
  @IsBoolean()
  agreesToStatistics?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  statement?: string;
}

export class ReopenReviewPayload extends ReasonPayload {
  /** The assessment to open again; both when absent. */
  @InLedger()
  @IsOptional()
  @IsIn(['legal-review', 'technical-feasibility'])
  stage?: 'legal-review' | 'technical-feasibility';
}

export class GrantPayload extends NotePayload {
  @InLedger()
  @Ids()
  datasets!: string[];

  /** `partial` also where every dataset is granted, but with fewer variables or persons than applied for. */
  @InLedger()
  @IsIn(['full', 'partial'])
  extent!: 'full' | 'partial';

  /** How long the permit lasts, civil days; at most ten years (Art 68(12)). */
  @InLedger()
  @IsInt()
  @Min(1)
  @Max(3653)
  permitDays!: number;
}

export class RefusePayload extends ReasonPayload {
  @InLedger()
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(REFUSAL_GROUNDS, { each: true })
  grounds!: (typeof REFUSAL_GROUNDS)[number][];
}

export class AppealDecidedPayload extends NotePayload {
  /** `stands`: the decision is as it was. `reconsider`: changed or sent back, so the body decides anew. */
  @InLedger()
  @IsIn(['stands', 'reconsider'])
  outcome!: 'stands' | 'reconsider';
}

export class HolderAnsweredPayload {
  @InLedger()
  @IsIn(['answered', 'declined'])
  outcome!: 'answered' | 'declined';

  @InLedger()
  @Id()
  holder!: string;

  @InLedger()
  @IsOptional()
  @Id()
  part?: string | null;

  @InLedger()
  @IsOptional()
  @Id()
  occasion?: string | null;
}

export class ReleaseToldPayload {
  @InLedger()
  @Id()
  child!: string;

  @InLedger()
  @Id()
  holder!: string;

  @InLedger()
  @IsOptional()
  @Id()
  part?: string | null;

  @InLedger()
  @IsOptional()
  @Id()
  occasion?: string | null;
}

export class ReleaseEndedPayload extends ReleaseToldPayload {
  @InLedger()
  @IsIn(['access', 'refused', 'cancelled'])
  outcome!: 'access' | 'refused' | 'cancelled';
}
