import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROUTE_RULES, Sessions, refusal } from '@ledtid/access';
import { AccessLedger } from '@ledtid/cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entryLook } from '../access/entry-look';
import { Caller } from '../entry/caller.decorator';
import { cookieOf } from '../entry/cookies';
import type { Entrant } from '../entry/entrance';
import { Rule } from '../entry/rule.decorator';
import { accessProblem } from '../http/problem';
import { ProblemError } from '../http/problem-error';
import { forgetSession } from './forget-session';

/** Ends sessions at once. A bearer token ends by itself: it is not ours to revoke. */
@ApiTags('sign-in')
@Controller()
export class SignOutController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AccessLedger) private readonly ledger: AccessLedger,
  ) {}

  @Post('sign-out')
  @HttpCode(204)
  @Rule(ROUTE_RULES.signOut)
  @ApiOperation({ operationId: 'signOut', summary: 'Ends this session' })
  @ApiNoContentResponse()
  async signOut(
    @Caller() { identity, session }: Entrant,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const secret = cookieOf(request.headers.cookie, 'session');
    if (session === null || secret === undefined) {
      throw new ProblemError(accessProblem(refusal('session-missing')));
    }
    await this.sessions.revoke(secret);
    await this.ledger.record(entryLook(identity, request));
    forgetSession(reply);
  }

  @Post('sign-out-everywhere')
  @HttpCode(204)
  @Rule(ROUTE_RULES.signOutEverywhere)
  @ApiOperation({ operationId: 'signOutEverywhere', summary: 'Ends every session of the caller' })
  @ApiNoContentResponse()
  async signOutEverywhere(
    @Caller() { identity }: Entrant,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.revokeAllOf(identity.subject);
    await this.ledger.record(entryLook(identity, request));
    forgetSession(reply);
  }
}
