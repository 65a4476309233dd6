import type { Bench } from './bench';
import { commands } from './commands';
import { reports } from './reports';

export type { Bench, BenchResult, BenchSettings } from './bench';

/** Every benchmark by the name that `ledtid bench` takes. */
export const BENCHES: Record<string, Bench> = { commands, reports };
