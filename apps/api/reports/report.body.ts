import { ApiProperty } from '@nestjs/swagger';
import { OUTCOMES } from '@ledtid/lead-time';
import { StoryBody } from './story.body';

const SECONDS = { type: 'number', description: 'Seconds.' } as const;
const SECONDS_OR_NULL = { type: 'number', nullable: true } as const;
const COUNT = { type: 'integer' } as const;
const DATE_OR_NULL = { type: 'string', format: 'date', nullable: true } as const;

const DAYS = ['90', '180', '365'];
const BY_DAY = {
  type: 'object' as const,
  required: DAYS,
  properties: Object.fromEntries(DAYS.map((day) => [day, { type: 'number' as const, nullable: true }])),
};

export class QuantilesBody {
  @ApiProperty(SECONDS_OR_NULL)
  p50!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p75!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  p90!: number | null;
}

export class SecondsBody extends QuantilesBody {
  @ApiProperty(SECONDS_OR_NULL)
  max!: number | null;

  @ApiProperty(SECONDS_OR_NULL)
  mean!: number | null;

  @ApiProperty(SECONDS)
  sum!: number;
}

class ContributedBody {
  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty({ type: 'number', description: 'The shares of all rows add up to 1.' })
  share!: number;
}

class TargetBody {
  @ApiProperty(SECONDS)
  seconds!: number;

  @ApiProperty({ type: 'number', description: 'Share of the visits within it.' })
  within!: number;
}

class RowBody {
  @ApiProperty({ example: 'legal-review' })
  key!: string;

  @ApiProperty({ ...COUNT, description: 'Closed visits.' })
  n!: number;

  @ApiProperty({ ...COUNT, description: 'Open visits.' })
  open!: number;

  @ApiProperty({ type: SecondsBody })
  seconds!: SecondsBody;

  @ApiProperty({ type: QuantilesBody, description: 'Open visits counted; null where not reached.' })
  censored!: QuantilesBody;

  @ApiProperty(SECONDS)
  waiting!: number;

  @ApiProperty(SECONDS)
  assigned!: number;

  @ApiProperty(SECONDS)
  paused!: number;

  @ApiProperty(SECONDS)
  idle!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  causes!: Record<string, number>;

  @ApiProperty({ type: ContributedBody, description: 'Along the critical path.' })
  contributed!: ContributedBody;

  @ApiProperty(SECONDS)
  removable!: number;

  @ApiProperty(SECONDS_OR_NULL)
  excess!: number | null;

  @ApiProperty({ type: TargetBody, nullable: true })
  target!: TargetBody | null;
}

class CohortBody {
  @ApiProperty(DATE_OR_NULL)
  from!: string | null;

  @ApiProperty(DATE_OR_NULL)
  to!: string | null;

  @ApiProperty(COUNT)
  cases!: number;

  @ApiProperty(COUNT)
  open!: number;
}

class MilestoneBody extends QuantilesBody {
  @ApiProperty(COUNT)
  n!: number;
}

class MilestonesBody {
  @ApiProperty({ type: MilestoneBody, nullable: true })
  firstPart!: MilestoneBody | null;

  @ApiProperty({ type: MilestoneBody, nullable: true })
  receipt!: MilestoneBody | null;

  @ApiProperty({ type: MilestoneBody, nullable: true })
  ethicsToSubmission!: MilestoneBody | null;

  @ApiProperty({ type: MilestoneBody, nullable: true })
  fromCovering!: MilestoneBody | null;
}

/** A lead-time table, its rows by how much of the time they own. */
export class ReportBody {
  @ApiProperty({ enum: ['lead-time', 'after-ethics'] })
  report!: string;

  @ApiProperty({ description: 'What is measured, in words.' })
  definition!: string;

  @ApiProperty({ type: 'string', format: 'date-time' })
  refreshedAt!: string;

  @ApiProperty({ enum: ['exact', 'rollup'] })
  method!: string;

  @ApiProperty({ type: 'number', description: 'Bound of the relative error.' })
  error!: number;

  @ApiProperty({ type: CohortBody })
  cohort!: CohortBody;

  @ApiProperty({
    type: 'object',
    required: [...OUTCOMES],
    properties: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, COUNT])),
  })
  outcomes!: Record<string, number>;

  @ApiProperty({ type: RowBody })
  total!: RowBody;

  @ApiProperty({ type: MilestonesBody })
  milestones!: MilestonesBody;

  @ApiProperty({
    ...BY_DAY,
    nullable: true,
    description: 'Share with access by day; null where not reached.',
  })
  accessBy!: Record<string, number | null> | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: BY_DAY,
    nullable: true,
    description: 'Cumulative incidence of each outcome.',
  })
  incidence!: Record<string, Record<string, number | null>> | null;

  @ApiProperty({ type: [RowBody] })
  rows!: RowBody[];

  @ApiProperty({ type: StoryBody, nullable: true, description: 'Where one case was asked for.' })
  story!: StoryBody | null;
}
