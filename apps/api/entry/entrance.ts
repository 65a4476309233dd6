import { Inject, Injectable } from '@nestjs/common';
import {
  type AccessRefusal,
  AssuranceRules,
  type Identity,
  type Session,
  Sessions,
  TokenVerifier,
  isRefusal,
  reaches,
  refusal,
} from '@ledtid/access';
import { TIME_SOURCE } from '@ledtid/platform';
import { type TimeSource, civilDateOf } from '@ledtid/time';
import type { FastifyRequest } from 'fastify';
import { cookieOf } from './cookies';
import { PUBLIC_URL, type PublicUrl } from './public-url';
import { isOwnRequest } from './same-origin';

/** Who has sent a request, and by which session; null: by a bearer token. */
export interface Entrant {
  readonly identity: Identity;
  readonly session: Session | null;
}

type Sent = Pick<FastifyRequest, 'method' | 'headers'>;

/** Finds out who sends a request. A bearer token goes before a session: whoever sends one means it. */
@Injectable()
export class Entrance {
  constructor(
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(PUBLIC_URL) private readonly publicUrl: PublicUrl,
    @Inject(AssuranceRules) private readonly rules: AssuranceRules,
    @Inject(TIME_SOURCE) private readonly time: TimeSource,
  ) {}

  async whoSent(request: Sent): Promise<Entrant | AccessRefusal> {
    const entrant = await this.whoShows(request);
    if (isRefusal(entrant)) return entrant;
    const required = this.rules.ofSignIn(civilDateOf(this.time.now()));
    const { assurance = 'none' } = entrant.identity;
    return reaches(assurance, required) ? entrant : refusal('assurance-too-low', [required]);
  }

  private async whoShows(request: Sent): Promise<Entrant | AccessRefusal> {
    const { authorization, cookie } = request.headers;
    const secret = cookieOf(cookie, 'session');
    if (authorization === undefined && secret !== undefined) return this.bySession(secret, request);
    const identity = await this.verifier.verifyHeader(authorization);
    return isRefusal(identity) ? identity : { identity, session: null };
  }

  /** Asked before the session is looked up: what another site's page makes a browser send must not count as use. */
  private async bySession(secret: string, request: Sent): Promise<Entrant | AccessRefusal> {
    if (!isOwnRequest(request, new URL(this.publicUrl()).origin)) return refusal('cross-site-request');
    const session = await this.sessions.find(secret);
    return isRefusal(session) ? session : { identity: session.identity, session };
  }
}
