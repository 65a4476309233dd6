import { BASES } from '@ledtid/cases';
import { ApiProperty } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';

const MOMENT = { type: 'string', format: 'date-time' } as const;
const TEXT_OR_NULL = { type: 'string', nullable: true } as const;

/** A message of a case. */
export class MessageBody {
  @ApiProperty({ type: 'integer', description: 'Of the event by which it was sent.' })
  number!: number;

  @ApiProperty({ description: 'Subject of who wrote it, or registered it for somebody.' })
  actor!: string;

  @ApiProperty(TEXT_OR_NULL)
  onBehalfOf!: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, enum: BASES })
  basis!: string | null;

  @ApiProperty(MOMENT)
  occurredAt!: string;

  @ApiProperty(MOMENT)
  recordedAt!: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null once it is disposed of.' })
  text!: string | null;

  @ApiProperty({ description: 'By somebody else, and not marked as read by the caller.' })
  unread!: boolean;
}

/** A case in which something is unread. */
export class UnreadCaseBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  workflow!: string;

  @ApiProperty({ ...TEXT_OR_NULL, example: '2026-00042', description: 'Of the whole case.' })
  registrationNumber!: string | null;

  @ApiProperty({ type: 'integer' })
  unread!: number;

  @ApiProperty({ ...MOMENT, description: 'When the last of them was registered.' })
  latest!: string;
}

/** How far somebody has read. */
export class ReadInput {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Number of the last message that was read.' })
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  number!: number;
}
