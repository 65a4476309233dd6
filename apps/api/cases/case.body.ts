import { ApiProperty } from '@nestjs/swagger';
import { ACTIVITIES, type CivilDate, type Instant, PARTIES } from '@ledtid/time';
import { TextBody } from '../http/text.body';

const MOMENT = { type: 'string', format: 'date-time' } as const;
const MOMENT_OR_NULL = { ...MOMENT, nullable: true } as const;
const DATE_OR_NULL = { type: 'string', format: 'date', nullable: true } as const;
const TEXT_OR_NULL = { type: 'string', nullable: true } as const;
const NUMBER_OR_NULL = { type: 'integer', nullable: true } as const;

/** A stage in which the case is now. */
export class StageBody {
  @ApiProperty({ example: 'legal-review' })
  stage!: string;

  @ApiProperty({ description: 'Path of the parallel branch; empty for the whole case.' })
  region!: string;

  @ApiProperty({ enum: ACTIVITIES })
  activity!: string;

  @ApiProperty({ enum: PARTIES, description: 'Whose turn it is.' })
  party!: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Code of the cause list; of what waits or is paused.' })
  cause!: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Subject of the person who has it.' })
  assignee!: string | null;

  @ApiProperty(MOMENT)
  since!: Instant;

  @ApiProperty({
    ...MOMENT_OR_NULL,
    description: 'When the party was asked for the cause of a wait that nobody had explained.',
  })
  causeAskedAt!: Instant | null;

  @ApiProperty(DATE_OR_NULL)
  due!: CivilDate | null;
}

class PauseBody {
  @ApiProperty(MOMENT)
  from!: Instant;

  @ApiProperty(MOMENT_OR_NULL)
  to!: Instant | null;
}

/** One run of one clock. */
export class ClockBody {
  @ApiProperty({ example: 'permit-decision' })
  key!: string;

  @ApiProperty({ type: TextBody })
  label!: TextBody;

  @ApiProperty({ enum: PARTIES, description: 'Whose duty the clock measures.' })
  party!: string;

  @ApiProperty({ example: 'Art 68(4)' })
  source!: string;

  @ApiProperty({ type: 'integer', description: 'Number of the event that started it.' })
  started!: number;

  @ApiProperty()
  stage!: string;

  @ApiProperty(MOMENT)
  startedAt!: Instant;

  @ApiProperty(NUMBER_OR_NULL)
  setDays!: number | null;

  @ApiProperty({ type: [PauseBody] })
  pauses!: PauseBody[];

  @ApiProperty(MOMENT_OR_NULL)
  restartedAt!: Instant | null;

  @ApiProperty({ ...NUMBER_OR_NULL, description: 'Number of the event that extended it.' })
  extended!: number | null;

  @ApiProperty(DATE_OR_NULL)
  due!: CivilDate | null;

  @ApiProperty({ enum: ['running', 'met', 'breached', 'void'] })
  outcome!: string;

  @ApiProperty(MOMENT_OR_NULL)
  endedAt!: Instant | null;
}

/** A child case, in short. */
export class ChildBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  workflow!: string;

  @ApiProperty(TEXT_OR_NULL)
  holder!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  part!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  occasion!: string | null;

  @ApiProperty({ type: [String], format: 'uuid' })
  dependsOn!: readonly string[];

  @ApiProperty({ type: [String] })
  state!: readonly string[];

  @ApiProperty({ type: [StageBody] })
  stages!: StageBody[];
}

class WhyBody {
  @ApiProperty({ example: 'ethics-not-covered' })
  code!: string;

  @ApiProperty({ type: TextBody })
  text!: TextBody;
}

/** Something that the caller's roles may send in the present state. */
export class ActionBody {
  @ApiProperty({ example: 'CLAIM' })
  type!: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The stage that the payload has to name.' })
  stage!: string | null;

  @ApiProperty({ type: TextBody })
  label!: TextBody;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'JSON Schema 2020-12.' })
  payloadSchema!: Readonly<Record<string, unknown>>;

  @ApiProperty({ description: 'Four eyes: not for somebody who assessed the case.' })
  decision!: boolean;

  @ApiProperty()
  possible!: boolean;

  @ApiProperty({ type: WhyBody, nullable: true, description: 'Why not, where it is not possible.' })
  why!: WhyBody | null;
}

/** A case, or a child of one, as its reader may see it. */
export class CaseBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ ...TEXT_OR_NULL, example: '2026-00042' })
  registrationNumber!: string | null;

  @ApiProperty({ example: 'access-application' })
  workflow!: string;

  @ApiProperty({ type: 'integer' })
  workflowVersion!: number;

  @ApiProperty({ ...TEXT_OR_NULL, format: 'uuid' })
  parent!: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The data holder whom a child concerns.' })
  holder!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  part!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  occasion!: string | null;

  @ApiProperty({ type: [String], format: 'uuid' })
  dependsOn!: readonly string[];

  @ApiProperty({ type: 'integer', description: 'Number of the last event: what a command says it saw.' })
  version!: number;

  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  form!: Readonly<Record<string, unknown>> | null;

  @ApiProperty({ type: 'integer' })
  formVersion!: number;

  @ApiProperty({ type: [String], description: 'Paths of the active leaves.' })
  state!: readonly string[];

  @ApiProperty(TEXT_OR_NULL)
  outcome!: string | null;

  @ApiProperty({ type: [StageBody] })
  stages!: StageBody[];

  @ApiProperty({ type: [ClockBody], description: 'Those not ended.' })
  clocks!: ClockBody[];

  @ApiProperty({ type: [ChildBody] })
  children!: ChildBody[];

  @ApiProperty({ type: [ActionBody] })
  actions!: ActionBody[];
}
