import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BackChannelLogout, ROUTE_RULES, isRefusal } from '@ledtid/access';
import { AccessLedger } from '@ledtid/cases';
import type { FastifyRequest } from 'fastify';
import { entryLook } from '../access/entry-look';
import { Rule } from '../entry/rule.decorator';
import { accessProblem } from '../http/problem';
import { ProblemError } from '../http/problem-error';

/** For sign-in services, which tell here whom they have signed out. What is not `logout_token` is passed over. */
@ApiTags('sign-in')
@Controller('sign-in')
export class BackChannelLogoutController {
  constructor(
    @Inject(BackChannelLogout) private readonly logout: BackChannelLogout,
    @Inject(AccessLedger) private readonly ledger: AccessLedger,
  ) {}

  @Post(':issuer/back-channel-logout')
  @HttpCode(204)
  @Rule(ROUTE_RULES.backChannelLogout)
  @ApiOperation({
    operationId: 'backChannelLogout',
    summary: 'Ends the sessions that a sign-in service has ended',
    security: [],
  })
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['logout_token'],
      properties: { logout_token: { type: 'string' } },
    },
  })
  @ApiNoContentResponse()
  async end(
    @Param('issuer') name: string,
    @Body() body: Record<string, unknown> | undefined,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const token = body?.logout_token;
    const ended = await this.logout.end(name, typeof token === 'string' ? token : '');
    if (isRefusal(ended)) throw new ProblemError(accessProblem(ended));
    for (const subject of new Set(ended))
      await this.ledger.record(entryLook({ subject, roles: [] }, request));
  }
}
