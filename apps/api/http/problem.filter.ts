import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Logger,
} from '@nestjs/common';
import { AccessLedger } from '@ledtid/cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusedLook } from '../access/access-trace';
import { type Problem, type ProblemCode, problem } from './problem';
import { ProblemError } from './problem-error';
import { sendProblem } from './send-problem';

/** Fastify's and the parser's own errors, by their code. */
const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'body-not-json',
};

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  404: 'unknown-route',
  413: 'body-too-large',
  415: 'body-not-json',
};

/** Connections that cannot be made or are being ended; PostgreSQL classes 08, 53 and 57. */
const UNAVAILABLE = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|08\w{3}|53\w{3}|57P\w{2})$/;

/**
 * Every error leaves as one problem document. What nobody expected is logged, and told to nobody. Who was refused a
 * case stands in the access ledger before the refusal goes out.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  constructor(@Inject(AccessLedger) private readonly ledger: AccessLedger) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const found = problemOf(thrown);
    const untraced = isRefusedLook(found) ? await this.trace(request, found) : null;
    this.answer(request, reply, untraced ?? thrown);
  }

  private answer(request: FastifyRequest, reply: FastifyReply, thrown: unknown): void {
    const found = problemOf(thrown);
    if (found.status >= 500) {
      const stack = thrown instanceof Error ? thrown.stack : String(thrown);
      this.logger.error(`${request.method} ${routeOf(request)}: ${found.code}`, stack);
    }
    if (found.status === 401) void reply.header('www-authenticate', challenge(found));
    const beside = thrown instanceof ProblemError ? thrown.beside : {};
    sendProblem(reply, found, beside);
  }

  /** Why it could not be written down, which is then what is answered. */
  private async trace(request: FastifyRequest, { code }: Problem): Promise<Error | null> {
    const look = refusedLook(request, code);
    if (look === null) return null;
    return this.ledger.record(look).then(
      () => null,
      (reason: unknown) => reason as Error,
    );
  }
}

/** Somebody was told that they may not, or that there is no such case for them. An unknown address is no look. */
function isRefusedLook({ status, code }: Problem): boolean {
  return status === 403 || code === 'unknown-case' || code === 'holder-unknown';
}

function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ProblemError) return thrown.problem;
  if (thrown instanceof HttpException) return ofStatus(thrown.getStatus());
  const { code, statusCode } = (thrown ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && BY_CODE[code]) return problem(BY_CODE[code]);
  if (typeof code === 'string' && UNAVAILABLE.test(code)) return problem('database-unavailable');
  return ofStatus(typeof statusCode === 'number' ? statusCode : 500);
}

function ofStatus(status: number): Problem {
  return problem(BY_STATUS[status] ?? (status < 500 ? 'malformed-request' : 'internal-error'));
}

/** The pattern and not the address: an address may hold what must not be in a log. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown route';
}

/** RFC 6750 section 3: a request without a token is told only which scheme to use. RFC 9470: signed in too long ago. */
function challenge({ code }: Problem): string {
  if (code === 'sign-in-again') return 'Bearer realm="ledtid", error="insufficient_user_authentication"';
  return code === 'token-missing' ? 'Bearer realm="ledtid"' : 'Bearer realm="ledtid", error="invalid_token"';
}
