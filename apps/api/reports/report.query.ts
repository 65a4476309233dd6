import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID } from 'class-validator';
import { PageQuery } from '../http/page.query';
import { DIMENSIONS } from '@ledtid/lead-time';
import { CHARACTERISTICS, type CharacteristicKind } from '@ledtid/workflow';

function Characterised(kind: CharacteristicKind): PropertyDecorator {
  const { name, codes } = CHARACTERISTICS[kind];
  const description = `Only cases of this ${name.en.toLowerCase()}, as their form says.`;
  const property = ApiPropertyOptional({ enum: Object.keys(codes), description });
  return applyDecorators(property, IsOptional(), IsString());
}

/** The same as the options of `ledtid report`, which checks what they say. */
export class ReportInput extends PageQuery {
  @ApiPropertyOptional({ format: 'date', description: 'First day of the period.' })
  @IsOptional()
  @IsString()
  from?: string;

  @ApiPropertyOptional({ format: 'date', description: 'First day after the period.' })
  @IsOptional()
  @IsString()
  to?: string;

  @ApiPropertyOptional({ enum: DIMENSIONS, default: 'stage', description: 'What the rows are.' })
  @IsOptional()
  @IsString()
  by?: string;

  @ApiPropertyOptional({ description: 'Key of the workflow whose instances are the cases.' })
  @IsOptional()
  @IsString()
  workflow?: string;

  @ApiPropertyOptional({
    description: 'Only cases in which this holder takes part. Of the report holder: whose it is.',
  })
  @IsOptional()
  @IsString()
  holder?: string;

  @Characterised('track')
  track?: string;

  @Characterised('sourceKind')
  sourceKind?: string;

  @Characterised('applicantType')
  applicantType?: string;

  @Characterised('purpose')
  purpose?: string;

  @Characterised('dataCategory')
  dataCategory?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Only this case, which the caller must be allowed to see.',
  })
  @IsOptional()
  @IsUUID()
  case?: string;

  @ApiPropertyOptional({ description: 'Name of an imported log, in place of the own cases.' })
  @IsOptional()
  @IsString()
  log?: string;

  @ApiPropertyOptional({ enum: ['en', 'sv'], default: 'en', description: 'Language of the definition.' })
  @IsOptional()
  @IsString()
  language?: string;
}

/** The same with the row whose cases, or visits, are asked for. */
export class OneRowInput extends ReportInput {
  @ApiProperty({ description: 'Key of the row; `total` for all cases that the report counts.' })
  @IsString()
  key!: string;
}

/** The same with the choice of what the public may see. */
export class PublicInput extends ReportInput {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description:
      'As it may be published: counts under five, the figures of such groups, and what they could be computed from are null.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  public?: 'true' | 'false';
}
