import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { BASES } from '@ledtid/cases';
import { ACTIVITIES, PARTIES } from '@ledtid/time';

const MOMENT = { type: 'string', format: 'date-time' } as const;
const TEXT_OR_NULL = { type: 'string', nullable: true } as const;
const OBJECT = { type: 'object', additionalProperties: true } as const;

/** One event, as it stands in the ledger. */
export class EventBody {
  @ApiProperty({ type: 'integer' })
  number!: number;

  @ApiProperty({ example: 'SUBMIT' })
  type!: string;

  @ApiProperty({ description: 'Subject, or the queue that did it by itself.' })
  actor!: string;

  @ApiProperty(TEXT_OR_NULL)
  onBehalfOf!: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, enum: BASES })
  basis!: string | null;

  @ApiProperty(MOMENT)
  occurredAt!: string;

  @ApiProperty(MOMENT)
  recordedAt!: string;

  @ApiProperty({ type: 'integer' })
  workflowVersion!: number;

  @ApiProperty({ type: [String] })
  regions!: readonly string[];

  @ApiProperty()
  formChanged!: boolean;

  @ApiProperty({ ...OBJECT, description: 'Ids, codes, dates and digests.' })
  record!: Readonly<Record<string, unknown>>;

  @ApiProperty(TEXT_OR_NULL)
  payloadDigest!: string | null;

  @ApiPropertyOptional({
    ...OBJECT,
    nullable: true,
    description: 'What the event carried, for readers of free text; null once it is disposed of.',
  })
  payload?: Readonly<Record<string, unknown>> | null;

  @ApiProperty()
  previousHash!: string;

  @ApiProperty()
  hash!: string;
}

/** The case in one leaf of one branch, from `startedAt` until before `endedAt`. */
export class SpanBody {
  @ApiProperty()
  region!: string;

  @ApiProperty({ type: 'integer', description: 'Number of the event that opened it.' })
  opened!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  closed!: number | null;

  @ApiProperty()
  leaf!: string;

  @ApiProperty()
  stage!: string;

  @ApiProperty({ enum: ACTIVITIES })
  activity!: string;

  @ApiProperty({ enum: PARTIES })
  party!: string;

  @ApiProperty(TEXT_OR_NULL)
  cause!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  holder!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  assignee!: string | null;

  @ApiProperty(MOMENT)
  startedAt!: string;

  @ApiProperty({ ...MOMENT, nullable: true })
  endedAt!: string | null;

  @ApiProperty({ type: 'integer', description: 'Seconds from when it happened to when it was registered.' })
  recordingLag!: number;

  @ApiProperty({ ...MOMENT, nullable: true, description: 'When the party was asked for the cause.' })
  causeAskedAt!: string | null;
}
