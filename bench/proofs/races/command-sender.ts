/** What was sent, and what came back. */
export interface Answered {
  readonly subject: string;
  readonly status: number;
  /** Stable code of a refusal; null where it was carried out. */
  readonly code: string | null;
  readonly body: CaseDocument;
}

interface CaseDocument {
  readonly version: number;
  readonly code?: string;
  readonly children: readonly { readonly id: string; readonly workflow: string }[];
}

export interface SentCommand {
  readonly subject: string;
  readonly key: string;
  readonly type: string;
  readonly payload: object;
}

/** Sends commands to cases over HTTP as several people. */
export class CommandSender {
  constructor(
    private readonly url: string,
    /** By subject. */
    private readonly tokens: Readonly<Record<string, string>>,
  ) {}

  async send(id: string, version: number, { subject, key, type, payload }: SentCommand): Promise<Answered> {
    const answer = await fetch(`${this.url}/api/v1/cases/${id}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.tokens[subject] ?? ''}` },
      body: JSON.stringify({ type, payload, version, idempotencyKey: key }),
    });
    const body = (await answer.json()) as CaseDocument;
    return { subject, status: answer.status, code: body.code ?? null, body };
  }

  /** For steps that a race takes for granted. */
  async must(id: string, version: number, command: SentCommand): Promise<Answered> {
    const answer = await this.send(id, version, command);
    if (answer.status === 200) return answer;
    throw new Error(`${command.type} by ${command.subject}: ${answer.status} ${answer.code ?? ''}`);
  }
}
