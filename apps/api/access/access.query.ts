import { ENTRY, PURPOSES } from '@ledtid/access';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page.query';

const MOMENT = { type: 'string', format: 'date-time' } as const;

/** Which looks are asked for. */
export class AccessQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'At this case and everything below it.' })
  @IsOptional()
  @IsUUID()
  case?: string;

  @ApiPropertyOptional({ description: 'By this person.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  subject?: string;

  @ApiPropertyOptional({
    enum: [...PURPOSES, ENTRY],
    description: '`entry`: sign-ins, sign-outs, and who was turned away at the door.',
  })
  @IsOptional()
  @IsIn([...PURPOSES, ENTRY])
  purpose?: string;

  @ApiPropertyOptional(MOMENT)
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  from?: string;

  @ApiPropertyOptional({ ...MOMENT, description: 'Not itself.' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  to?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Refused attempts alone, or none of them.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  refused?: 'true' | 'false';
}
