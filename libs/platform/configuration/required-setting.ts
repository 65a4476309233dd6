import { PlatformError } from '../platform-error';
import { type Settings, SETTINGS } from './settings';

/**
 * A setting that a process of its own cannot do without: only the embedded default has something to fall back
 * on. Throws `configuration-invalid`.
 */
export function requiredSetting<Name extends keyof Settings>(
  settings: Settings,
  name: Name,
): NonNullable<Settings[Name]> {
  const value = settings[name];
  if (value !== null && value !== undefined) return value;
  throw new PlatformError(
    'configuration-invalid',
    `${SETTINGS[name].variable} is not set, and a process of its own has no demonstration to fall back on.`,
    'Set it (docs/configuration.md), or run everything together by `npm start`.',
  );
}
