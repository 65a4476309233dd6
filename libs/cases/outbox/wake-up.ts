import type { ClockWakeUp } from '@ledtid/time';
import type { Actor, Command } from '../decision/command';
import type { SpanRow } from '../rows';
import { type WakeUpData, spanId } from './jobs';

/** A queue as the sender of a command. */
export function systemActor(queue: string): Actor {
  return { subject: `system:${queue}`, roles: [], organisations: [], system: true };
}

/** Staleness is judged for people only; an automatic step knows just that the case exists. */
export const AUTOMATIC_VERSION = 1;

/**
 * What waking a clock tells its case. The job's id is the key, so that a queue and the sweeper, or two
 * workers, who wake the same clock say it once. It counts from the moment the clock asked for, however late
 * it comes.
 */
export function wakeUpCommand(kind: ClockWakeUp, data: WakeUpData, jobId: string): Command {
  const { instanceId, clock, started, at } = data;
  const sent = { instanceId, version: AUTOMATIC_VERSION, idempotencyKey: jobId, occurredAt: at };
  return kind === 'breach'
    ? { ...sent, type: 'CLOCK_DUE', payload: { clock, started } }
    : { ...sent, type: 'CLOCK_REMINDER', payload: { clock, started, moment: kind } };
}

/**
 * What asks the party whose turn it is why its case stands. The span is the key: it is asked about once, however
 * many sweepers find it.
 */
export function causeQuestion(
  wait: Pick<SpanRow, 'instanceId' | 'region' | 'opened' | 'stage' | 'party'>,
): Command {
  const { instanceId, region, opened, stage, party } = wait;
  const idempotencyKey = `${spanId(wait)}-cause`;
  const payload = { stage, region, opened, party };
  return { instanceId, version: AUTOMATIC_VERSION, idempotencyKey, type: 'CAUSE_ASKED', payload };
}
