import type { Bench, BenchResult } from './bench';
import { type CommandsMeasurement, measureCommands } from './commands/measure-commands';

const FULL_SIZE = { cases: 1000, warmUpCases: 500, connections: 16, rounds: 3, seed: 20_261_122 };

export interface CommandsResult extends BenchResult, Omit<CommandsMeasurement, 'rounds'> {}

/**
 * Accepted commands a second, from the request to the commit and the job in its queue, against what the same
 * PostgreSQL does when the same rows are written by plain statements.
 */
export const commands: Bench<CommandsResult> = {
  description: 'accepted commands a second over HTTP, against the same rows written by plain statements',
  async run({ databaseUrl, progress }) {
    const profile = process.env.LEDTID_BENCH_PROFILE;
    return resultOf(await measureCommands({ ...FULL_SIZE, databaseUrl, progress, profile }));
  },
};

function resultOf(measured: CommandsMeasurement): CommandsResult {
  const ratio = Math.min(...measured.rounds.map((round) => round.ratio));
  const settings = Object.entries(measured.durability).map(([name, value]) => `${name} ${value}`);
  return {
    ...measured,
    ...{ name: 'commands', ratio, unit: 'accepted commands per second' },
    against: 'the recorded ChangeSets replayed row for row: 16 connections, named statements, no ORM',
    summary: [
      `${measured.commands} commands over ${measured.cases} cases by ${measured.connections} connections.`,
      `Worst ratio of ${measured.rounds.length} rounds: ${ratio} of the plain limit.`,
      `PostgreSQL ${measured.postgresql}: ${settings.join(', ')}.`,
    ],
  };
}
