import { ApiProperty } from '@nestjs/swagger';
import { TextBody } from '../http/text.body';
import { QuantilesBody } from '../reports/report.body';

const COUNT = { type: 'integer', nullable: true } as const;
const SECONDS = { type: 'number', nullable: true, description: 'Seconds.' } as const;
const DATE = { type: 'string', format: 'date' } as const;

class PublicPeriodBody {
  @ApiProperty(DATE)
  from!: string;

  @ApiProperty({ ...DATE, description: 'Not counted.' })
  to!: string;
}

class NamedBody {
  @ApiProperty({ example: 'legal-review' })
  key!: string;

  @ApiProperty({ type: TextBody })
  label!: TextBody;
}

class PublicQueueBody {
  @ApiProperty({ ...COUNT, description: 'Open cases.' })
  open!: number | null;

  @ApiProperty({ ...SECONDS, description: 'Their median age. Seconds.' })
  age!: number | null;

  @ApiProperty({ ...COUNT, description: 'To end them at the pace of the last 13 weeks.' })
  backlogWeeks!: number | null;
}

class PublicStageBody extends NamedBody {
  @ApiProperty({ ...COUNT, description: 'Open visits.' })
  open!: number | null;

  @ApiProperty({ ...SECONDS, description: 'Their median age. Seconds.' })
  age!: number | null;

  @ApiProperty({ ...SECONDS, description: 'Of closed visits. Seconds.' })
  p50!: number | null;

  @ApiProperty({ ...SECONDS, description: 'Of closed visits. Seconds.' })
  p90!: number | null;
}

class PublicLeadTimesBody {
  @ApiProperty({ type: QuantilesBody, description: 'From first submission to access to the last part.' })
  access!: QuantilesBody;

  @ApiProperty({ type: QuantilesBody, description: 'From ethics approval to access to the last part.' })
  afterEthics!: QuantilesBody;

  @ApiProperty({ ...SECONDS, description: 'Median to an answer with statistics. Seconds.' })
  answer!: number | null;
}

class PublicCountsBody extends NamedBody {
  @ApiProperty(COUNT)
  submitted!: number | null;

  @ApiProperty({ ...COUNT, description: 'Permits issued.' })
  permit!: number | null;

  @ApiProperty(COUNT)
  refused!: number | null;

  @ApiProperty({ ...COUNT, description: 'With statistics.' })
  answered!: number | null;

  @ApiProperty(COUNT)
  dismissed!: number | null;

  @ApiProperty(COUNT)
  withdrawn!: number | null;
}

class PublicGroupingBody extends NamedBody {
  @ApiProperty({ type: [PublicCountsBody] })
  rows!: PublicCountsBody[];
}

/** What anybody may know. Null: withheld because it tells of few, or nothing to measure. */
export class PublicStatusBody {
  @ApiProperty({ type: TextBody, description: 'What the figures are of, and what is withheld.' })
  definition!: TextBody;

  @ApiProperty({ type: 'string', format: 'date-time' })
  refreshedAt!: string;

  @ApiProperty({ type: PublicPeriodBody })
  period!: PublicPeriodBody;

  @ApiProperty({ type: PublicQueueBody, description: 'At the end of the period.' })
  queue!: PublicQueueBody;

  @ApiProperty({ type: [PublicStageBody], description: 'In the order in which workflows declare them.' })
  stages!: PublicStageBody[];

  @ApiProperty({ type: PublicLeadTimesBody })
  leadTimes!: PublicLeadTimesBody;

  @ApiProperty({
    type: [PublicGroupingBody],
    description: 'Applications of the period: all of them, then by what tells them apart.',
  })
  applications!: PublicGroupingBody[];

  @ApiProperty({ type: [NamedBody], description: 'What can be applied for here.' })
  startable!: NamedBody[];
}
