import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { ASSURANCE_LEVELS, ROUTE_RULES, type Session } from '@ledtid/access';
import { ROLES } from '@ledtid/workflow';
import { Caller } from '../entry/caller.decorator';
import type { Entrant } from '../entry/entrance';
import { Rule } from '../entry/rule.decorator';

class SessionBody {
  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When the person last proved who they are; null where the sign-in service does not tell.',
  })
  authenticatedAt!: string | null;

  @ApiProperty({ format: 'date-time', description: 'When the session ends without a further request.' })
  idleUntil!: string;

  @ApiProperty({ format: 'date-time', description: 'When it ends, used or not.' })
  endsAt!: string;
}

class MeBody {
  @ApiProperty({ description: 'Names the person for good.' })
  subject!: string;

  @ApiProperty({ type: 'string', nullable: true })
  name!: string | null;

  @ApiProperty({ enum: ROLES, isArray: true })
  roles!: readonly string[];

  @ApiProperty({ type: [String] })
  organisations!: readonly string[];

  @ApiProperty()
  issuer!: string;

  @ApiProperty({ enum: ASSURANCE_LEVELS, description: 'How surely the sign-in service knows who it is.' })
  assurance!: string;

  @ApiProperty({ type: SessionBody, nullable: true, description: 'Null with a bearer token.' })
  session!: SessionBody | null;
}

@ApiTags('me')
@Controller('me')
export class MeController {
  @Get()
  @Rule(ROUTE_RULES.getMe)
  @ApiOperation({ operationId: 'getMe', summary: 'Who am I, and until when' })
  @ApiOkResponse({ type: MeBody })
  me(@Caller() { identity, session }: Entrant): MeBody {
    const { subject, name = null, roles, organisations, issuer, assurance = 'none' } = identity;
    return { subject, name, roles, organisations, issuer, assurance, session: shown(session) };
  }
}

function shown(session: Session | null): SessionBody | null {
  if (session === null) return null;
  const { authenticatedAt, idleUntil, endsAt } = session;
  return { authenticatedAt, idleUntil, endsAt };
}
