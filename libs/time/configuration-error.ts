import type { ConfigurationProblem } from './entry-check';
import { TimeError } from './time-error';

/** A configuration document that cannot be used. Names everything wrong at once, entry by entry. */
export class ConfigurationError extends TimeError {
  constructor(
    code: string,
    readonly problems: readonly ConfigurationProblem[],
  ) {
    super({
      code,
      reason: problems.map(({ key, reason, remedy }) => `${key}: ${reason} ${remedy}`).join('\n'),
      remedy: 'Correct the document and load it again.',
    });
    this.name = 'ConfigurationError';
  }
}
