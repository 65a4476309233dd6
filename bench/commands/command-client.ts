import { Agent, type IncomingMessage, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Errand } from './journeys';
import { serveInTurn } from './lanes';

/** A draft that waits for its commands. */
export interface PreparedCase {
  readonly id: string;
  readonly errands: readonly Errand[];
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** Bearer token by subject. */
  readonly tokens: Readonly<Record<string, string>>;
  /** What everybody sends instead of a token, by subject. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  readonly cases: readonly PreparedCase[];
  /** Sends again what the server did not answer, for as long as it takes a server to be started again. */
  readonly patient?: boolean;
}

/** What the client saw of one command: seldom more than one is kept, the first that went wrong. */
export interface Refused {
  readonly caseId: string;
  readonly type: string;
  readonly status: number;
  readonly body: string;
}

export interface LoadResult {
  readonly accepted: number;
  readonly seconds: number;
  /** Of every accepted command, from the request to the last byte of the answer. */
  readonly milliseconds: readonly number[];
  /** How often a request was sent again. */
  readonly repeated: number;
  /** The first command that was not accepted: nothing was sent after it. */
  readonly refused: Refused | null;
}

interface Instance {
  readonly id: string;
  readonly version: number;
}

interface Answer {
  readonly children: readonly { id: string; workflow: string; holder: string | null }[];
}

interface Turn {
  readonly place: number;
  readonly errand: Errand;
  /** What the last answer said of the case and of its inquiries. */
  readonly seen: Map<string, Instance>;
  readonly caseId: string;
}

/** Sends each case's commands in order, many cases at once, over that many connections kept open. */
export async function sendLoad(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  let repeated = 0;
  const send: Send = (...sent) => {
    const once = () => exchange(agent, load, ...sent);
    return load.patient ? untilAnswered(once, () => (repeated += 1)) : once();
  };
  const milliseconds: number[] = [];
  let refused: Refused | null = null;
  const began = performance.now();
  await serveInTurn(load.cases.map(turnsOf), load.connections, async (turn) => {
    if (refused) return;
    const target = targetOf(turn);
    const sent = performance.now();
    const { status, body } = await send(turn.errand.as, target.id, commandOf(turn, target));
    milliseconds.push(performance.now() - sent);
    if (status === 200) remember(turn, target.id, body);
    else refused ??= { caseId: turn.caseId, type: turn.errand.type, status, body };
  });
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { accepted: milliseconds.length - (refused ? 1 : 0), seconds, milliseconds, repeated, refused };
}

function turnsOf({ id, errands }: PreparedCase): Turn[] {
  const seen = new Map<string, Instance>([['case', { id, version: 1 }]]);
  return errands.map((errand, place) => ({ place, errand, seen, caseId: id }));
}

function targetOf({ errand, seen, caseId }: Turn): Instance {
  const target = seen.get(nameOf(errand));
  if (target) return target;
  throw new Error(`${errand.type}: no answer of case ${caseId} named its ${nameOf(errand)}.`);
}

function commandOf({ errand: { type, payload }, place }: Turn, { version }: { version: number }): string {
  return JSON.stringify({ type, payload, version, idempotencyKey: `errand-${place}` });
}

/**
 * Of an answer only what the next command needs is read, so that the client takes little of the machine from
 * the server. A holder's inquiry is known from the answer that opened it; nothing has happened to it yet.
 */
function remember({ errand, seen, caseId }: Turn, id: string, body: string): void {
  seen.set(nameOf(errand), { id, version: versionIn(body) });
  // What a holder answers is an event of the case as well.
  if (errand.to !== 'case') seen.set('case', { id: caseId, version: (seen.get('case')?.version ?? 0) + 1 });
  if (errand.type !== 'ASK_HOLDERS') return;
  for (const child of (JSON.parse(body) as Answer).children) {
    const name = `inquiry of ${child.holder ?? ''}`;
    if (child.workflow === 'feasibility-inquiry' && !seen.has(name))
      seen.set(name, { id: child.id, version: 1 });
  }
}

/** The case's own version comes before the form and everything else that might have one. */
function versionIn(body: string): number {
  const version = Number(/"version":(\d+)/.exec(body)?.[1]);
  if (Number.isInteger(version)) return version;
  throw new Error(`An answer has no version: ${body.slice(0, 500)}`);
}

function nameOf({ to }: Errand): string {
  return to === 'case' ? 'case' : `inquiry of ${to.inquiryOf}`;
}

interface Exchanged {
  readonly status: number;
  readonly body: string;
}

type Send = (subject: string, id: string, content: string) => Promise<Exchanged>;

function exchange(
  agent: Agent,
  { url, tokens, headers: own }: Load,
  subject: string,
  id: string,
  content: string,
): Promise<Exchanged> {
  const headers = {
    ...(own?.[subject] ?? { authorization: `Bearer ${tokens[subject] ?? ''}` }),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(content),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/api/v1/cases/${id}/commands`, { method: 'POST', agent, headers });
    sent.once('error', reject);
    sent.once('response', (response) => {
      textOf(response).then((text) => resolve({ status: response.statusCode ?? 0, body: text }), reject);
    });
    sent.end(content);
  });
}

const PATIENCE_MILLISECONDS = 120_000;

/** What had no answer may have been done or not: sent again under the same key, it is done once. */
async function untilAnswered(once: () => Promise<Exchanged>, onRepeat: () => void): Promise<Exchanged> {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await once();
    } catch (error) {
      if (!isBrokenConnection(error) || performance.now() > until) throw error;
      onRepeat();
      await pause(50);
    }
  }
}

function isBrokenConnection(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code !== undefined && ['ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(code);
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
