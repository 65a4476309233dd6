import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { type ImportOptions, importLog, isRefusal } from '@ledtid/lead-time';
import { createPool } from '@ledtid/platform';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { answerTasks } from './support/child-process';

interface Import {
  readonly databaseUrl: string;
  readonly path: string;
  readonly options: ImportOptions;
}

interface MeasuredImport {
  readonly cases: number;
  readonly events: number;
  readonly seconds: number;
  /** Peak resident memory of this process, its start and its code included. */
  readonly peakBytes: number;
}

/** One import in a process of its own: only then is the peak of the process the import's. */
const TASKS = {
  import: async ({ databaseUrl, path, options }: Import): Promise<MeasuredImport> => {
    const pool = createPool({ url: databaseUrl, max: 2, name: 'ledtid-bench' });
    const time = new SystemTime();
    try {
      const began = performance.now();
      const answer = await importLog({ pool, time, ids: new OrderedIds(time) }, path, options);
      const seconds = (performance.now() - began) / 1000;
      if (isRefusal(answer)) throw new Error(answer.refused.reason);
      return { cases: answer.cases, events: answer.events, seconds, peakBytes: peakBytes() };
    } finally {
      await pool.end();
    }
  },
};

export type ImportTasks = typeof TASKS;

/** Linux counts the peak of this process alone; elsewhere the system's own figure has to do. */
function peakBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) * 1024;
}

answerTasks(TASKS, () => Promise.resolve());
