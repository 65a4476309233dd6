import { Command } from 'commander';
import type { CommandFile, Host } from './host';
import type { Streams } from './output/answer';
import { WIDTH } from './output/table';

/** The whole command line. Throws `CommanderError` on wrong usage instead of ending the process. */
export function programOf(host: Host, streams: Streams, commands: readonly CommandFile[]): Command {
  const program = new Command('ledtid')
    .description('Runs data-access cases from application to access, and shows where the time goes.')
    .option('--json', 'one JSON document on standard output, and nothing else there')
    .option('--data-dir <dir>', 'where the embedded default keeps its data (default: .ledtid)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => streams.out(text),
      writeErr: (text) => streams.err(text),
      getOutHelpWidth: () => WIDTH,
      getErrHelpWidth: () => WIDTH,
      // Said once, in the shape of every other problem, by `main`.
      outputError: () => undefined,
    })
    .showHelpAfterError(false)
    .exitOverride();
  for (const add of commands) add(program, host);
  return program;
}
