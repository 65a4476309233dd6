import { ApiProperty } from '@nestjs/swagger';

const SECONDS = { type: 'number', description: 'Seconds.' } as const;

/** One case behind a row: how much of the row's figures is its own. */
export class CaseBehindBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Of a child: that of its application.' })
  registrationNumber!: string | null;

  @ApiProperty({ type: 'integer', description: 'Closed visits.' })
  n!: number;

  @ApiProperty({ type: 'integer', description: 'Open visits.' })
  open!: number;

  @ApiProperty({ ...SECONDS, description: 'Seconds of its closed visits together.' })
  seconds!: number;

  @ApiProperty({ ...SECONDS, description: 'Seconds along the critical path.' })
  contributed!: number;

  @ApiProperty(SECONDS)
  removable!: number;
}
