import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BASES, type Basis, CASE_SORTS, type CaseSort } from '@ledtid/cases';
import { PARTIES } from '@ledtid/time';
import { IsCivilDate, IsMoment, SUBJECT } from '@ledtid/workflow';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { PageQuery } from '../http/page.query';

type JsonObject = Record<string, unknown>;
const ANY_OBJECT = { type: 'object', additionalProperties: true } as const;
const NAME_LENGTH = 200;
/** A code, so that no text of a person's comes to lie beside the ledger. */
const KEY = /^[\w.:@|+/=-]{1,200}$/;

/** A new case. */
export class CreateInput {
  @ApiProperty({ example: 'access-application' })
  @IsString()
  @IsNotEmpty()
  workflow!: string;

  @ApiProperty({
    ...ANY_OBJECT,
    description: 'By the form of the workflow; a draft may lack what is required.',
  })
  @IsObject()
  form!: JsonObject;
}

/** A change of the form. */
export class PatchInput {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'The version that the patch was made from.' })
  @IsInt()
  @Min(1)
  formVersion!: number;

  @ApiProperty({ ...ANY_OBJECT, description: 'JSON Merge Patch (RFC 7396).' })
  @IsObject()
  patch!: JsonObject;
}

/** What somebody wants done. */
export class CommandInput {
  @ApiProperty({ example: 'CLAIM' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH)
  type!: string;

  @ApiProperty({ ...ANY_OBJECT, description: 'By the payloadSchema of the action.' })
  @IsObject()
  payload!: JsonObject;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The version of the case that the sender saw.' })
  @IsInt()
  version!: number;

  @ApiProperty({
    minLength: 1,
    maxLength: NAME_LENGTH,
    description: 'The same key and body: the first answer again.',
  })
  @Matches(KEY, { message: 'idempotencyKey: at most 200 letters, digits and .:@|+/=_- and no spaces' })
  idempotencyKey!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'When it happened, where that is not now.' })
  @IsOptional()
  @IsMoment()
  occurredAt?: string;

  @ApiPropertyOptional({ description: 'Subject of the person for whom it is registered.' })
  @IsOptional()
  @Matches(SUBJECT, { message: 'onBehalfOf: give the person’s subject, a code without spaces' })
  onBehalfOf?: string;

  @ApiPropertyOptional({ enum: BASES, description: 'How the body came to know.' })
  @IsOptional()
  @IsIn(BASES)
  basis?: Basis;
}

/** What a list of cases is narrowed to and sorted by. Stage, party, cause and assignee hold of one stage. */
export class CaseQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  workflow?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  parent?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  stage?: string;

  @ApiPropertyOptional({ enum: PARTIES })
  @IsOptional()
  @IsIn(PARTIES)
  party?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  cause?: string;

  @ApiPropertyOptional({ description: 'Subject of a person.' })
  @IsOptional()
  @IsString()
  assignee?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  holder?: string;

  @ApiPropertyOptional({ format: 'date', description: 'With an open deadline before this date.' })
  @IsOptional()
  @IsCivilDate()
  due_before?: string;

  @ApiPropertyOptional({ description: 'Part of the registration number.' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH)
  q?: string;

  @ApiPropertyOptional({ enum: CASE_SORTS, default: '-created' })
  @IsOptional()
  @IsIn(CASE_SORTS)
  sort?: CaseSort;
}
