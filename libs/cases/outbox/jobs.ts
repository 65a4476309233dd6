import type { Instant } from '@ledtid/time';
import type { ClockCycleRow, OutboxRow, SpanRow } from '../rows';

/** Everything that a stage's queue is ever told: a span has opened, or a clock wants to be looked at. */
export const JOB_KINDS = ['arrival', 'reminder', 'due', 'breach'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Which span opened. */
export interface ArrivalData {
  readonly instanceId: string;
  readonly region: string;
  /** Ledger number that opened the span. */
  readonly opened: number;
  readonly leaf: string;
}

/** Which cycle of which clock, and the moment for which it asked: a job that comes late still counts from there. */
export interface WakeUpData {
  readonly instanceId: string;
  readonly clock: string;
  /** Ledger number that started the cycle. */
  readonly started: number;
  readonly at: Instant;
}

/** A job before it gets its place in the outbox. Its id is made of what it is about: added twice, it is one job. */
export type Job = Pick<OutboxRow, 'queue' | 'name' | 'jobId' | 'data' | 'runAt'>;

/** The job of an open span; null for stage `none`, which has no queue. */
export function arrivalJob(
  span: Pick<SpanRow, 'instanceId' | 'region' | 'opened' | 'leaf' | 'stage'>,
): Job | null {
  const { instanceId, region, opened, leaf, stage } = span;
  if (stage === 'none') return null;
  const data: ArrivalData = { instanceId, region, opened, leaf };
  return { queue: stage, name: 'arrival', jobId: spanId(span), data: { ...data }, runAt: null };
}

/** A span's own name, as part of ids. */
export function spanId({
  instanceId,
  opened,
  region,
}: Pick<SpanRow, 'instanceId' | 'opened' | 'region'>): string {
  return [instanceId, opened, region === '' ? 'root' : region].join('-');
}

/** The job of what a clock does next; null when it does nothing more. */
export function wakeUpJob(
  clock: Pick<ClockCycleRow, 'instanceId' | 'key' | 'started' | 'stage' | 'wakeUp' | 'wakeUpAt'>,
): Job | null {
  const { instanceId, key, started, stage, wakeUp, wakeUpAt } = clock;
  if (wakeUp === null || wakeUpAt === null) return null;
  const data: WakeUpData = { instanceId, clock: key, started, at: wakeUpAt };
  const jobId = [instanceId, key, started, wakeUp, Date.parse(wakeUpAt)].join('-');
  return { queue: stage, name: wakeUp, jobId, data: { ...data }, runAt: wakeUpAt };
}
