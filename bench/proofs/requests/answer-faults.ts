import type { RawAnswer } from './exchange';
import type { MadeRequest } from './made-request';
import type { Secret } from './asked-world';

/** What only the inside of a server says: a place in its code (in JSON its line breaks are spelt), or what its database complains of. */
const INSIDE =
  /(\n|\\n)\s+at .+:\d+:\d+|node_modules|\/(libs|apps)\/\w+\/|QueryFailed|invalid input syntax|syntax error at|violates \w+ constraint/;
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is wrong with an answer, whatever the request was. */
export function answerFaults(request: MadeRequest, answer: RawAnswer, secrets: readonly Secret[]): string[] {
  const { status, body } = answer;
  if (status === 0) return ['no answer'];
  return [
    ...(status >= 500 ? ['the server failed'] : []),
    ...(status >= 400 && request.method !== 'HEAD' ? problemFaults(answer) : []),
    ...(INSIDE.test(body) ? ['the answer shows the inside of the server'] : []),
    ...secrets
      .filter(({ text, knownTo }) => body.includes(text) && !knownTo.has(request.as))
      .map(({ text }) => `${request.as} was told ${text}`),
  ];
}

/** RFC 9457, with our own stable code. */
function problemFaults({ status, headers, body }: RawAnswer): string[] {
  const type = headers['content-type'] ?? 'none';
  if (!type.startsWith('application/problem+json')) return [`an error of content type ${type}`];
  const problem = JSON.parse(body) as Record<string, unknown>;
  const { code, text } = problem as { code?: unknown; text?: { sv?: unknown; en?: unknown } };
  const isSound =
    problem.status === status &&
    typeof code === 'string' &&
    CODE.test(code) &&
    problem.type === `urn:ledtid:problem:${code}` &&
    typeof problem.title === 'string' &&
    typeof text?.sv === 'string' &&
    typeof text.en === 'string';
  return isSound ? [] : ['an error that is no whole problem document'];
}
