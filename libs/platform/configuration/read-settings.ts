import { PlatformError } from '../platform-error';
import { type Setting, Unfit } from './setting';
import { type Settings, SETTINGS } from './settings';
import { type Environment, type Texts, textsOf } from './setting-texts';
import { unprotectedWays } from './unprotected-ways';

/** `serve`: API and worker, which need all that a service needs. `command`: one command on the command line. */
export type SettingsPurpose = 'serve' | 'command';

/**
 * Reads and checks all settings at once. Throws `configuration-invalid` with every problem in it, so that
 * nobody corrects one only to meet the next. Values that may be secret are not repeated.
 */
export function readSettings(environment: Environment, purpose: SettingsPurpose): Settings {
  const problems: string[] = [];
  const texts = textsOf(environment, problems);
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries<Setting<unknown>>(SETTINGS)) {
    values[name] = readOne(setting, texts.get(setting.variable), problems);
  }
  const settings = values as Settings;
  if (purpose === 'serve') problems.push(...unfitToServe(settings, texts));
  if (settings.environment === 'production') problems.push(...unprotectedWays(settings));
  if (problems.length === 0) return settings;
  throw new PlatformError(
    'configuration-invalid',
    `The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}.`).join('\n')}\n`,
    'Correct these environment variables; docs/configuration.md lists them all.',
  );
}

function readOne(setting: Setting<unknown>, text: string | undefined, problems: string[]): unknown {
  try {
    return setting.read(text);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    problems.push(`${setting.variable} ${error.message}`);
    return null;
  }
}

// Whoever brings a database of their own has real cases, which the demonstration's open door must not meet.
function unfitToServe(settings: Settings, texts: Texts): string[] {
  const given = (name: keyof Settings) => texts.get(SETTINGS[name].variable) !== undefined;
  const problems: string[] = [];
  if (settings.environment === 'production' && !given('databaseUrl')) {
    problems.push('DATABASE_URL is missing, and the embedded database is not for production');
  }
  if (!isEmbedded(settings) && !given('issuers')) {
    problems.push('LEDTID_ISSUERS is missing, so nobody could sign in');
  }
  if (!isEmbedded(settings) && !given('keyEncryptionKey')) {
    problems.push('LEDTID_KEY_ENCRYPTION_KEY is missing, so no release could be pseudonymised');
  }
  return problems;
}

/** Whether everything runs on the embedded database, with the demonstration. */
function isEmbedded(settings: Settings): boolean {
  return settings.databaseUrl === null && settings.environment !== 'production';
}
