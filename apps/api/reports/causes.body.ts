import { ApiProperty } from '@nestjs/swagger';
import { PARTIES } from '@ledtid/time';
import { FrameBody } from './frame.body';

const SECONDS = { type: 'number', description: 'Seconds.' } as const;
const COUNT = { type: 'integer' } as const;
const SHARE = { type: 'number', description: 'Of all time of its table.' } as const;

class UnexplainedBody {
  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty(SHARE)
  share!: number;
}

class ParetoRowBody {
  @ApiProperty({ type: 'string', nullable: true, description: 'Null where no cause was given.' })
  cause!: string | null;

  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty({ ...COUNT, description: 'Waits and pauses.' })
  spans!: number;

  @ApiProperty(SHARE)
  share!: number;

  @ApiProperty({ type: 'number', description: 'The shares of this row and all before it.' })
  cumulative!: number;
}

class PartyParetoBody {
  @ApiProperty({ enum: PARTIES })
  party!: string;

  @ApiProperty({ type: 'number', description: 'Of the time of all parties.' })
  share!: number;

  @ApiProperty({ ...COUNT, description: 'How often it was asked in the period why a case stood.' })
  asked!: number;

  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty(COUNT)
  spans!: number;

  @ApiProperty({ type: UnexplainedBody, description: 'Of no cause given, and of unknown cause.' })
  unexplained!: UnexplainedBody;

  @ApiProperty({ type: [ParetoRowBody], description: 'The largest first.' })
  pareto!: ParetoRowBody[];
}

/** Why cases stood, over all parties and party by party. */
export class CausesBody extends FrameBody {
  @ApiProperty({ enum: ['causes'] })
  report!: string;

  @ApiProperty({ ...COUNT, description: 'How often somebody was asked in the period why a case stood.' })
  asked!: number;

  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty(COUNT)
  spans!: number;

  @ApiProperty({ type: UnexplainedBody, description: 'Of no cause given, and of unknown cause.' })
  unexplained!: UnexplainedBody;

  @ApiProperty({ type: [ParetoRowBody], description: 'The largest first.' })
  pareto!: ParetoRowBody[];

  @ApiProperty({ type: [PartyParetoBody], description: 'The one that kept cases standing longest first.' })
  parties!: PartyParetoBody[];
}
