import {
  type Actor,
  type CaseView,
  type Configuration,
  type Facts,
  type Refusal,
  type WakeUpData,
  isRefusal,
  systemActor,
  wakeUpCommand,
} from '@ledtid/cases';
import { type Instant, seededRandom, toInstant } from '@ledtid/time';
import { typesOf } from '../../test/support/walk-machine';
import type { MemoryFamily, SendOptions } from '../../test/support/memory-family';
import { pick } from '../support/choose';
import { type TriedEvent, repertoireOf } from './repertoire';
import { STAFF_MEMBERS, startedFamily } from './started-family';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Events that end an instance from anywhere: rare, so that walks get far. */
const EXITS = new Set(['WITHDRAW', 'CANCEL', 'END', 'REJECT', 'DISMISS', 'REFUSE', 'REFUSE_RELEASE']);
const TRIES_A_STEP = 60;

export interface FamilyWalk {
  readonly family: MemoryFamily;
  /** Commands that were accepted after the start. */
  readonly accepted: number;
}

/**
 * Walks the instances of one workflow at random, through the decisions of libs/cases: people act late and out of
 * order, some times are registered afterwards and corrected, clocks wake as the worker would wake them. The same
 * seed walks the same way.
 */
export function walkFamily(
  configuration: Configuration,
  workflow: string,
  seed: number,
  steps: number,
): FamilyWalk {
  return new FamilyWalker(configuration, workflow, seed).walk(steps);
}

class FamilyWalker {
  private readonly random: () => number;
  private readonly family: MemoryFamily;
  private readonly taken = new Map<string, number>();

  constructor(
    private readonly configuration: Configuration,
    private readonly workflow: string,
    seed: number,
  ) {
    this.random = seededRandom(seed);
    this.family = startedFamily(configuration, workflow);
  }

  walk(steps: number): FamilyWalk {
    let accepted = 0;
    for (let step = 0; step < steps; step += 1) {
      this.passTime();
      const open = this.instances().filter(({ instance }) => instance.status === 'active');
      if (open.length === 0) break;
      accepted += this.act(pick(this.random, open)) ? 1 : 0;
      if (this.random() < 0.05) accepted += this.correct() ? 1 : 0;
      if (this.random() < 0.05) accepted += this.extend() ? 1 : 0;
    }
    return { family: this.family, accepted };
  }

  /** Those to be walked; a permit's clocks and its ending leave it little to do by itself. */
  private instances(): Facts[] {
    return this.family.children(this.workflow);
  }

  /** Hours or weeks go by, and every clock that wants to be woken by then is. */
  private passTime(): void {
    const wait = this.random() < 0.2 ? this.random() * 40 * DAY : this.random() * 20 * HOUR;
    this.family.time.turnTo(later(this.family.time.now(), wait));
    for (let woken = true; woken;) woken = this.wakeOne();
  }

  private wakeOne(): boolean {
    const now = this.family.time.now();
    const clocks = [...this.family.facts.values()].flatMap((facts) => facts.clocks);
    return clocks.some(({ instanceId, key, started, endedAt, wakeUp, wakeUpAt }) => {
      if (endedAt !== null || wakeUp === null || wakeUpAt === null || wakeUpAt > now) return false;
      const data: WakeUpData = { instanceId, clock: key, started, at: wakeUpAt };
      const { type, payload, version, occurredAt = wakeUpAt } = wakeUpCommand(wakeUp, data, 'walk');
      const options = { to: instanceId, payload, version, occurredAt };
      return !isRefusal(this.family.send(type, systemActor('walk'), options));
    });
  }

  private act({ instance }: Facts): boolean {
    const workflow = this.configuration.registry.get(instance.workflow);
    const repertoire = repertoires.get(workflow.key) ?? repertoireOf(workflow);
    repertoires.set(workflow.key, repertoire);
    const mayEnd = this.random() < 0.01;
    const types = typesOf(workflow, instance).filter(
      (type) => repertoire.has(type) && (mayEnd || !EXITS.has(type)),
    );
    for (let tries = 0; tries < TRIES_A_STEP && types.length > 0; tries += 1) {
      const type = this.chosen(types);
      const event = pick(this.random, repertoire.get(type) ?? []);
      if (!this.attempt(instance.id, event, this.senderOf(event))) continue;
      this.taken.set(type, (this.taken.get(type) ?? 0) + 1);
      return true;
    }
    return false;
  }

  /** What was taken seldom comes first, or walks would turn on the spot. */
  private chosen(types: readonly string[]): string {
    const weighed = types.map((type) => ({
      type,
      weight: this.random() / (1 + (this.taken.get(type) ?? 0)) ** 2,
    }));
    return weighed.reduce((best, other) => (other.weight > best.weight ? other : best)).type;
  }

  private senderOf({ automatic }: TriedEvent): Actor {
    if (automatic) return systemActor('walk');
    return pick(this.random, [...STAFF_MEMBERS, this.family.applicant]);
  }

  private attempt(to: string, { type, payloads, facts }: TriedEvent, sender: Actor): boolean {
    const past = later(this.family.time.now(), -this.random() * 3 * DAY);
    const when = !sender.system && this.random() < 0.2 ? { occurredAt: past } : {};
    for (const payload of payloads) {
      const answer = this.send(type, sender, { to, payload, ...when, ...(facts && { facts }) });
      if (!isRefusal(answer)) return true;
      if (answer.code !== 'bad-payload') return false;
    }
    return false;
  }

  private correct(): boolean {
    const { instance } = pick(this.random, this.instances());
    const number = 1 + Math.floor(this.random() * instance.version);
    const event = this.family.ledgers.get(instance.id)?.[number - 1];
    const happenedAt = later(event?.occurredAt ?? instance.createdAt, (this.random() - 0.5) * 4 * DAY);
    const payload = { number, happenedAt, reason: 'Registered with a wrong time.' };
    return !isRefusal(this.send('CORRECT', pick(this.random, STAFF_MEMBERS), { to: instance.id, payload }));
  }

  private extend(): boolean {
    const { instance, clocks } = pick(this.random, this.instances());
    const clock = clocks.find(({ endedAt }) => endedAt === null)?.key;
    if (clock === undefined) return false;
    const payload = { clock, reason: 'A complex case.' };
    const sender = pick(this.random, STAFF_MEMBERS);
    return !isRefusal(this.send('EXTEND_DEADLINE', sender, { to: instance.id, payload }));
  }

  private send(type: string, sender: Actor, options: SendOptions): CaseView | Refusal {
    return this.family.send(type, sender, options);
  }
}

const repertoires = new Map<string, ReturnType<typeof repertoireOf>>();

function later(moment: Instant, milliseconds: number): Instant {
  return toInstant(Date.parse(moment) + Math.round(milliseconds));
}
