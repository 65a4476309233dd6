import { ApiProperty } from '@nestjs/swagger';

const DATE_OR_NULL = { type: 'string', format: 'date', nullable: true } as const;

class PeriodBody {
  @ApiProperty(DATE_OR_NULL)
  from!: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Not counted.' })
  to!: string | null;
}

/** What every report beside the lead-time table says of itself. */
export abstract class FrameBody {
  @ApiProperty({ description: 'What is measured, in words.' })
  definition!: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  refreshedAt!: string;

  @ApiProperty({ enum: ['exact', 'rollup'] })
  method!: string;

  @ApiProperty({ type: 'number', description: 'Bound of the relative error.' })
  error!: number;

  @ApiProperty({ type: PeriodBody })
  period!: PeriodBody;
}
