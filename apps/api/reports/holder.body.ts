import { ApiProperty } from '@nestjs/swagger';
import { OwnClockBody } from './clocks.body';
import { FrameBody } from './frame.body';
import { QualityFiguresBody, QualityPartBody } from './quality.body';
import { QuantilesBody, SecondsBody } from './report.body';

const COUNT = { type: 'integer' } as const;
const SECONDS = { type: 'number', description: 'Seconds.' } as const;
const SECONDS_OR_NULL = { type: 'number', nullable: true, description: 'Seconds.' } as const;
const SHARE = { type: 'number', description: 'Of the whole.' } as const;
const CAUSES = { type: 'object', additionalProperties: { type: 'number' } } as const;

class HolderInstancesBody {
  @ApiProperty({ example: 'release' })
  workflow!: string;

  @ApiProperty({ ...COUNT, description: 'Ended in the period.' })
  n!: number;

  @ApiProperty({ ...COUNT, description: 'Open at its end.' })
  open!: number;
}

class TimePartBody {
  @ApiProperty({
    example: 'own',
    description: 'own, other-holder (awaited), the party whose turn it was, or none.',
  })
  key!: string;

  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty(SHARE)
  share!: number;

  @ApiProperty(CAUSES)
  causes!: Record<string, number>;
}

class HolderTimeBody {
  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty({ type: [TimePartBody], description: 'They add up to the whole.' })
  parts!: TimePartBody[];
}

class OwnTimeBody {
  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty(SHARE)
  share!: number;
}

class ComparisonBody {
  @ApiProperty({ ...COUNT, nullable: true, description: 'Other holders that count.' })
  holders!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p25!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p50!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p75!: number | null;

  @ApiProperty({ enum: ['few-holders', 'few-visits'], nullable: true, description: 'Why there is none.' })
  withheld!: string | null;
}

class HolderRowBody {
  @ApiProperty({ example: 'extraction', description: 'A stage.' })
  key!: string;

  @ApiProperty({ ...COUNT, description: 'Closed visits.' })
  n!: number;

  @ApiProperty({ ...COUNT, description: 'Open visits.' })
  open!: number;

  @ApiProperty({ type: SecondsBody, description: 'Own time of closed visits.' })
  seconds!: SecondsBody;

  @ApiProperty({ type: QuantilesBody, description: 'Open visits counted; null where not reached.' })
  censored!: QuantilesBody;

  @ApiProperty({ type: OwnTimeBody, description: 'Inside the period.' })
  own!: OwnTimeBody;

  @ApiProperty(SECONDS)
  waiting!: number;

  @ApiProperty(SECONDS)
  assigned!: number;

  @ApiProperty(SECONDS)
  paused!: number;

  @ApiProperty(CAUSES)
  causes!: Record<string, number>;

  @ApiProperty({ type: ComparisonBody, description: 'How the medians of the other holders lie.' })
  comparison!: ComparisonBody;
}

class OwnQualityBody {
  @ApiProperty({ type: QualityFiguresBody })
  total!: QualityFiguresBody;

  @ApiProperty({ type: [QualityPartBody], description: 'By stage.' })
  rows!: QualityPartBody[];
}

/** A data holder's own view: its time, and the time that was not its own. */
export class HolderBody extends FrameBody {
  @ApiProperty({ enum: ['holder'] })
  report!: string;

  @ApiProperty({ example: 'region-norr' })
  holder!: string;

  @ApiProperty({ type: [HolderInstancesBody] })
  instances!: HolderInstancesBody[];

  @ApiProperty({ type: HolderTimeBody })
  time!: HolderTimeBody;

  @ApiProperty({ type: [HolderRowBody], description: 'The most own time first.' })
  rows!: HolderRowBody[];

  @ApiProperty({ type: [OwnClockBody] })
  clocks!: OwnClockBody[];

  @ApiProperty({ type: OwnQualityBody })
  quality!: OwnQualityBody;
}
