import type { Pool } from 'pg';
import { DEMO_PEOPLE } from '@ledtid/access';
import { type Actor, type CaseView, Cases, type Command, isRefusal, systemActor } from '@ledtid/cases';
import { type TurnedTime, toInstant } from '@ledtid/time';
import type { Recorded } from '@ledtid/workflow';

/** Somebody of the demonstration by subject, or a queue as `system:<queue>`. */
export type Who = string;

type Late = Pick<Command, 'occurredAt' | 'basis' | 'onBehalfOf'>;

/** Sends the commands of the history, and expects each to be taken: a refusal is a fault of the history. */
export class StageHand {
  private sent = 0;

  constructor(
    private readonly pool: Pool,
    private readonly cases: Cases,
    readonly time: TurnedTime,
  ) {}

  async create(who: Who, form: Recorded): Promise<string> {
    const answer = await this.cases.create('access-application', form, actorOf(who));
    if (isRefusal(answer)) throw fault(who, 'create', answer);
    return answer.view.id;
  }

  async does(
    who: Who,
    instanceId: string,
    type: string,
    payload: Recorded = {},
    late: Late = {},
  ): Promise<CaseView> {
    this.sent += 1;
    const { version } = await this.instance(instanceId);
    const idempotencyKey = `history-${this.sent}`;
    const command = { instanceId, type, payload, version, idempotencyKey, ...late };
    const answer = await this.cases.command(command, actorOf(who));
    if (isRefusal(answer)) throw fault(who, type, answer);
    return answer.view;
  }

  /** Lets some minutes pass within a step, as an automatic one takes them. */
  passMinutes(minutes: number): void {
    this.time.turnTo(toInstant(Date.parse(this.time.now()) + minutes * 60_000));
  }

  async leavesOf(id: string): Promise<readonly string[]> {
    return (await this.instance(id)).leaves;
  }

  async childrenOf(id: string, workflow: string): Promise<{ id: string; holder: string }[]> {
    const { rows } = await this.pool.query<{ id: string; holder: string }>(
      'SELECT id, holder FROM instance WHERE parent_id = $1 AND workflow = $2 ORDER BY id',
      [id, workflow],
    );
    return rows;
  }

  private async instance(id: string): Promise<{ version: number; leaves: string[] }> {
    const sql = 'SELECT version, leaves FROM instance WHERE id = $1';
    const { rows } = await this.pool.query<{ version: number; leaves: string[] }>(sql, [id]);
    const [row] = rows;
    if (row === undefined) throw new Error(`There is no instance ${id}.`);
    return row;
  }
}

function actorOf(who: Who): Actor {
  const [, queue] = /^system:(.+)$/.exec(who) ?? [];
  if (queue !== undefined) return systemActor(queue);
  const person = DEMO_PEOPLE.find(({ subject }) => subject === who);
  if (person === undefined) throw new Error(`Nobody of the demonstration is called ${who}.`);
  const { subject, roles, organisations } = person;
  return { subject, roles, organisations, system: false };
}

function fault(
  who: Who,
  what: string,
  { code, details }: { code: string; details?: readonly string[] },
): Error {
  return new Error(
    `The history does not play: ${what} by ${who} is refused (${code}: ${String(details ?? [])}).`,
  );
}
