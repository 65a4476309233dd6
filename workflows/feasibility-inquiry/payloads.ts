import 'reflect-metadata';
import { IsIn, IsNumber, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { InLedger, NotePayload } from '@ledtid/workflow';
import { Ids } from '../payload-fields';

export const DECLINE_REASONS = [
  'data-not-held',
  'data-not-extractable',
  'intellectual-property',
  'no-capacity',
  'other',
] as const;

/** What a holder says of its datasets: which can be delivered, with what effort and fee. */
export class AnswerInquiryPayload extends NotePayload {
  /** Datasets that can be delivered as applied for. */
  @InLedger()
  @Ids({ empty: true })
  feasible!: string[];

  @InLedger()
  @IsOptional()
  @IsNumber()
  @Min(0)
  effortHours?: number;

  /** Estimated fee, euro (Art 62). */
  @InLedger()
  @IsOptional()
  @IsNumber()
  @Min(0)
  feeEstimate?: number;

  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  answer?: string;
}

export class DeclineInquiryPayload extends NotePayload {
  @InLedger()
  @IsIn(DECLINE_REASONS)
  code!: (typeof DECLINE_REASONS)[number];
}
