import { KeyFault } from '@ledtid/platform';
import { ReleaseFault } from '@ledtid/release';

const UNEXPECTED = 'unexpected-error';

/** The stable code under which a case, and its ledger, hear of a failed step. */
export function failureCodeOf(error: unknown): string {
  return isMadeToBeRead(error) ? error.code : UNEXPECTED;
}

/**
 * The error as the queue may keep it. A fault of the data plane is made to be read; anything else may quote
 * a row (`Could not convert string '19500101-…'`), so only its kind and place are kept.
 */
export function withoutValues(error: unknown): Error {
  if (isMadeToBeRead(error)) return error;
  const kind = error instanceof Error ? error.name : typeof error;
  const safe = new Error(
    `${kind} in a step; its text is withheld, for it may hold personal data (${UNEXPECTED}).`,
  );
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter(isFrame) : [];
  safe.stack = [`${safe.name}: ${safe.message}`, ...frames].join('\n');
  return safe;
}

function isMadeToBeRead(error: unknown): error is ReleaseFault | KeyFault {
  return error instanceof ReleaseFault || error instanceof KeyFault;
}

function isFrame(line: string): boolean {
  return /^\s+at .+:\d+:\d+\)?$/.test(line);
}
