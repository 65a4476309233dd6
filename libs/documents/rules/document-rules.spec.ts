import { ConfigurationError } from '@ledtid/time';
import { DOCUMENT_TYPES } from '../type/document-types';
import { defaultDocumentRules, loadDocumentRules } from './document-rules';

describe('the rules for documents', () => {
  it('take by themselves nothing that a browser or an office program would run', () => {
    const types = defaultDocumentRules.extensions.map((extension) => DOCUMENT_TYPES[extension].mediaType);
    expect(types.filter((type) => /svg|html|xml$|script|macro/i.test(type))).toEqual([]);
    expect(types).toHaveLength(9);
  });

  it('may take fewer types, and other kinds and sizes', () => {
    const own = {
      ...defaultDocumentRules,
      ...{ extensions: ['pdf'], kinds: [{ code: 'plan', sv: 'Plan', en: 'Plan' }], bytesPerDocument: 1000 },
    };
    expect(loadDocumentRules(own)).toEqual(own);
  });

  it.each<[string, object, string]>([
    ['a type that is not safe', { extensions: ['pdf', 'svg'] }, 'extensions'],
    ['no type', { extensions: [] }, 'extensions'],
    ['no kind', { kinds: [] }, 'kinds'],
    ['a kind without a Swedish name', { kinds: [{ code: 'plan', en: 'Plan' }] }, 'sv'],
    ['a kind whose code is none', { kinds: [{ code: 'A plan', sv: 'Plan', en: 'Plan' }] }, 'code'],
    ['no limit', { bytesPerDocument: 0 }, 'bytesPerDocument'],
    ['a rule that there is not', { megabytes: 1 }, 'megabytes'],
  ])('are refused with %s, and what to write instead is said', (_, change, said) => {
    const load = () => loadDocumentRules({ ...defaultDocumentRules, ...change });
    expect(load).toThrow(ConfigurationError);
    expect(load).toThrow(said);
  });
});
