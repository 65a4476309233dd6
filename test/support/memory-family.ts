import {
  type Actor,
  type CaseView,
  type ChangeSet,
  type Configuration,
  type Facts,
  type LedgerRow,
  type Refusal,
  createDraft,
  decide,
  isRefusal,
} from '@ledtid/cases';
import {
  type IdGenerator,
  CountedIds,
  TurnedTime,
  defaultCauseList,
  defaultClockConfiguration,
  clockKeys,
} from '@ledtid/time';
import { type Recorded, type Role, type Workflow, WorkflowRegistry } from '@ledtid/workflow';

export const START = '2026-03-02T08:00:00.000Z';

/** The configuration of an installation with the given workflows and the shipped clocks and causes. */
export function configurationOf(workflows: readonly Workflow[]): Configuration {
  const clocks = defaultClockConfiguration;
  const causes = defaultCauseList;
  const known = { clocks: new Set(clockKeys(clocks)), causes: new Set(causes.versions.keys()) };
  return { registry: new WorkflowRegistry(workflows, known), clocks, causes };
}

export function person(subject: string, ...roles: Role[]): Actor {
  return { subject, roles, organisations: [], system: false };
}

/** A case and its children in memory: what the writers do to tables, done to maps. Whole histories are kept. */
export class MemoryFamily {
  readonly time = new TurnedTime(START);
  readonly ids: IdGenerator = new CountedIds();
  readonly facts = new Map<string, Facts>();
  readonly ledgers = new Map<string, LedgerRow[]>();
  readonly outbox: { queue: string; name: string; runAt: string | null }[] = [];
  readonly rootId: string;
  private keys = 0;

  constructor(
    workflow: Workflow,
    readonly configuration: Configuration,
    readonly applicant: Actor = person('anna', 'applicant'),
  ) {
    const draft = createDraft(workflow, {}, applicant, this.circumstances());
    if (isRefusal(draft)) throw new Error(draft.code);
    this.rootId = draft.view.id;
    this.absorb(draft.changeSet);
  }

  /** Sends a command to an instance of the family (the case itself unless told). */
  send(type: string, actor: Actor, options: SendOptions = {}): CaseView | Refusal {
    const targetId = options.to ?? this.rootId;
    this.keys += 1;
    const command = {
      ...{ instanceId: targetId, type, payload: options.payload ?? {}, idempotencyKey: `key-${this.keys}` },
      version: options.version ?? this.facts.get(targetId)?.instance.version ?? 0,
      ...(options.occurredAt === undefined ? {} : { occurredAt: options.occurredAt }),
      ...(options.onBehalfOf === undefined ? {} : { onBehalfOf: options.onBehalfOf }),
    };
    const loaded = {
      ...{ family: this.open(), idempotency: null, lastRegistration: 41, ledgers: this.ledgers },
      form: { digest: `form-${this.keys}`, complete: true, facts: options.facts ?? {}, characteristics: [] },
    };
    const decision = decide(loaded, command, actor, this.circumstances());
    if (isRefusal(decision)) return decision;
    if (decision.changeSet) this.absorb(decision.changeSet);
    return decision.answer;
  }

  /** Like `send`, for steps that a test takes for granted. */
  must(type: string, actor: Actor, options: SendOptions = {}): CaseView {
    const answer = this.send(type, actor, options);
    if (isRefusal(answer)) throw new Error(`${type}: ${answer.code} ${(answer.details ?? []).join('; ')}`);
    return answer;
  }

  children(workflow: string): Facts[] {
    return [...this.facts.values()].filter(({ instance }) => instance.workflow === workflow);
  }

  private circumstances() {
    return { at: this.time.now(), ids: this.ids, configuration: this.configuration };
  }

  /** As the database gives it: open spans and clocks only. */
  private open(): Map<string, Facts> {
    return new Map(
      [...this.facts].map(([id, { instance, spans, clocks }]) => [
        id,
        {
          instance,
          spans: spans.filter((span) => span.endedAt === null),
          clocks: clocks.filter((clock) => clock.endedAt === null),
          milestones: [],
        },
      ]),
    );
  }

  private absorb(change: ChangeSet): void {
    for (const instance of change.instances) {
      const known = this.facts.get(instance.id);
      const fresh = known === undefined || change.replacedFacts.includes(instance.id);
      const before = fresh ? { spans: [], clocks: [], milestones: [] } : known;
      const own = <Row extends { instanceId: string }>(rows: readonly Row[]) =>
        rows.filter((row) => row.instanceId === instance.id);
      this.facts.set(instance.id, {
        instance,
        spans: merge(before.spans, own(change.spans), (span) => `${span.region}/${span.opened}`),
        clocks: merge(before.clocks, own(change.clocks), (clock) => `${clock.key}/${clock.started}`),
        milestones: [...before.milestones, ...own(change.milestones)],
      });
    }
    for (const row of change.ledger) {
      this.ledgers.set(row.instanceId, [...(this.ledgers.get(row.instanceId) ?? []), row]);
    }
    this.outbox.push(...change.outbox);
  }
}

export interface SendOptions {
  readonly to?: string;
  readonly payload?: Recorded;
  readonly version?: number;
  readonly occurredAt?: string;
  readonly onBehalfOf?: string;
  readonly facts?: Recorded;
}

function merge<Row>(before: readonly Row[], changed: readonly Row[], name: (row: Row) => string): Row[] {
  const rows = new Map([...before, ...changed].map((row) => [name(row), row]));
  return [...rows.values()];
}
