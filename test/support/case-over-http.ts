import { setTimeout as pause } from 'node:timers/promises';
import { type DemoIssuer, findDemoPerson } from '@ledtid/access';
import type { Role } from '@ledtid/workflow';

/** What tests read of a case's document. */
export interface CaseBody {
  readonly id: string;
  readonly version: number;
  readonly state: readonly string[];
  readonly outcome: string | null;
}

type Who = `${Role}:${string}`;

const LOOK_EVERY_MILLISECONDS = 50;
const PATIENCE_MILLISECONDS = 60_000;

/** Works on cases over HTTP as the people of the demonstration, and keeps all that the server has said. */
export class CaseOverHttp {
  /** Every answer, problems included, as it came. */
  readonly heard: string[] = [];
  private keys = 0;

  constructor(
    private readonly url: string,
    private readonly issuer: DemoIssuer,
  ) {}

  async drafted(form: unknown): Promise<string> {
    const draft = await this.ask<CaseBody>('applicant:alva', 'POST', '/cases', {
      workflow: 'access-application',
      form,
    });
    return draft.id;
  }

  /** Throws, with the problem, when it is refused. */
  async does(who: Who, id: string, type: string, payload: object = {}): Promise<CaseBody> {
    const { version } = await this.read(who, id);
    this.keys += 1;
    const idempotencyKey = `${type}-${this.keys}`;
    return this.ask(who, 'POST', `/cases/${id}/commands`, { type, payload, version, idempotencyKey });
  }

  read(who: Who, id: string): Promise<CaseBody> {
    return this.ask(who, 'GET', `/cases/${id}`);
  }

  /** Until the worker has brought the case into one of the leaves; gives which. Throws when it gets elsewhere. */
  async until(who: Who, id: string, ...leaves: string[]): Promise<string> {
    const deadline = performance.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      const { state } = await this.read(who, id);
      const reached = leaves.find((leaf) => state.includes(leaf));
      if (reached !== undefined) return reached;
      const isWorked = state.every((leaf) => leaf.endsWith('.running'));
      if (!isWorked || performance.now() > deadline) {
        throw new Error(`${state.join()} and not ${leaves.join(' or ')}`);
      }
      await pause(LOOK_EVERY_MILLISECONDS);
    }
  }

  /** The child of a case that concerns a holder, as that holder's staff finds it. */
  async child(who: Who, parent: string, workflow: string): Promise<string> {
    const query = `parent=${parent}&workflow=${workflow}`;
    const { items } = await this.ask<{ items: CaseBody[] }>(who, 'GET', `/cases?${query}`);
    if (items.length === 1) return items[0]!.id;
    throw new Error(`${who} sees ${items.length} of ${workflow} below ${parent}`);
  }

  private async ask<Body>(who: Who, method: string, path: string, body?: unknown): Promise<Body> {
    const [role, name] = who.split(':') as [Role, string];
    if (findDemoPerson(role, name) === null) throw new Error(`Nobody is ${who}.`);
    const authorization = `Bearer ${await this.issuer.issueToken({ role, name })}`;
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    this.heard.push(text);
    if (!answer.ok) throw new Error(`${who} ${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as Body;
  }
}
