import type { LimitTasks } from '../limit-process';
import { Child } from '../support/child-process';
import { rounded } from '../support/figures';

export interface LimitRun {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly recording: string;
  /** Cases that the product warmed up with. */
  readonly warmUp: readonly string[];
}

export interface LimitFigures {
  readonly commands: number;
  readonly seconds: number;
  readonly perSecond: number;
}

/** The recorded ChangeSets once more, written plainly by a process of its own. */
export async function runLimit({ databaseUrl, ...run }: LimitRun): Promise<LimitFigures> {
  const limit = new Child<LimitTasks>('limit-process');
  try {
    const commands = await limit.ask('load', { databaseUrl, ...run });
    const began = performance.now();
    await limit.ask('run', undefined as never);
    const seconds = (performance.now() - began) / 1000;
    return { commands, seconds: rounded(seconds, 3), perSecond: rounded(commands / seconds, 1) };
  } finally {
    await limit.end();
  }
}
