import { readFileSync } from 'node:fs';
import { systemCodeOf } from '../platform-error';
import { SETTINGS } from './settings';

export type Environment = Readonly<Record<string, string | undefined>>;
/** By the name of the variable; without those that are unset or empty, as a compose file writes them. */
export type Texts = ReadonlyMap<string, string>;

/**
 * The text of each setting: of its variable, or of the file that `VARIABLE_FILE` names. Secrets come by file from a
 * key service or from `/run/secrets`, where neither a list of processes nor an inherited environment shows them.
 */
export function textsOf(environment: Environment, problems: string[]): Texts {
  const texts = new Map<string, string>();
  for (const { variable } of Object.values(SETTINGS)) {
    const own = trimmed(environment[variable]);
    const file = trimmed(environment[`${variable}_FILE`]);
    if (own && file)
      problems.push(`${variable} and ${variable}_FILE are both set, and only one can be meant`);
    const text = own ?? (file && contentOf(variable, file, problems));
    if (text !== undefined) texts.set(variable, text);
  }
  return texts;
}

function contentOf(variable: string, path: string, problems: string[]): string | undefined {
  try {
    const text = trimmed(readFileSync(path, 'utf8'));
    if (text === undefined) problems.push(`${variable}_FILE names the file ${path}, which is empty`);
    return text;
  } catch (error) {
    problems.push(`${variable}_FILE names the file ${path}, which cannot be read (${systemCodeOf(error)})`);
    return undefined;
  }
}

function trimmed(text: string | undefined): string | undefined {
  return text?.trim() || undefined;
}
