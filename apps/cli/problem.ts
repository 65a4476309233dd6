import { CommanderError } from 'commander';

/** What went wrong, for people and scripts: a stable kebab-case code, what is so, and what to do now. */
export interface Problem {
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

/** A command that cannot go on. Exit code 1. */
export class CommandError extends Error implements Problem {
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${reason} ${remedy} (${code})`, options);
  }
}

/** Exit codes of contract: 0 done, 1 refused or failed, 2 wrong usage. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

export function exitCodeOf(thrown: unknown): number {
  return thrown instanceof CommanderError ? WRONG_USAGE : FAILED;
}

/** What was thrown, as a problem; null where nobody foresaw it and only its stack helps. */
export function problemOf(thrown: unknown): Problem | null {
  if (thrown instanceof CommanderError) return usageProblem(thrown);
  if (isProblem(thrown)) return { code: thrown.code, reason: thrown.reason, remedy: thrown.remedy };
  return databaseProblem(thrown);
}

/** Errors of all rooms carry the same three fields, and share no class because they share no floor. */
function isProblem(thrown: unknown): thrown is Problem {
  const { code, reason, remedy } = (thrown ?? {}) as Record<string, unknown>;
  return [code, reason, remedy].every((field) => typeof field === 'string');
}

function usageProblem({ message }: CommanderError): Problem {
  const reason = message.replace(/^error: /, '').replace(/\n/g, ' ');
  return {
    code: 'wrong-usage',
    reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}${reason.endsWith('.') ? '' : '.'}`,
    remedy: 'Run `ledtid --help`, or the command with --help.',
  };
}

/** What people meet first with a database of their own: error codes of PostgreSQL, and of the network. */
const DATABASE_PROBLEMS: Record<string, Omit<Problem, 'code'>> = {
  '42P01': {
    reason: 'The database holds no tables of Ledtid.',
    remedy: 'Start the API once (or `ledtid start`), which makes them, or correct DATABASE_URL.',
  },
  '28P01': { reason: 'The database refused the password.', remedy: 'Correct DATABASE_URL.' },
  '3D000': { reason: 'The database does not exist.', remedy: 'Create it, or correct DATABASE_URL.' },
  ECONNREFUSED: {
    reason: 'No database answers there.',
    remedy: 'Start it or correct DATABASE_URL; without DATABASE_URL the embedded database is used.',
  },
  ENOTFOUND: { reason: 'The host of the database is not known.', remedy: 'Correct DATABASE_URL.' },
};

function databaseProblem(thrown: unknown): Problem | null {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  const known = typeof code === 'string' ? DATABASE_PROBLEMS[code] : undefined;
  return known === undefined ? null : { code: `database-${String(code).toLowerCase()}`, ...known };
}
