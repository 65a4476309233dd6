import { Clamav } from '@ledtid/documents';
import { readSettings } from '@ledtid/platform';
import { documentSettings } from './document-settings';

const [KEY, OTHER] = [1, 2].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer];
const OWN = { directory: '/data/documents', key: KEY };

const read = (environment: Record<string, string>) => readSettings(environment, 'command');

describe('the settings of documents', () => {
  it('are none where no folder is configured: then no documents are taken', () => {
    expect(documentSettings(read({}))).toBeNull();
  });

  it('are those of the embedded default, unless others are configured', () => {
    const embedded = documentSettings(read({}), OWN);
    expect(embedded).toMatchObject({ vault: { directory: '/data/documents' }, scanner: null });
    const environment = { LEDTID_DOCUMENT_DIR: '/other', LEDTID_DOCUMENT_KEY: OTHER.toString('base64') };
    const { vault } = documentSettings(read(environment), OWN);
    expect(vault.directory).toBe('/other');
    expect(vault.keys.keys[vault.keys.current]).toEqual(OTHER);
    // What was wrapped by the own key still opens.
    expect(Object.values(vault.keys.keys)).toContainEqual(KEY);
  });

  it('need a key with a folder', () => {
    expect(() => documentSettings(read({ LEDTID_DOCUMENT_DIR: '/other' }))).toThrow('LEDTID_DOCUMENT_KEY');
  });

  it('have the rules and the scanner that are configured', () => {
    const environment = { LEDTID_CLAMAV: 'tcp://scanner', LEDTID_DOCUMENT_RULES: '{"kinds": []}' };
    expect(() => documentSettings(read(environment), OWN)).toThrow('document-rules-invalid');
    expect(documentSettings(read({ LEDTID_CLAMAV: 'tcp://scanner' }), OWN).scanner).toBeInstanceOf(Clamav);
  });
});
