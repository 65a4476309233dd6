import { JOB_KINDS } from '@ledtid/cases';
import type { RunningJob } from '@ledtid/platform';
import { WorkerConfigurationError, assignHandlers } from './assign-handlers';
import type { JobHandler } from './job-handler';

function handler(name: string, stages: string[], kinds = [...JOB_KINDS]): JobHandler {
  return { name, stages, kinds, handle: () => Promise.resolve(name) };
}

function faultsOf(stages: string[], handlers: JobHandler[]): readonly string[] {
  try {
    assignHandlers(stages, handlers);
    return [];
  } catch (error) {
    return (error as WorkerConfigurationError).faults;
  }
}

const job = (queue: string, name: string): RunningJob => ({
  ...{ queue, name, jobId: 'a', data: {}, attempt: 1, attempts: 1 },
  reportProgress: () => Promise.resolve(),
});

describe('handlers of jobs', () => {
  it('take each kind of each queue to the one that is named for it', async () => {
    const assigned = assignHandlers(
      ['extraction', 'decision'],
      [
        handler('arrivals', ['decision'], ['arrival']),
        handler('extraction', ['extraction'], ['arrival']),
        handler('clocks', ['extraction', 'decision'], ['reminder', 'due', 'breach']),
      ],
    );
    expect(await assigned.get('extraction')!(job('extraction', 'arrival'))).toBe('extraction');
    expect(await assigned.get('decision')!(job('decision', 'arrival'))).toBe('arrivals');
    expect(await assigned.get('decision')!(job('decision', 'due'))).toBe('clocks');
  });

  it('stop the start when nobody handles a kind, and say which and where', () => {
    const faults = faultsOf(['decision'], [handler('clocks', ['decision'], ['reminder', 'due', 'breach'])]);
    expect(faults).toEqual([expect.stringMatching(/queue decision: nobody handles arrival\. Add/)]);
  });

  it('stop the start when two handle one kind, and name both', () => {
    const faults = faultsOf(
      ['decision'],
      [handler('one', ['decision']), handler('two', ['decision'], ['due'])],
    );
    expect(faults).toEqual([expect.stringMatching(/queue decision: one and two handle due\. Take/)]);
  });

  it('stop the start when a handler is for a stage that no workflow has', () => {
    const faults = faultsOf(['decision'], [handler('all', ['decision', 'extraktion'])]);
    expect(faults).toEqual([expect.stringMatching(/all handles stage extraktion, which no workflow has/)]);
  });

  it('let a job of an unknown kind fail instead of looking done', async () => {
    const assigned = assignHandlers(['decision'], [handler('all', ['decision'])]);
    expect(() => assigned.get('decision')!(job('decision', 'overnight'))).toThrow('unknown kind overnight');
  });
});
