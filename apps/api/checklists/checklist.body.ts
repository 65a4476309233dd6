import { ApiProperty } from '@nestjs/swagger';
import { ITEM_OUTCOMES, type ItemOutcome } from '@ledtid/workflow';
import { TextBody } from '../http/text.body';

const MOMENT = { type: 'string', format: 'date-time' } as const;
const TEXT_OR_NULL = { type: 'string', nullable: true } as const;

/** How an item was found, once. */
class ItemAssessmentBody {
  @ApiProperty({ type: 'integer', description: 'Of the event.' })
  number!: number;

  @ApiProperty({ description: 'Subject.' })
  actor!: string;

  @ApiProperty(TEXT_OR_NULL)
  onBehalfOf!: string | null;

  @ApiProperty(MOMENT)
  occurredAt!: string;

  @ApiProperty(MOMENT)
  recordedAt!: string;

  @ApiProperty({ enum: ITEM_OUTCOMES })
  outcome!: ItemOutcome;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null where none was given, and once it is disposed of.' })
  justification!: string | null;
}

class ChecklistItemBody {
  @ApiProperty({ example: '68-1-a' })
  key!: string;

  @ApiProperty({ example: 'Art 68(1)(a)' })
  source!: string;

  @ApiProperty({ type: TextBody })
  text!: TextBody;

  @ApiProperty({ type: [ItemAssessmentBody], description: 'The latest first; none before it is assessed.' })
  assessments!: readonly ItemAssessmentBody[];
}

/** A checklist, with how each item was found. */
export class ChecklistBody {
  @ApiProperty({ example: 'criteria' })
  key!: string;

  @ApiProperty({ type: 'integer', description: 'The one by which it was assessed last; else the latest.' })
  version!: number;

  @ApiProperty({ description: 'Whoever works it assesses.' })
  stage!: string;

  @ApiProperty({ example: 'Art 68(1), 68(2)' })
  source!: string;

  @ApiProperty({ description: 'Four eyes: whoever assesses an item does not decide the case.' })
  assessment!: boolean;

  @ApiProperty({ type: TextBody })
  title!: TextBody;

  @ApiProperty({ type: [ChecklistItemBody] })
  items!: readonly ChecklistItemBody[];
}
