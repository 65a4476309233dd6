import { type Cases, type WakeUpData, systemActor, wakeUpCommand } from '@ledtid/cases';
import type { ClockWakeUp } from '@ledtid/time';
import type { JobHandler } from '../jobs/job-handler';
import { settle } from '../jobs/settle';

/**
 * Arrivals in stages that people work: nothing is done by itself. The job is there so that the queue shows
 * what arrived, and for whatever later wants to tell somebody.
 */
export function arrivalOfPeople(stages: readonly string[]): JobHandler {
  return {
    name: 'arrival',
    stages,
    kinds: ['arrival'],
    handle: () => Promise.resolve({ done: 'arrival' }),
  };
}

/** Clocks of every stage: the case is told, and says itself whether it is still so. */
export function wakeUps(stages: readonly string[], cases: Pick<Cases, 'command'>): JobHandler {
  return {
    name: 'wake-up',
    stages,
    kinds: ['reminder', 'due', 'breach'],
    handle: async (job) => {
      const command = wakeUpCommand(job.name as ClockWakeUp, job.data as WakeUpData, job.jobId);
      return settle(command.type, await cases.command(command, systemActor(job.queue)));
    },
  };
}
