import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type AccessRefusal, ROUTE_RULES, Sessions, isRecent, refusal } from '@ledtid/access';
import { AccessLedger, isUuid } from '@ledtid/cases';
import { TIME_SOURCE } from '@ledtid/platform';
import type { TimeSource } from '@ledtid/time';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entryLook } from '../access/entry-look';
import { Caller } from '../entry/caller.decorator';
import type { Entrant } from '../entry/entrance';
import { Rule } from '../entry/rule.decorator';
import { accessProblem } from '../http/problem';
import { ProblemError } from '../http/problem-error';
import { forgetSession } from './forget-session';
import { EndSessionsBody } from './end-sessions.body';
import { EndedSessionsBody, OwnSessionsBody } from './session.body';
import { DECISION_SECONDS } from './sign-in-providers';

/** Where somebody is signed in. Who ends other sessions has proved who they are shortly before (ASVS 5.0, 7.5.2). */
@ApiTags('sign-in')
@Controller('sessions')
export class SessionsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(AccessLedger) private readonly ledger: AccessLedger,
    @Inject(TIME_SOURCE) private readonly time: TimeSource,
    @Inject(DECISION_SECONDS) private readonly recentSeconds: number,
  ) {}

  @Get()
  @Rule(ROUTE_RULES.listSessions)
  @ApiOperation({ operationId: 'listSessions', summary: 'The sessions of the caller that have not ended' })
  @ApiOkResponse({ type: OwnSessionsBody })
  async list(@Caller() { identity, session }: Entrant): Promise<OwnSessionsBody> {
    const sessions = await this.sessions.list(identity.subject);
    return { items: sessions.map((one) => ({ ...one, current: one.id === session?.id })) };
  }

  @Delete(':session')
  @HttpCode(204)
  @Rule(ROUTE_RULES.endSession)
  @ApiOperation({
    operationId: 'endSession',
    summary: 'Ends one session of the caller; an administrator ends anybody’s',
  })
  @ApiNoContentResponse()
  async endOne(
    @Param('session') id: string,
    @Caller() entrant: Entrant,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const isOwn = id === entrant.session?.id;
    if (!isOwn) this.askForProof(entrant);
    const { subject, roles } = entrant.identity;
    const whose = roles.includes('administrator') ? null : subject;
    const ended = isUuid(id) && (await this.sessions.revokeById(id, whose));
    if (!ended) throw refused(refusal('session-not-yours'));
    await this.ledger.record(entryLook(entrant.identity, request));
    if (isOwn) forgetSession(reply);
  }

  @Post('end')
  @HttpCode(200)
  @Rule(ROUTE_RULES.endSessions)
  @ApiOperation({ operationId: 'endSessions', summary: 'Ends every session of a person, or of everybody' })
  @ApiOkResponse({ type: EndedSessionsBody })
  async endMany(
    @Body() { subject }: EndSessionsBody,
    @Caller() entrant: Entrant,
    @Req() request: FastifyRequest,
  ): Promise<EndedSessionsBody> {
    this.askForProof(entrant);
    const { sessions } = this;
    const ended = await (subject === undefined ? sessions.revokeAll() : sessions.revokeAllOf(subject));
    await this.ledger.record(entryLook(entrant.identity, request));
    return { ended };
  }

  private askForProof({ session }: Entrant): void {
    if (!isRecent(session, this.time.now(), this.recentSeconds)) throw refused(refusal('sign-in-again'));
  }
}

function refused(why: AccessRefusal): ProblemError {
  return new ProblemError(accessProblem(why));
}
