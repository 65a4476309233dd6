import { connect } from 'node:net';

/** A request as its bytes say it: no client mends it on the way. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, as they are sent. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | null;
}

export interface RawAnswer {
  /** 0 where the server ended the connection, or kept silent, without an answer. */
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const PATIENCE_MILLISECONDS = 20_000;
const SILENCE: RawAnswer = { status: 0, headers: {}, body: '' };

/** Sends the bytes over a connection of its own and reads one answer. */
export function exchange(url: string, request: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let received = Buffer.alloc(0);
    const end = () => {
      socket.destroy();
      resolve(answerIn(received, request.method, true) ?? SILENCE);
    };
    socket.setTimeout(PATIENCE_MILLISECONDS, end);
    // A server that refuses a body may end the connection while it is still being sent: what it said counts.
    socket.on('error', end);
    socket.on('close', end);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (answerIn(received, request.method, false) !== null) end();
    });
    socket.write(bytesOf(request, hostname));
  });
}

function bytesOf({ method, target, headers, body }: RawRequest, host: string): Buffer {
  const given = new Set(headers.map(([name]) => name.toLowerCase()));
  const content = body === null ? null : Buffer.from(body);
  const usual: [string, string][] = [
    ['host', host],
    ['connection', 'close'],
    ...(content === null || given.has('transfer-encoding')
      ? []
      : [['content-length', String(content.length)] as [string, string]]),
  ];
  const lines = [...usual.filter(([name]) => !given.has(name)), ...headers].map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  return content === null ? head : Buffer.concat([head, content]);
}

/** The answer in what was received; null while it is not all there. */
function answerIn(received: Buffer, method: string, ended: boolean): RawAnswer | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [first = '', ...lines] = received.subarray(0, headEnd).toString('latin1').split('\r\n');
  const rest = received.subarray(headEnd + 4);
  const status = Number(first.split(' ')[1]);
  // Go on, says 100: the answer comes after it.
  if (status < 200) return answerIn(rest, method, ended);
  const headers = Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  const length = headers['content-length'];
  // What follows is the answer to bytes that the server took for another request.
  const content = length === undefined ? rest : rest.subarray(0, Number(length));
  const answer = { status, headers, body: content.toString('utf8') };
  if (ended || method === 'HEAD' || status === 204 || status === 304) return answer;
  const isWhole =
    length === undefined ? rest.toString('latin1').endsWith('0\r\n\r\n') : content.length === Number(length);
  return isWhole ? answer : null;
}
