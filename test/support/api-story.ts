import type { Answer, Person, RunningApi } from './running-api';
import { person } from './running-api';

export const PEOPLE = {
  anna: person('anna', ['applicant'], ['university']),
  bo: person('bo', ['applicant'], ['company']),
  olle: person('olle', ['case_officer']),
  oda: person('oda', ['case_officer']),
  lisa: person('lisa', ['legal_reviewer']),
  dan: person('dan', ['technical_reviewer']),
  berit: person('berit', ['decision_maker']),
  hanna: person('hanna', ['legal_reviewer', 'decision_maker']),
  maria: person('maria', ['manager']),
  nils: person('nils', ['auditor']),
  lars: person('lars', ['data_engineer']),
  olga: person('olga', ['administrator']),
} as const satisfies Record<string, Person>;

export interface CaseDocument {
  readonly id: string;
  readonly version: number;
  readonly formVersion: number;
  readonly registrationNumber: string | null;
  readonly form: Record<string, unknown> | null;
  readonly state: readonly string[];
  readonly stages: readonly Record<string, unknown>[];
  readonly children: readonly { id: string; workflow: string; holder: string }[];
  readonly actions: readonly { type: string; stage: string | null; possible: boolean; why: unknown }[];
}

export type CommandParts = Partial<Record<'version' | 'idempotencyKey' | 'occurredAt' | 'basis', unknown>>;

/** Sends what a test takes for granted, and gives what came back. */
export class ApiStory {
  private keys = 0;

  constructor(private readonly api: RunningApi) {}

  async draft(workflow: string, form: object, who: Person = PEOPLE.anna): Promise<string> {
    const { body } = await this.wanted<CaseDocument>(
      this.api.call(who, 'POST', '/api/v1/cases', { workflow, form }),
    );
    return body.id;
  }

  /** A command with the version that its sender sees now, unless told otherwise. */
  async send(
    id: string,
    type: string,
    who: Person,
    payload: object = {},
    parts: CommandParts = {},
  ): Promise<Answer<CaseDocument & { code?: string }>> {
    const version = parts.version ?? (await this.see(id, who)).version;
    const idempotencyKey = `key-${(this.keys += 1)}`;
    return this.api.call(who, 'POST', `/api/v1/cases/${id}/commands`, {
      ...{ type, payload, idempotencyKey, ...parts, version },
    });
  }

  async must(id: string, type: string, who: Person, payload: object = {}, parts: CommandParts = {}) {
    return (await this.wanted(this.send(id, type, who, payload, parts))).body;
  }

  async see(id: string, who: Person): Promise<CaseDocument> {
    return (await this.wanted(this.api.call<CaseDocument>(who, 'GET', `/api/v1/cases/${id}`))).body;
  }

  private async wanted<Body>(coming: Promise<Answer<Body>>): Promise<Answer<Body>> {
    const answer = await coming;
    if (answer.status < 300) return answer;
    throw new Error(`${answer.status}: ${answer.text}`);
  }
}
