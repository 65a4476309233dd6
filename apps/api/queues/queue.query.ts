import { ApiPropertyOptional } from '@nestjs/swagger';
import { QUEUE_SORTS, type QueueSort } from '@ledtid/cases';
import { ACTIVITIES, PARTIES } from '@ledtid/time';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery } from '../http/page.query';

/** What of a queue is asked for. */
export class QueueQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ACTIVITIES })
  @IsOptional()
  @IsIn(ACTIVITIES)
  activity?: string;

  @ApiPropertyOptional({ description: 'Subject of a person.' })
  @IsOptional()
  @IsString()
  assignee?: string;

  @ApiPropertyOptional({ enum: PARTIES })
  @IsOptional()
  @IsIn(PARTIES)
  party?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  cause?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  holder?: string;

  @ApiPropertyOptional({ description: 'Part of the registration number of the application.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @ApiPropertyOptional({
    enum: QUEUE_SORTS,
    default: 'since',
    description: '`due`: the nearest deadline of the party whose turn it is first, and last what has none.',
  })
  @IsOptional()
  @IsIn(QUEUE_SORTS)
  sort?: QueueSort;
}
