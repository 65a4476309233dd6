import { COUNCIL_OUTCOMES, type CouncilOutcome, IsCivilDate } from '@ledtid/workflow';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';

const TEXT_OR_NULL = { type: 'string', nullable: true } as const;

/** A case on the agenda of a meeting. */
class AgendaItemBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  workflow!: string;

  @ApiProperty({ ...TEXT_OR_NULL, example: '2026-00042' })
  registrationNumber!: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, enum: COUNCIL_OUTCOMES, description: 'Null before it is recorded.' })
  result!: CouncilOutcome | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'What was said of it last.' })
  note!: string | null;
}

/** A meeting of the prequalification council: a date, and the cases on its agenda. */
export class MeetingBody {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty({ type: [AgendaItemBody] })
  cases!: readonly AgendaItemBody[];
}

export class MeetingQuery {
  @ApiPropertyOptional({ format: 'date', description: 'The first date; today, when absent.' })
  @IsOptional()
  @IsCivilDate()
  from?: string;
}
