import { ENTRY, PURPOSES } from '@ledtid/access';
import { ROLES } from '@ledtid/workflow';
import { ApiProperty } from '@nestjs/swagger';

const TEXT_OR_NULL = { type: 'string', nullable: true } as const;

/** A look at a case, as its applicant is told of it. */
export class LookBody {
  @ApiProperty({ type: 'string', format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: ROLES, isArray: true, description: 'Of whoever looked.' })
  roles!: readonly string[];

  @ApiProperty({
    enum: [...PURPOSES, ENTRY],
    description:
      '`entry`: a sign-in or sign-out, or somebody turned away at the door. No applicant meets it.',
  })
  purpose!: string;

  @ApiProperty({ example: 'GET /api/v1/cases/:id', description: 'What was looked at.' })
  request!: string;
}

/** A look at cases, or a refused attempt, as an auditor sees it. */
export class AccessRecordBody extends LookBody {
  @ApiProperty({ type: 'integer', description: 'Place in the one chain of all looks.' })
  number!: number;

  @ApiProperty()
  subject!: string;

  @ApiProperty({ type: 'string', format: 'uuid', isArray: true, description: 'Shown or asked for.' })
  instances!: readonly string[];

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Code of the refusal; null: it was shown.' })
  refused!: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'How often within a minute, where it was counted; null: this once.',
  })
  times?: number | null;

  @ApiProperty()
  previousHash!: string;

  @ApiProperty()
  hash!: string;
}
