import { ApiProperty } from '@nestjs/swagger';

const SECONDS = { type: 'number', description: 'Seconds.' } as const;
const SECONDS_OR_NULL = { ...SECONDS, nullable: true } as const;
const SHARE = { type: 'number' } as const;
const COUNT = { type: 'integer' } as const;

class BoxBody {
  @ApiProperty(SECONDS_OR_NULL)
  p10!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p25!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p50!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p75!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p90!: number | null;
}

class BinBody {
  @ApiProperty({ ...SECONDS, description: 'From so many seconds on.' })
  from!: number;

  @ApiProperty({ ...SECONDS_OR_NULL, description: 'Below so many; null: all that are longer.' })
  to!: number | null;

  @ApiProperty({ ...COUNT, description: 'Closed visits.' })
  n!: number;
}

class CurvePointBody {
  @ApiProperty({ ...SECONDS, description: 'From this age on. Seconds.' })
  age!: number;

  @ApiProperty({ ...SHARE, description: 'Share that lasts longer.' })
  survival!: number;

  @ApiProperty({ ...SHARE, nullable: true, description: 'Of the 95 % interval.' })
  lower!: number | null;

  @ApiProperty({ ...SHARE, nullable: true, description: 'Of the 95 % interval.' })
  upper!: number | null;

  @ApiProperty(COUNT)
  atRisk!: number;
}

/** How the lengths of the visits of one row lie. */
export class LengthsBody {
  @ApiProperty({ example: 'legal-review' })
  key!: string;

  @ApiProperty({ ...COUNT, description: 'Closed visits.' })
  n!: number;

  @ApiProperty({ ...COUNT, description: 'Open visits.' })
  open!: number;

  @ApiProperty({ type: BoxBody, description: 'Of the closed visits.' })
  box!: BoxBody;

  @ApiProperty({ type: [BinBody], description: 'At most fifteen.' })
  distribution!: BinBody[];

  @ApiProperty({
    type: [CurvePointBody],
    description: 'Kaplan-Meier with delayed entry, told to within 2 %; empty where nothing has ended.',
  })
  survival!: CurvePointBody[];
}

class AgeCountBody {
  @ApiProperty({ ...COUNT, description: 'Whole days; by the week where there are many ages.' })
  days!: number;

  @ApiProperty({ ...COUNT, description: 'Visits of this age.' })
  n!: number;
}

class AgeingRowBody {
  @ApiProperty({ example: 'legal-review' })
  key!: string;

  @ApiProperty({ type: [AgeCountBody], description: 'The oldest first.' })
  ages!: AgeCountBody[];
}

/** How old the open visits are, row by row. */
export class AgeingBody {
  @ApiProperty({ type: [AgeingRowBody] })
  items!: AgeingRowBody[];
}
