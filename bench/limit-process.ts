import { readRecording, caseOf } from './commands/recording';
import { Replay } from './commands/replay';
import { answerTasks } from './support/child-process';

let replay: Replay | undefined;
let timed: ReturnType<Replay['prepare']> = [];

/** The plain limit of the commands benchmark, in a process of its own. */
const TASKS = {
  /** Connects, makes all statements, and replays the cases of the warm-up. Gives the number of commands left. */
  load: async (parts: {
    databaseUrl: string;
    recording: string;
    connections: number;
    warmUp: readonly string[];
  }): Promise<number> => {
    const changes = await readRecording(parts.recording);
    const warm = new Set(parts.warmUp);
    replay = await Replay.open(parts.databaseUrl, parts.connections);
    await replay.run(replay.prepare(changes.filter((change) => warm.has(caseOf(change)))));
    timed = replay.prepare(changes.filter((change) => !warm.has(caseOf(change))));
    return timed.flat().length;
  },
  run: async (): Promise<void> => {
    if (!replay) throw new Error('Nothing is loaded.');
    await replay.run(timed);
  },
};

export type LimitTasks = typeof TASKS;

answerTasks(TASKS, async () => replay?.close());
