import { CommandError } from '../problem';
import type { ProblemDocument } from './case-document';

/** What the server said: what was asked for, or why not. */
export type Reply<Body> =
  { readonly done: true; readonly body: Body } | { readonly done: false; readonly problem: ProblemDocument };

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly token: string;
  readonly body?: unknown;
}

/** A server that does not answer at all within this time will not answer. */
const PATIENCE_MILLISECONDS = 30_000;

/** The HTTP interface, as any client has it. */
export class ApiClient {
  constructor(private readonly serverUrl: string) {}

  /** Throws `server-unreachable` and `server-not-ledtid`; what the server refuses is an answer. */
  async ask<Body>({ method, path, token, body }: ApiRequest): Promise<Reply<Body>> {
    const response = await this.reach(`${this.serverUrl.replace(/\/$/, '')}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const answer = await jsonOf(response);
    if (response.ok && answer !== null) return { done: true, body: answer as Body };
    if (isProblem(answer)) return { done: false, problem: answer };
    throw new CommandError(
      'server-not-ledtid',
      `${this.serverUrl} answered ${path} with status ${response.status} and no problem document.`,
      'Let LEDTID_URL name a running Ledtid server.',
    );
  }

  private async reach(url: string, request: RequestInit): Promise<Response> {
    try {
      return await fetch(url, request);
    } catch (error) {
      throw new CommandError(
        'server-unreachable',
        `No server answers at ${this.serverUrl}.`,
        'Start one by `npm start`, or let LEDTID_URL name one that runs.',
        { cause: error },
      );
    }
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Whatever else answers at that address: the caller says what was expected.
    return null;
  }
}

function isProblem(answer: unknown): answer is ProblemDocument {
  const { code, status } = (answer ?? {}) as Partial<Record<string, unknown>>;
  return typeof code === 'string' && typeof status === 'number';
}
