import type { Instant } from '@ledtid/time';
import { CommandError } from '../problem';
import type { ApiClient, Reply } from './api-client';
import type { CaseDocument, PageDocument, ProblemDocument } from './case-document';
import type { DemoStep, NamedCase } from './demo-step';
import { type Person, type SignedIn, nameOf, roleOf } from './people';

export interface DemoRunParts {
  readonly client: ApiClient;
  readonly people: SignedIn;
  /** Told of each step as soon as it is done. */
  readonly told: (step: DemoStep) => void;
}

/** Something to do to a case. */
export interface Act {
  readonly who: Person;
  readonly to: NamedCase;
  /** A sentence without its subject. */
  readonly what: string;
  readonly command: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly late?: { readonly occurredAt: Instant; readonly basis: string };
}

/** Acts on one case as different people, one step after the other, and keeps what was done. */
export class DemoRun {
  readonly steps: DemoStep[] = [];

  constructor(private readonly parts: DemoRunParts) {}

  /** Somebody looks at the case and then does it. Throws `demo-refused` when the server says no. */
  async does(act: Act): Promise<CaseDocument> {
    const reply = await this.send(act);
    if (!reply.done) throw unexpected(act, reply.problem);
    this.tell(act, reply.body.state, null);
    return reply.body;
  }

  /** Somebody tries what must be refused. Throws `demo-not-refused` when it is not, or for another reason. */
  async isRefused(act: Act, code: string): Promise<void> {
    const reply = await this.send(act);
    if (reply.done) throw notRefused(act, code);
    const { problem } = reply;
    if (problem.code !== code) throw unexpected(act, problem);
    const { state } = await this.read(act.who, act.to.id);
    this.tell(act, state, { status: problem.status, code, text: problem.title });
  }

  async drafts(form: unknown): Promise<CaseDocument> {
    const body = { workflow: 'access-application', form };
    const draft = await this.request<CaseDocument>('alva', 'POST', '/cases', body);
    const act = {
      who: 'alva',
      to: { id: draft.id, name: 'application' },
      what: 'drafts an application',
    } as const;
    this.tell(act, draft.state, null);
    return draft;
  }

  async amends(to: NamedCase, patch: unknown, what: string): Promise<CaseDocument> {
    const { formVersion } = await this.read('alva', to.id);
    const body = { formVersion, patch };
    const saved = await this.request<CaseDocument>('alva', 'PATCH', `/cases/${to.id}/form`, body);
    this.tell({ who: 'alva', to, what }, saved.state, null);
    return saved;
  }

  read(who: Person, id: string): Promise<CaseDocument> {
    return this.request(who, 'GET', `/cases/${id}`);
  }

  /** The one child of a kind that concerns a holder, as somebody of that holder finds it. */
  async child(who: Person, parent: NamedCase, workflow: string, holder: string): Promise<NamedCase> {
    const query = new URLSearchParams({ parent: parent.id, workflow, holder });
    const { items } = await this.request<PageDocument<CaseDocument>>(
      who,
      'GET',
      `/cases?${query.toString()}`,
    );
    if (items[0]) return { id: items[0].id, name: `${workflow} ${holder}` };
    throw new CommandError(
      'demo-child-missing',
      `The application has opened no ${workflow} for ${holder} that ${nameOf(who)} could see.`,
      'Look at the application in GET /cases/{id}, and report it.',
    );
  }

  /** What the worker did meanwhile is a step of its own. */
  workerDid(to: NamedCase, what: string, state: readonly string[]): void {
    this.tell({ who: null, to, what }, state, null);
  }

  async request<Body>(
    who: Person,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    body?: unknown,
  ): Promise<Body> {
    const token = await this.parts.people.token(who);
    const reply = await this.parts.client.ask<Body>({ method, path, token, body });
    if (reply.done) return reply.body;
    throw unexpected({ who, what: `${method} ${path}` }, reply.problem);
  }

  private async send({ who, to, command, payload = {}, late }: Act): Promise<Reply<CaseDocument>> {
    const { version } = await this.read(who, to.id);
    const token = await this.parts.people.token(who);
    const idempotencyKey = `demo-${this.steps.length + 1}`;
    const body = { type: command, payload, version, idempotencyKey, ...late };
    return this.parts.client.ask({ method: 'POST', path: `/cases/${to.id}/commands`, token, body });
  }

  private tell(
    { who, to, what, command, late }: Told,
    stateAfter: readonly string[],
    refusal: DemoStep['refusal'],
  ): void {
    const step = {
      number: this.steps.length + 1,
      who: who === null ? null : { subject: who, name: nameOf(who), role: roleOf(who) },
      ...{ what, command: command ?? null, case: to, stateAfter, refusal, late: late ?? null },
    };
    this.steps.push(step);
    this.parts.told(step);
  }
}

interface Told {
  readonly who: Person | null;
  readonly to: NamedCase;
  readonly what: string;
  readonly command?: string;
  readonly late?: Act['late'];
}

function unexpected({ who, what }: { who: Person; what: string }, problem: ProblemDocument): CommandError {
  const { code, title, details = [] } = problem;
  return new CommandError(
    'demo-refused',
    `${nameOf(who)} ${what}: refused with ${code}. ${[title, ...details].join(' ')}`,
    'The demonstration expected otherwise; look at the case, and report it.',
  );
}

function notRefused({ who, what }: Act, code: string): CommandError {
  return new CommandError(
    'demo-not-refused',
    `${nameOf(who)} ${what}, and the server let it pass; it had to refuse with ${code}.`,
    'Report it: somebody could do what must not be done.',
  );
}
