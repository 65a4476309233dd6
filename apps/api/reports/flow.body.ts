import { ApiProperty } from '@nestjs/swagger';
import { FrameBody } from './frame.body';

const COUNT = { type: 'integer' } as const;
const SECONDS_OR_NULL = { type: 'number', nullable: true, description: 'Seconds.' } as const;
const NUMBER_OR_NULL = { type: 'number', nullable: true } as const;

class WorkInProgressBody {
  @ApiProperty({ ...COUNT, description: 'Open when the period began.' })
  start!: number;

  @ApiProperty({ ...COUNT, description: 'Open when it ended.' })
  end!: number;

  @ApiProperty({ ...NUMBER_OR_NULL, description: 'On average over its time.' })
  average!: number | null;
}

class FlowMonthBody {
  @ApiProperty({ example: '2026-11', description: 'In Stockholm.' })
  month!: string;

  @ApiProperty(COUNT)
  arrivals!: number;

  @ApiProperty(COUNT)
  departures!: number;

  @ApiProperty({ ...COUNT, description: "At the month's end." })
  workInProgress!: number;
}

class AgeBody {
  @ApiProperty(SECONDS_OR_NULL)
  p50!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p90!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  max!: number | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  oldest!: string | null;

  @ApiProperty(COUNT)
  over30Days!: number;

  @ApiProperty(COUNT)
  over90Days!: number;

  @ApiProperty(COUNT)
  over180Days!: number;
}

class LittleBody {
  @ApiProperty({
    ...SECONDS_OR_NULL,
    description: 'Average work in progress over the rate of arrival. Seconds.',
  })
  expected!: number | null;

  @ApiProperty({ ...SECONDS_OR_NULL, description: 'Of what departed. Seconds.' })
  mean!: number | null;

  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Expected over mean.' })
  ratio!: number | null;
}

class RecordingLagBody {
  @ApiProperty({ ...COUNT, description: 'Spans that began in the period.' })
  n!: number;

  @ApiProperty(SECONDS_OR_NULL)
  p50!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p90!: number | null;

  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Share registered more than 24 hours later.' })
  overADay!: number | null;
}

class WholeFlowBody {
  @ApiProperty(COUNT)
  arrivals!: number;

  @ApiProperty(COUNT)
  departures!: number;

  @ApiProperty({ type: WorkInProgressBody })
  workInProgress!: WorkInProgressBody;

  @ApiProperty({ type: [FlowMonthBody] })
  months!: FlowMonthBody[];

  @ApiProperty({ type: AgeBody, description: 'Of what is open at the end of the period.' })
  age!: AgeBody;

  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Open work over departures a week, of the last 13 weeks.' })
  backlogWeeks!: number | null;

  @ApiProperty({ type: LittleBody })
  little!: LittleBody;
}

class StageFlowBody extends WholeFlowBody {
  @ApiProperty({ example: 'legal-review' })
  key!: string;

  @ApiProperty({ ...COUNT, description: 'Arrivals of what had been in the stage before.' })
  reEntries!: number;

  @ApiProperty({ ...COUNT, description: 'Changes of assignee within a visit.' })
  handOffs!: number;

  @ApiProperty({ type: RecordingLagBody })
  recordingLag!: RecordingLagBody;
}

/** What arrived, left and lay there: whole cases, and the visits of each stage. */
export class FlowBody extends FrameBody {
  @ApiProperty({ enum: ['flow'] })
  report!: string;

  @ApiProperty({ type: WholeFlowBody })
  cases!: WholeFlowBody;

  @ApiProperty({ type: [StageFlowBody], description: 'By stage.' })
  rows!: StageFlowBody[];
}
