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
import { RefusedAttempts } from '../access/refused-attempts';
import type { Entered } from '../entry/entry.guard';
import { type Problem, type ProblemCode, problem } from './problem';
import { ProblemError } from './problem-error';
import { sendProblem } from './send-problem';

/** Fastify's, the parser's and the database's own errors, by their code. */
const BY_CODE: Readonly<Record<string, ProblemCode>> = {
  // Ended by the server for its time limit, which only long reads have.
  '57014': 'report-too-slow',
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
 * case stands in the access ledger before the refusal goes out; who was turned away at the door is counted there.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('api');

  constructor(
    @Inject(AccessLedger) private readonly ledger: AccessLedger,
    @Inject(RefusedAttempts) private readonly attempts: RefusedAttempts,
  ) {}

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const found = problemOf(thrown);
    const untraced = await this.trace(request, found);
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
  private async trace(request: Entered, found: Problem): Promise<Error | null> {
    const look = isRefusedLook(found) ? refusedLook(request, found.code) : null;
    if (look === null) {
      if (isAttempt(found)) this.attempts.count(found.code, request.entrant?.identity);
      return null;
    }
    return this.ledger.record(look).then(
      () => null,
      (reason: unknown) => reason as Error,
    );
  }
}

/** What else stands in the access ledger: that there is no such case for them, and who sent malicious code. */
const RECORDED = ['unknown-case', 'holder-unknown', 'document-infected'];

/** Somebody was told that they may not, or one of those. An unknown address is no look. */
function isRefusedLook({ status, code }: Problem): boolean {
  return status === 403 || RECORDED.includes(code);
}

const ATTEMPTS = new Set([400, 401, 403, 408, 413, 415, 417, 429]);

/** Somebody was turned away at the door, or tried a way past it: counted, because such come in floods. */
function isAttempt({ status, code }: Problem): boolean {
  return ATTEMPTS.has(status) || /^(bad-(body|query)|unknown-route|sign-in-.*)$/.test(code);
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
