import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ATTEMPT_SECONDS, ROUTE_RULES, SignIn, isRefusal } from '@ledtid/access';
import { AccessLedger } from '@ledtid/cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { entryLook } from '../access/entry-look';
import { clearCookie, cookieOf, setCookie } from '../entry/cookies';
import { Rule } from '../entry/rule.decorator';
import { accessProblem } from '../http/problem';
import { ProblemError } from '../http/problem-error';
import { SignInQuery } from './sign-in.query';

/** Where a browser comes back to; an address for each issuer. */
export const callbackPath = (name: string) => `/api/v1/sign-in/${name}/callback`;

/** Addresses for browsers, which are sent on by redirects. */
@ApiTags('sign-in')
@Controller('sign-in')
export class SignInController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(AccessLedger) private readonly ledger: AccessLedger,
  ) {}

  @Get()
  @Rule(ROUTE_RULES.signIn)
  @ApiOperation({ operationId: 'signIn', summary: 'Sends the browser to a sign-in service', security: [] })
  @ApiResponse({ status: 302, description: 'To the sign-in service, and from there back with a session' })
  async begin(@Query() query: SignInQuery, @Res() reply: FastifyReply): Promise<void> {
    const began = await this.signIn.begin(query);
    if (isRefusal(began)) throw new ProblemError(accessProblem(began));
    const cookie = setCookie('signIn', began.secret, ATTEMPT_SECONDS);
    await reply.header('set-cookie', cookie).redirect(began.location, 302);
  }

  @Get(':issuer/callback')
  @Rule(ROUTE_RULES.completeSignIn)
  @ApiExcludeEndpoint()
  async callback(
    @Param('issuer') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, search = ''] = request.url.split('?', 2);
    const { cookie } = request.headers;
    const signedIn = await this.signIn.complete({
      ...{ name, query: new URLSearchParams(search) },
      ...{ secret: cookieOf(cookie, 'signIn'), replaced: cookieOf(cookie, 'session') },
    });
    if (isRefusal(signedIn)) throw new ProblemError(accessProblem(signedIn));
    // Before the cookie goes out: nobody is signed in without a trace.
    await this.ledger.record(entryLook(signedIn.identity, request));
    const cookies = [setCookie('session', signedIn.secret), clearCookie('signIn')];
    await reply.header('set-cookie', cookies).redirect(signedIn.returnTo, 302);
  }
}
