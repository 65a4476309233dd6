import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TextBody } from './text.body';

/** RFC 9457, with a stable code and what to do. */
export class ProblemBody {
  @ApiProperty({ example: 'urn:ledtid:problem:stale' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: 'integer', example: 409 })
  status!: number;

  @ApiProperty({ example: 'stale', description: 'Stable: scripts may rely on it.' })
  code!: string;

  @ApiProperty({ type: TextBody, description: 'What is wrong and what to do.' })
  text!: TextBody;

  @ApiPropertyOptional({ type: [String], description: 'Which fields or facts.' })
  details?: string[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'With a conflict: the case as it is now, without its form.',
  })
  present?: object;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'With a conflict: what is possible now.',
  })
  actions?: object[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'With `form-changed`: `formVersion`, `current` and `yours`.',
  })
  versions?: object;
}
