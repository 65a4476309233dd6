import type { Schemas } from './client';

type ProblemBody = Schemas['ProblemBody'];

/** What the API refused, as it says it: a stable code, and texts for people. */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(`${body.status} ${body.code}`);
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }
}

/** Nobody answered: no network, or the server is away. What was to be sent is still here. */
export class Unreachable extends Error {}

interface Answer<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The body of an answer. Throws `Problem` where the API refused, `Unreachable` where it did not answer. */
export async function answerOf<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw new Unreachable('No answer from the server', { cause });
  });
  if (response.ok) return data as Data;
  if (isProblem(error)) throw new Problem(error);
  throw new Unreachable(`The server answered with ${response.status} and no problem document`);
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'text' in body;
}
