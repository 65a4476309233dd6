import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { ACTIVITIES, PARTIES } from '@ledtid/time';
import { TextBody } from '../http/text.body';

const TEXTS = {
  type: 'object',
  additionalProperties: { $ref: getSchemaPath(TextBody) },
} as const;
const OBJECT = { type: 'object', additionalProperties: true } as const;
const TEXT_OR_NULL = { type: 'string', nullable: true } as const;
type JsonObject = Readonly<Record<string, unknown>>;
type Texts = Readonly<Record<string, { sv: string; en: string }>>;

class WorkflowStageBody {
  @ApiProperty()
  key!: string;

  @ApiProperty({ type: TextBody })
  label!: TextBody;

  @ApiProperty({ type: [String], description: 'Who works it.' })
  roles!: readonly string[];
}

class WorkflowStateBody {
  @ApiProperty({ example: 'review.legal.assigned' })
  path!: string;

  @ApiProperty()
  region!: string;

  @ApiProperty({ type: TextBody })
  label!: TextBody;

  @ApiProperty()
  stage!: string;

  @ApiProperty({ enum: ACTIVITIES })
  activity!: string;

  @ApiProperty({ enum: PARTIES })
  party!: string;

  @ApiProperty(TEXT_OR_NULL)
  cause!: string | null;

  @ApiProperty({
    description: 'The worker does it by itself, within seconds or minutes; nobody may claim it.',
  })
  executed!: boolean;

  @ApiProperty({ ...OBJECT, description: 'Clocks that entering it starts, pauses, meets or voids.' })
  clocks!: JsonObject;
}

class WorkflowEndBody {
  @ApiProperty()
  path!: string;

  @ApiProperty()
  outcome!: string;

  @ApiProperty({ type: TextBody })
  label!: TextBody;
}

class WorkflowEventBody {
  @ApiProperty()
  type!: string;

  @ApiProperty({ type: TextBody })
  label!: TextBody;

  @ApiProperty({ type: [String], description: 'Who may send it; nobody where it is the system’s own.' })
  roles!: readonly string[];

  @ApiProperty({ description: 'Each of the roles in its own stage, which the payload names.' })
  byStage!: boolean;

  @ApiProperty({ description: 'Four eyes: not for somebody who assessed the case.' })
  decision!: boolean;

  @ApiProperty()
  assessment!: boolean;

  @ApiProperty({ description: 'Takes the form into the case.' })
  submits!: boolean;

  @ApiProperty({ ...OBJECT, description: 'JSON Schema 2020-12.' })
  payloadSchema!: JsonObject;
}

class WorkflowFormBody {
  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ ...OBJECT, description: 'JSON Schema 2020-12.' })
  schema!: JsonObject;

  @ApiProperty({
    ...OBJECT,
    description: 'By kind, as fields of the schema name it in `x-characteristic`: what its codes are called.',
  })
  characteristics!: JsonObject;
}

class WorkflowTextsBody {
  @ApiProperty(TEXTS)
  fields!: Texts;

  @ApiProperty({
    ...TEXTS,
    description: 'By code, of those that a field of the form or of a payload offers.',
  })
  codes!: Texts;

  @ApiProperty(TEXTS)
  refusals!: Texts;

  @ApiProperty(TEXTS)
  outcomes!: Texts;
}

class DiagramBody {
  @ApiProperty({ ...TEXT_OR_NULL, description: 'The state that it looks into; null for the overview.' })
  of!: string | null;

  @ApiProperty()
  mermaid!: string;
}

/** A workflow in short. */
export class WorkflowSummaryBody {
  @ApiProperty({ example: 'access-application' })
  key!: string;

  @ApiProperty({ type: 'integer' })
  version!: number;

  @ApiProperty({ type: TextBody })
  name!: TextBody;

  @ApiProperty({ description: 'A person may begin one; else a parent opens it.' })
  startable!: boolean;

  @ApiProperty({ type: [WorkflowStageBody] })
  stages!: WorkflowStageBody[];
}

/** A workflow with all that it declares. */
export class WorkflowBody extends WorkflowSummaryBody {
  @ApiProperty({ type: [WorkflowStateBody] })
  states!: WorkflowStateBody[];

  @ApiProperty({ type: [WorkflowEndBody] })
  ends!: WorkflowEndBody[];

  @ApiProperty({ type: [WorkflowEventBody] })
  events!: WorkflowEventBody[];

  @ApiProperty({ type: WorkflowFormBody, nullable: true })
  form!: WorkflowFormBody | null;

  @ApiProperty({ type: WorkflowTextsBody })
  texts!: WorkflowTextsBody;

  @ApiProperty({ description: 'The overview, as Mermaid source.' })
  diagram!: string;

  @ApiProperty({
    type: [DiagramBody],
    description: 'The overview and the inside of each state that has one.',
  })
  diagrams!: DiagramBody[];
}
