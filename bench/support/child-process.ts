import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';

/** What a child process does when asked, by name: one input, one answer, both plain JSON. */
export type Tasks<Names extends object> = {
  [Name in keyof Names]: (input: never) => Promise<unknown>;
};

type Input<Task> = Task extends (input: infer Given) => unknown ? Given : never;
type Output<Task> = Task extends (...inputs: never[]) => Promise<infer Given> ? Given : never;

interface Reply {
  readonly output?: unknown;
  readonly error?: string;
}

/** Run from its source, a child compiles as its parent does; built, both are JavaScript. */
const FROM_SOURCE = extname(__filename) === '.ts';
const REGISTER = join(__dirname, '..', '..', 'scripts', 'register-typescript.cjs');

/**
 * A process of its own that answers tasks one at a time.
 *
 * | state   | entered by                        | then                                     |
 * |---------|-----------------------------------|------------------------------------------|
 * | idle    | it is made; a task is answered    | takes a task                             |
 * | working | `ask`                             | its end before the answer fails the task |
 * | ended   | `end`, `kill`, its own end        | every task fails                         |
 */
export class Child<Names extends Tasks<Names>> {
  private readonly process: ChildProcess;
  private readonly ended: Promise<string>;

  /** `entry` names a file of bench/ without its extension. `profile`: where V8 writes a CPU profile at its end. */
  constructor(entry: string, { profile }: { profile?: string | undefined } = {}) {
    const file = join(__dirname, '..', `${entry}${extname(__filename)}`);
    this.process = fork(file, {
      execArgv: [
        ...(FROM_SOURCE ? ['-r', REGISTER] : []),
        ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
      ],
      // Standard output belongs to the one JSON document of the command.
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    this.ended = new Promise((resolve) => {
      this.process.once('exit', (code, signal) => resolve(String(signal ?? code)));
    });
  }

  async ask<Name extends keyof Names & string>(
    task: Name,
    input: Input<Names[Name]>,
  ): Promise<Output<Names[Name]>> {
    const reply = await new Promise<Reply>((resolve, reject) => {
      this.process.once('message', (message) => resolve(message as Reply));
      void this.ended.then((how) =>
        reject(new Error(`The process that was asked to ${task} ended (${how}).`)),
      );
      this.process.send({ task, input }, (error) => error && reject(error));
    });
    if (reply.error !== undefined) throw new Error(`${task}: ${reply.error}`);
    return reply.output as Output<Names[Name]>;
  }

  /** Lets it go, so that it ends by itself, and waits for that. */
  async end(): Promise<void> {
    if (this.process.connected) this.process.disconnect();
    await this.ended;
  }

  /** Ends it at once, as a failing machine would. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

/** The other side: answers a parent's tasks until it lets go, then cleans up so that the process can end. */
export function answerTasks<Names extends Tasks<Names>>(tasks: Names, cleanUp: () => Promise<void>): void {
  process.on('message', ({ task, input }: { task: keyof Names; input: never }) => {
    tasks[task](input).then(
      (output) => process.send?.({ output } satisfies Reply),
      (error: unknown) => process.send?.({ error: reasonOf(error) } satisfies Reply),
    );
  });
  process.once('disconnect', () => {
    cleanUp().catch((error: unknown) => {
      process.stderr.write(`${reasonOf(error)}\n`);
      process.exitCode = 1;
    });
  });
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
