import type { Setting } from './setting';
import { SETTINGS } from './settings';

/** The settings as a Markdown document, the whole of `docs/configuration.md`. */
export function configurationDocument(): string {
  const rows = Object.values<Setting<unknown>>(SETTINGS).map(
    (setting) => `| \`${setting.variable}\` | ${setting.purpose} | ${setting.otherwise} |`,
  );
  return [
    '# Configuration',
    '',
    'Environment variables, read and checked once at start; a start with a wrong one names every problem and ends.',
    'Each may also come by file: `NAME_FILE` names one that holds the text of `NAME`, such as a secret in `/run/secrets`.',
    'This page is made from `libs/platform/configuration/settings.ts` by `npm run derive`.',
    '',
    '| variable | what it is | when unset |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
