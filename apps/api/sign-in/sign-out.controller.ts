import { Controller, Headers, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES, Sessions, refusal } from '@ledtid/access';
import type { FastifyReply } from 'fastify';
import { Caller } from '../entry/caller.decorator';
import { clearCookie, cookieOf } from '../entry/cookies';
import type { Entrant } from '../entry/entrance';
import { Rule } from '../entry/rule.decorator';
import { accessProblem } from '../http/problem';
import { ProblemError } from '../http/problem-error';

/** Ends sessions at once. A bearer token ends by itself: it is not ours to revoke. */
@ApiTags('sign-in')
@Controller()
export class SignOutController {
  constructor(@Inject(Sessions) private readonly sessions: Sessions) {}

  @Post('sign-out')
  @HttpCode(204)
  @Rule(ROUTE_RULES.signOut)
  @ApiOperation({ operationId: 'signOut', summary: 'Ends this session' })
  @ApiNoContentResponse()
  async signOut(
    @Caller() { session }: Entrant,
    @Headers('cookie') cookie: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const secret = cookieOf(cookie, 'session');
    if (session === null || secret === undefined) {
      throw new ProblemError(accessProblem(refusal('session-missing')));
    }
    await this.sessions.revoke(secret);
    void reply.header('set-cookie', clearCookie('session'));
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @Rule(ROUTE_RULES.signOutEverywhere)
  @ApiOperation({ operationId: 'signOutEverywhere', summary: 'Ends every session of the caller' })
  @ApiNoContentResponse()
  async signOutEverywhere(
    @Caller() { identity }: Entrant,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.revokeAllOf(identity.subject);
    void reply.header('set-cookie', clearCookie('session'));
  }
}
