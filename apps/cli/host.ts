import type { Command } from 'commander';
import { type Context, contextOf } from './context';
import type { Answer, Streams } from './output/answer';
import { DONE, FAILED } from './problem';

/** A command's work: arguments, then options, as commander gives them. Null: it has printed its answer itself. */
type Body<Args extends unknown[]> = (context: Context, ...args: Args) => Promise<Answer | null>;

/** Adds one command to the program. */
export type CommandFile = (program: Command, host: Host) => void;

/** Runs the command that was chosen and keeps what becomes of it. */
export class Host {
  exitCode = DONE;

  constructor(
    private readonly streams: Streams,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** For `.action(…)`. */
  run<Args extends unknown[]>(body: Body<Args>): (...all: unknown[]) => Promise<void> {
    return async (...all) => {
      const command = all.at(-1) as Command;
      const context = contextOf(command, this.streams, this.environment);
      const answer = await body(context, ...(all.slice(0, -1) as Args));
      if (answer === null) return;
      context.print(answer);
      if (answer.failed === true) this.exitCode = FAILED;
    };
  }
}
