import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES } from '@ledtid/access';
import { CASE_CONFIGURATION, type Configuration } from '@ledtid/cases';
import { PublicStatuses } from '@ledtid/lead-time';
import { Rule } from '../entry/rule.decorator';
import { bodyOf } from './public-status-presenter';
import { PublicStatusBody } from './public-status.body';

/** What everybody may know of the body's work, signed in or not. It tells of no case. */
@ApiTags('reports')
@Controller('public')
export class PublicStatusController {
  constructor(
    @Inject(PublicStatuses) private readonly statuses: PublicStatuses,
    @Inject(CASE_CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  @Get('status')
  @Rule(ROUTE_RULES.getPublicStatus)
  @ApiOperation({
    operationId: 'getPublicStatus',
    summary: 'Queue, usual lead times and numbers of applications, for the public',
  })
  @ApiOkResponse({ type: PublicStatusBody })
  async status(): Promise<PublicStatusBody> {
    return bodyOf(await this.statuses.current(), this.configuration.registry);
  }
}
