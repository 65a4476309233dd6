import type { Bench } from './bench';
import { access } from './access';
import { commands } from './commands';
import { reports } from './reports';

export type { Bench, BenchResult, BenchSettings } from './bench';

/**
 * Every benchmark by the name that `ledtid bench` takes. Asked for and not at hand at load: the command line has the
 * benchmarks, and one of them the demonstration of the command line.
 */
export function benches(): Readonly<Record<string, Bench>> {
  return { access, commands, reports };
}
