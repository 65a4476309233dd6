import 'reflect-metadata';
import { CommanderError } from 'commander';
import { COMMANDS, COMMANDS_FOR_TRYING_OUT } from './commands';
import { type CommandFile, Host } from './host';
import { PROCESS_STREAMS, type Streams } from './output/answer';
import { DONE, WRONG_USAGE, exitCodeOf, problemOf } from './problem';
import { programOf } from './program';

/**
 * Runs one command and gives its exit code: 0 done, 1 refused or failed, 2 wrong usage.
 *
 * `args` are those after the command's name; whoever calls sets the process's exit code.
 */
export async function main(
  args: readonly string[],
  streams: Streams = PROCESS_STREAMS,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const host = new Host(streams, environment);
  try {
    const program = programOf(host, streams, commandsIn(environment));
    await program.parseAsync(args, { from: 'user' });
    return host.exitCode;
  } catch (thrown) {
    if (isHelp(thrown)) return thrown.exitCode === 0 ? DONE : WRONG_USAGE;
    report(thrown, args.includes('--json'), streams);
    return exitCodeOf(thrown);
  }
}

function commandsIn({ NODE_ENV }: NodeJS.ProcessEnv): readonly CommandFile[] {
  return NODE_ENV === 'production' ? COMMANDS : [...COMMANDS, ...COMMANDS_FOR_TRYING_OUT];
}

/** Help that was asked for, and the help that an empty command line gets. */
function isHelp(thrown: unknown): thrown is CommanderError {
  const codes = ['commander.help', 'commander.helpDisplayed', 'commander.version'];
  return thrown instanceof CommanderError && codes.includes(thrown.code);
}

function report(thrown: unknown, json: boolean, streams: Streams): void {
  const problem = problemOf(thrown);
  const unforeseen = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  streams.err(
    problem === null ? `${unforeseen}\n` : `${problem.reason} ${problem.remedy} (${problem.code})\n`,
  );
  if (!json) return;
  const error = problem ?? {
    code: 'unforeseen',
    reason: String(thrown),
    remedy: 'Report it with what stderr says.',
  };
  streams.out(`${JSON.stringify({ error }, null, 2)}\n`);
}
