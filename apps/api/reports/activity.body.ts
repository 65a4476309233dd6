import { ApiProperty } from '@nestjs/swagger';
import { FrameBody } from './frame.body';

const COUNT = { type: 'integer' } as const;
const DAYS_OR_NULL = { type: 'number', nullable: true, description: 'Days of 24 hours.' } as const;

class ActivityPointBody {
  @ApiProperty({ example: 'h', description: 'Point of Art 59(1).' })
  point!: string;

  @ApiProperty()
  subject!: string;

  @ApiProperty({
    enum: ['applications', 'daysToAccess'],
    nullable: true,
    description: 'Where its figures stand.',
  })
  figures!: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What of it the system does not know.' })
  missing!: string | null;
}

class ActivityCountsBody {
  @ApiProperty(COUNT)
  submitted!: number;

  @ApiProperty({ ...COUNT, description: 'Permits issued.' })
  permit!: number;

  @ApiProperty(COUNT)
  refused!: number;

  @ApiProperty({ ...COUNT, description: 'With statistics.' })
  answered!: number;

  @ApiProperty(COUNT)
  dismissed!: number;

  @ApiProperty(COUNT)
  withdrawn!: number;

  @ApiProperty({ ...COUNT, description: 'All of these but the submitted.' })
  decided!: number;
}

class ActivityRowBody extends ActivityCountsBody {
  @ApiProperty({ description: 'A code, or not-stated.' })
  key!: string;
}

class ApplicationsBody extends ActivityCountsBody {
  @ApiProperty({ type: [ActivityRowBody] })
  applicantType!: ActivityRowBody[];

  @ApiProperty({ type: [ActivityRowBody], description: 'Art 53(1); an application may have several.' })
  purpose!: ActivityRowBody[];

  @ApiProperty({ type: [ActivityRowBody], description: 'Art 51(1); an application may have several.' })
  dataCategory!: ActivityRowBody[];
}

class DaysBody {
  @ApiProperty(COUNT)
  n!: number;

  @ApiProperty(DAYS_OR_NULL)
  mean!: number | null;

  @ApiProperty(DAYS_OR_NULL)
  p50!: number | null;
}

class DaysToAccessBody {
  @ApiProperty({ type: DaysBody, description: 'From first submission to access to the last part.' })
  access!: DaysBody;

  @ApiProperty({ type: DaysBody, description: 'To an answer with statistics.' })
  answer!: DaysBody;

  @ApiProperty({ type: DaysBody, description: 'So far, of what is open at the end of the period.' })
  open!: DaysBody;
}

/** The activity report of Regulation (EU) 2025/327, Art 59(1). */
export class ActivityBody extends FrameBody {
  @ApiProperty({ enum: ['activity'] })
  report!: string;

  @ApiProperty({ type: [ActivityPointBody], description: 'Every point, in order.' })
  points!: ActivityPointBody[];

  @ApiProperty({ type: ApplicationsBody })
  applications!: ApplicationsBody;

  @ApiProperty({ type: DaysToAccessBody })
  daysToAccess!: DaysToAccessBody;
}
