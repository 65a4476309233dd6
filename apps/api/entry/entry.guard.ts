import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Purpose, type RouteRule, isRefusal, purposeOf, refuseEntry } from '@ledtid/access';
import type { FastifyRequest } from 'fastify';
import { accessProblem } from '../http/problem';
import { ProblemError } from '../http/problem-error';
import { Entrance, type Entrant } from './entrance';
import { RULE } from './rule.decorator';

/** A request whose sender is known, and what for. */
export type Entered = FastifyRequest & { entrant?: Entrant; purpose?: Purpose };

/** Deny by default: lets in whom the route's rule names, and nobody where no rule stands. */
@Injectable()
export class EntryGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Entrance) private readonly entrance: Entrance,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<RouteRule | undefined>(RULE, places);
    if (rule?.for === 'everybody') return true;
    const request = context.switchToHttp().getRequest<Entered>();
    const entrant = await this.entrance.whoSent(request);
    // Before the rule is asked: whom it refuses is known by name in the access ledger.
    if (!isRefusal(entrant)) know(request, entrant);
    const refusal = refuseEntry(rule, isRefusal(entrant) ? entrant : entrant.identity);
    if (refusal !== null) throw new ProblemError(accessProblem(refusal));
    return true;
  }
}

function know(request: Entered, entrant: Entrant): void {
  const said = request.headers['access-purpose'];
  const purpose = purposeOf(said === undefined ? undefined : String(said), entrant.identity);
  if (typeof purpose === 'object') throw new ProblemError(accessProblem(purpose));
  Object.assign(request, { entrant, purpose });
}
