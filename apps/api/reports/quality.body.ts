import { ApiProperty } from '@nestjs/swagger';
import { FrameBody } from './frame.body';

const COUNT = { type: 'integer' } as const;
const UNKNOWN = 'Null: no workflow here knows such an event.';
const KNOWN_COUNT = { type: 'integer', nullable: true, description: UNKNOWN } as const;
const NUMBER_OR_NULL = { type: 'number', nullable: true } as const;

export class QualityFiguresBody {
  @ApiProperty(COUNT)
  passed!: number;

  @ApiProperty(NUMBER_OR_NULL)
  firstTimeRight!: number | null;

  @ApiProperty(KNOWN_COUNT)
  returns!: number | null;

  @ApiProperty(KNOWN_COUNT)
  redeliveries!: number | null;

  @ApiProperty(KNOWN_COUNT)
  complaints!: number | null;

  @ApiProperty(KNOWN_COUNT)
  completionRequests!: number | null;

  @ApiProperty(KNOWN_COUNT)
  corrections!: number | null;

  @ApiProperty({ ...COUNT, description: 'Stages entered again.' })
  reEntries!: number;
}

export class QualityPartBody extends QualityFiguresBody {
  @ApiProperty({ description: 'A stage or a holder.', example: 'extraction' })
  key!: string;
}

class QualityRowBody extends QualityPartBody {
  @ApiProperty({ type: [QualityPartBody], description: 'By holder.' })
  rows!: QualityPartBody[];
}

/** Whether work was right the first time, stage by stage. */
export class QualityBody extends FrameBody {
  @ApiProperty({ enum: ['quality'] })
  report!: string;

  @ApiProperty({ ...COUNT, description: 'Cases of which some part lies in the period.' })
  cases!: number;

  @ApiProperty(NUMBER_OR_NULL)
  completionRequestsPerCase!: number | null;

  @ApiProperty({ type: QualityFiguresBody })
  total!: QualityFiguresBody;

  @ApiProperty({ type: [QualityRowBody] })
  rows!: QualityRowBody[];
}
