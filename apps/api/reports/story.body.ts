import { ApiProperty } from '@nestjs/swagger';

const SECONDS = { type: 'number', description: 'Seconds.' } as const;
const SECONDS_OR_NULL = { type: 'number', nullable: true } as const;
const MOMENT = { type: 'string', format: 'date-time' } as const;
const TEXT_OR_NULL = { type: 'string', nullable: true } as const;
const COUNT = { type: 'integer' } as const;

class StoryPlaceBody {
  @ApiProperty({ format: 'uuid' })
  instanceId!: string;

  @ApiProperty({ example: 'release' })
  workflow!: string;

  @ApiProperty(TEXT_OR_NULL)
  holder!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  part!: string | null;

  @ApiProperty(TEXT_OR_NULL)
  occasion!: string | null;
}

class StoryTurnBody {
  @ApiProperty(MOMENT)
  start!: string;

  @ApiProperty(MOMENT)
  end!: string;

  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty({ enum: ['waiting', 'assigned', 'paused'] })
  activity!: string;

  @ApiProperty({ description: 'Whose turn it was.' })
  party!: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Code of the cause list.' })
  cause!: string | null;

  @ApiProperty()
  leaf!: string;

  @ApiProperty({ ...SECONDS, description: 'Of assigned time: without an event for over five working days.' })
  idle!: number;
}

class StoryBranchBody extends StoryPlaceBody {
  @ApiProperty({ type: [String], description: 'Its stages during the visit.' })
  stages!: string[];

  @ApiProperty({ enum: ['earlier', 'done', 'same-moment', 'later-on-path', 'still-running'] })
  end!: string;

  @ApiProperty({ ...MOMENT, nullable: true })
  ended!: string | null;

  @ApiProperty({ ...SECONDS_OR_NULL, description: 'By how much it ended before the last branch.' })
  earlier!: number | null;
}

class StoryVisitBody extends StoryPlaceBody {
  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null: time that belongs to nobody.' })
  stage!: string | null;

  @ApiProperty(MOMENT)
  start!: string;

  @ApiProperty(MOMENT)
  end!: string;

  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty({ ...COUNT, description: 'After the day of the start, up to and with that of the end.' })
  workingDays!: number;

  @ApiProperty({ ...MOMENT, description: 'When the visit began, wherever the critical path went then.' })
  begun!: string;

  @ApiProperty({ ...COUNT, description: '2: the stage was entered again.' })
  round!: number;

  @ApiProperty({ description: 'The path comes back to it.' })
  continued!: boolean;

  @ApiProperty()
  open!: boolean;

  @ApiProperty({ type: [StoryTurnBody], description: 'They add up to the visit.' })
  turns!: StoryTurnBody[];

  @ApiProperty({ type: [StoryBranchBody], description: 'What ran at the same time.' })
  beside!: StoryBranchBody[];

  @ApiProperty({ ...SECONDS, description: 'How much earlier the case would have ended without it.' })
  removable!: number;

  @ApiProperty({ enum: ['another-branch', 'later-beginning'], nullable: true })
  limitedBy!: string | null;

  @ApiProperty({ description: 'A fork is not joined yet.' })
  provisional!: boolean;
}

class StoryMilestoneBody extends StoryPlaceBody {
  @ApiProperty()
  key!: string;

  @ApiProperty(MOMENT)
  at!: string;

  @ApiProperty({ ...SECONDS, description: 'Seconds from the start of the clock; negative before it.' })
  after!: number;
}

class StoryBeforeBody {
  @ApiProperty(SECONDS_OR_NULL)
  ethicsToSubmission!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  submissionToEthics!: number | null;
}

class StoryRowBody {
  @ApiProperty({ description: 'A stage; none is nobody’s.' })
  key!: string;

  @ApiProperty()
  workflow!: string;

  @ApiProperty(SECONDS)
  seconds!: number;
}

/** One case along its critical path, as facts and in words. */
export class StoryBody {
  @ApiProperty({ format: 'uuid' })
  caseId!: string;

  @ApiProperty(TEXT_OR_NULL)
  registrationNumber!: string | null;

  @ApiProperty({ enum: ['en', 'sv'], description: 'Of the text.' })
  language!: string;

  @ApiProperty({ type: [String], description: 'Paragraphs; the last adds up to the whole.' })
  text!: string[];

  @ApiProperty({ enum: ['lead-time', 'after-ethics'] })
  clock!: string;

  @ApiProperty()
  workflow!: string;

  @ApiProperty(MOMENT)
  start!: string;

  @ApiProperty(MOMENT)
  end!: string;

  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty(COUNT)
  workingDays!: number;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null while the case is open.' })
  outcome!: string | null;

  @ApiProperty({ type: StoryBeforeBody, description: 'Time before the clock, which stands apart.' })
  before!: StoryBeforeBody;

  @ApiProperty({ type: [StoryVisitBody], description: 'They follow each other and add up to the whole.' })
  visits!: StoryVisitBody[];

  @ApiProperty({ type: [StoryMilestoneBody] })
  milestones!: StoryMilestoneBody[];

  @ApiProperty({ type: [StoryRowBody], description: 'By stage; they add up to the whole.' })
  rows!: StoryRowBody[];
}
