import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { RefusedAttempts } from '../access/refused-attempts';
import { type Problem, problem } from '../http/problem';
import { ProblemError } from '../http/problem-error';
import { sendProblem } from '../http/send-problem';
import type { Entered } from './entry.guard';
import { RequestLimits } from './request-limits';

/** Stands behind the entry guard: whoever is known by name is counted by name. */
@Injectable()
export class LimitGuard implements CanActivate, OnApplicationShutdown {
  constructor(@Inject(RequestLimits) private readonly limits: RequestLimits) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { entrant } = context.switchToHttp().getRequest<Entered>();
    if (entrant === undefined) return true;
    const { issuer, subject } = entrant.identity;
    const wait = await this.limits.count('person', `${issuer} ${subject}`);
    if (wait === null) return true;
    throw new ProblemError(tooMany(context.switchToHttp().getResponse<FastifyReply>(), wait));
  }

  onApplicationShutdown(): Promise<void> {
    return this.limits.close();
  }
}

/** Counts every request by the address that it came from, before anything else is done for it. */
export function limitAddresses(app: NestFastifyApplication): void {
  const limits = app.get(RequestLimits, { strict: false });
  const attempts = app.get(RefusedAttempts, { strict: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      const wait = await limits.count('address', request.ip);
      if (wait === null) return;
      const found = tooMany(reply, wait);
      attempts.count(found.code);
      sendProblem(reply, found);
    });
}

function tooMany(reply: Pick<FastifyReply, 'header'>, seconds: number): Problem {
  void reply.header('retry-after', String(seconds));
  return problem('too-many-requests', [`${seconds} s`]);
}
