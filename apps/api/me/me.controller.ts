import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Identity, ROUTE_RULES } from '@ledtid/access';
import { ROLES } from '@ledtid/workflow';
import { Caller } from '../entry/caller.decorator';
import { Rule } from '../entry/rule.decorator';

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
}

@ApiTags('me')
@Controller('me')
export class MeController {
  @Get()
  @Rule(ROUTE_RULES.getMe)
  @ApiOperation({ operationId: 'getMe', summary: 'Who am I' })
  @ApiOkResponse({ type: MeBody })
  me(@Caller() { subject, name, roles, organisations, issuer }: Identity): MeBody {
    return { subject, name: name ?? null, roles, organisations, issuer };
  }
}
