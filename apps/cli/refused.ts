import { CommandError, type Problem } from './problem';

/** A refusal that a room gave as a value ends the command as any other problem does. */
export function refused({ code, reason, remedy }: Problem): never {
  throw new CommandError(code, reason, remedy);
}
