import { ApiProperty } from '@nestjs/swagger';
import { ACTIVITIES, PARTIES } from '@ledtid/time';

const TEXT_OR_NULL = { type: 'string', nullable: true } as const;
const MOMENT = { type: 'string', format: 'date-time' } as const;
const COUNT = { type: 'integer' } as const;

/** How one stage stands. */
export class QueueBody {
  @ApiProperty({ example: 'legal-review' })
  stage!: string;

  @ApiProperty(COUNT)
  waiting!: number;

  @ApiProperty(COUNT)
  assigned!: number;

  @ApiProperty(COUNT)
  paused!: number;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Waiting and paused.',
  })
  byCause!: Readonly<Record<string, number>>;

  @ApiProperty({ ...MOMENT, nullable: true, description: 'Since when the oldest is as it is.' })
  oldest!: string | null;

  @ApiProperty({ ...COUNT, description: 'With a deadline that has not passed.' })
  due!: number;

  @ApiProperty({ ...COUNT, description: 'With a deadline that has passed.' })
  overdue!: number;
}

/** One case in one stage. */
export class QueueItemBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  workflow!: string;

  @ApiProperty({ ...TEXT_OR_NULL, format: 'uuid' })
  parent!: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Of the application.' })
  registrationNumber!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  holder!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  part!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  occasion!: string | null;

  @ApiProperty()
  stage!: string;

  @ApiProperty()
  region!: string;

  @ApiProperty({ enum: ACTIVITIES })
  activity!: string;

  @ApiProperty({ enum: PARTIES })
  party!: string;

  @ApiProperty(TEXT_OR_NULL)
  cause!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  assignee!: string | null;

  @ApiProperty(MOMENT)
  since!: string;

  @ApiProperty({
    ...MOMENT,
    nullable: true,
    description: 'When the party was asked for the cause of a wait that nobody had explained.',
  })
  causeAskedAt!: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  due!: string | null;
}
