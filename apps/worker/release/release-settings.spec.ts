import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ReleaseSettingsError, releaseSettings } from './release-settings';

const EXAMPLE = JSON.parse(
  readFileSync(resolve(__dirname, '../../../docs/sources.example.json'), 'utf8'),
) as Record<string, unknown>;
const KEY = Buffer.alloc(32, 3);

function faultsOf(sources: unknown): readonly string[] {
  try {
    releaseSettings(sources, '.ledtid', KEY);
    return [];
  } catch (error) {
    return (error as ReleaseSettingsError).faults;
  }
}

describe('the settings of releases', () => {
  it('take the documented example, with their folders below the data directory', () => {
    const settings = releaseSettings(EXAMPLE, '.ledtid', KEY);
    expect(settings.area).toBe(resolve('.ledtid/releases'));
    expect(settings.holders['region-norr']!.source.kind).toBe('postgresql');
    expect(settings.keys.keyEncryptionKeys.keys).toEqual({ configured: KEY });
  });

  it.each([
    ['no environment', { ...EXAMPLE, environment: undefined }, '/'],
    [
      'a recipient that is no age key',
      { ...EXAMPLE, environment: { folder: '/a', recipient: 'ssh' } },
      'recipient',
    ],
    [
      'an unknown kind of source',
      { ...EXAMPLE, holders: { a: { source: { kind: 'oracle' } } } },
      '/holders/a/source',
    ],
    ['a misspelt setting', { ...EXAMPLE, optOut: [] }, 'additional properties'],
    [
      'no opt-out lists, which must be said with an empty list',
      { ...EXAMPLE, optOuts: undefined },
      'optOuts',
    ],
  ])('are refused with %s, by place', (_, sources, place) => {
    expect(faultsOf(JSON.parse(JSON.stringify(sources))).join('\n')).toContain(place);
  });

  it('repeat no password', () => {
    const source = { kind: 'postgresql', connectionString: ['postgres://u:secret@h/d'] };
    expect(faultsOf({ ...EXAMPLE, holders: { a: { source } } }).join('\n')).not.toContain('secret');
  });
});
