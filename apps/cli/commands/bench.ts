import { Argument } from 'commander';
import { type BenchResult, benches } from '../../../bench';
import { withServer } from '../database';
import type { CommandFile } from '../host';
import type { Answer } from '../output/answer';
import { wrapped } from '../output/table';
import { CommandError } from '../problem';

export const benchCommand: CommandFile = (program, host) => {
  const known = benches();
  const names = Object.entries(known).map(([name, { description }]) => `  ${name}: ${description}`);
  program
    .command('bench')
    .description('a benchmark, with its limit or peer in the same run')
    .addArgument(new Argument('<name>', 'which one').choices(Object.keys(known)))
    .addHelpText('after', `\nBenchmarks:\n${names.join('\n')}`)
    .action(
      host.run(async (context, name: string) => {
        const bench = known[name];
        if (bench === undefined)
          throw new CommandError('unknown-bench', `There is no benchmark ${name}.`, 'See --help.');
        const progress = (line: string) => context.progress(line);
        return answerOf(await withServer(context, (databaseUrl) => bench.run({ databaseUrl, progress })));
      }),
    );
};

function answerOf(result: BenchResult): Answer {
  return { document: result, text: result.summary.map((sentence) => wrapped(sentence)).join('\n') };
}
