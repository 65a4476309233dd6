import { ApiProperty } from '@nestjs/swagger';

const MOMENT = { type: 'string', format: 'date-time' } as const;

/** One of a person's own sessions. */
export class OwnSessionBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ description: 'Whether it is the one that asks.' })
  current!: boolean;

  @ApiProperty({ ...MOMENT, nullable: true, description: 'When the person last proved who they are.' })
  authenticatedAt!: string | null;

  @ApiProperty({ ...MOMENT, description: 'To within a thirtieth of the idle time.' })
  lastUsedAt!: string;

  @ApiProperty({ ...MOMENT, description: 'When it ends without a further request.' })
  idleUntil!: string;

  @ApiProperty({ ...MOMENT, description: 'When it ends, used or not.' })
  endsAt!: string;
}

export class OwnSessionsBody {
  @ApiProperty({ type: [OwnSessionBody], description: 'The newest first.' })
  items!: readonly OwnSessionBody[];
}

export class EndedSessionsBody {
  @ApiProperty({ type: 'integer', description: 'How many sessions ended.' })
  ended!: number;
}
