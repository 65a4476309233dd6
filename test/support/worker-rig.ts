import {
  type Actor,
  type CaseAnswer,
  Cases,
  type CaseView,
  type Command,
  type Configuration,
  type Refusal,
  isRefusal,
} from '@ledtid/cases';
import { QueueRegistry, createLogger } from '@ledtid/platform';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { Worker, type WorkerParts } from '../../apps/worker';
import { START } from './memory-family';
import { type TestDatabase, createTestDatabase } from './test-database';
import { type TestQueueStore, testQueueStore } from './test-queues';

const SILENT = createLogger('silent');

/** One command that the worker or the sweeper sent, and what the case answered. */
export interface Told {
  readonly command: Command;
  readonly actor: Actor;
  readonly answer: CaseAnswer | Refusal;
}

/** A worker on a database and queues of its own, under a clock that the test turns. */
export class WorkerRig {
  readonly time = new TurnedTime(START);
  readonly told: Told[] = [];
  readonly cases: Cases;
  private readonly waiting = new Set<() => void>();
  private readonly workers: Worker[] = [];
  private keys = 0;

  private constructor(
    readonly database: TestDatabase,
    readonly store: TestQueueStore,
    readonly queues: QueueRegistry,
    readonly configuration: Configuration,
  ) {
    this.cases = new Cases({ pool: database.pool, time: this.time, ids: new CountedIds(), configuration });
  }

  static async open(configuration: Configuration): Promise<WorkerRig> {
    const database = await createTestDatabase();
    const store = testQueueStore(database);
    const names = configuration.registry.stages();
    const queues = await QueueRegistry.open({ names, ...store, logger: SILENT });
    return new WorkerRig(database, store, queues, configuration);
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await this.queues.close();
    await this.store.clear();
    await this.database.drop();
  }

  worker(parts: Partial<WorkerParts> & Pick<WorkerParts, 'executed'>): Worker {
    const { time, queues, database } = this;
    const { registry, clocks } = this.configuration;
    const cases = { command: (command: Command, actor: Actor) => this.tell(command, actor) };
    const fixed = { pool: database.pool, time, cases, registry, clocks, queues, logger: SILENT };
    const worker = new Worker({ ...fixed, sweepEverySeconds: 3600, graceSeconds: 0, ...parts });
    this.workers.push(worker);
    return worker;
  }

  /** The first thing told, by now or later, of which `matches` is true. */
  async until(matches: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      const found = this.told.find(matches);
      if (found) return found;
      await new Promise<void>((resolve) => this.waiting.add(resolve));
    }
  }

  /** Once an event of this type was taken by its case. */
  untilTaken(type: string): Promise<Told> {
    return this.until(({ command, answer }) => command.type === type && !isRefusal(answer));
  }

  /** A person's command, which must be taken. */
  async must(instanceId: string, type: string, actor: Actor, payload = {}): Promise<CaseView> {
    const seen = await this.cases.read(instanceId, actor);
    const version = isRefusal(seen) ? 1 : seen.view.version;
    const idempotencyKey = `person-${(this.keys += 1)}`;
    const command = { instanceId, type, payload, version, idempotencyKey };
    const answer = await this.cases.command(command, actor);
    if (isRefusal(answer)) throw new Error(`${type}: ${answer.code} ${String(answer.details)}`);
    return answer.view;
  }

  async draft(workflow: string, form: Record<string, unknown>, actor: Actor): Promise<string> {
    const answer = await this.cases.create(workflow, form, actor);
    if (isRefusal(answer)) throw new Error(`${answer.code} ${String(answer.details)}`);
    return answer.view.id;
  }

  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.database.pool.query<Row>(sql, values)).rows;
  }

  private async tell(command: Command, actor: Actor): Promise<CaseAnswer | Refusal> {
    const answer = await this.cases.command(command, actor);
    this.told.push({ command, actor, answer });
    for (const wake of this.waiting) wake();
    this.waiting.clear();
    return answer;
  }
}
