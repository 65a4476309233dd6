import { documentName } from './document-name';

const named = (text: string) => documentName(text, 40);

describe('the name of a document', () => {
  it.each([
    ['is kept as it is', 'Forskningsplan v2.pdf', 'Forskningsplan v2.pdf'],
    ['is composed, so that two spellings are one', 'A\u030Angstro\u0308m.pdf', 'Ångström.pdf'],
    ['loses space at its ends', '  plan.pdf ', 'plan.pdf'],
  ])('%s', (_, text, name) => expect(named(text)).toBe(name));

  it.each([
    ['a path', '../plan.pdf'],
    ['a path of Windows', 'C:\\plan.pdf'],
    ['a stream beside a file', 'plan.pdf:hidden'],
    ['a null byte', 'plan.pdf\0.exe'],
    ['a new line', 'plan\n.pdf'],
    ['a line separator', 'plan\u2028.pdf'],
    ['a turned reading direction', 'plan\u202Efdp.exe'],
    ['an invisible character', 'pl\u200Ban.pdf'],
    ['half a character', 'plan\uD800.pdf'],
    ['a device', 'con.pdf'],
    ['a hidden file', '.plan.pdf'],
    ['a full stop at the end', 'plan.pdf.'],
    ['nothing', '   '],
    ['too many characters', `${'å'.repeat(37)}.pdf`],
  ])('is refused with %s', (_, text) => expect(named(text)).toBeNull());

  it('may be just as long as it may be', () => expect(named(`${'å'.repeat(36)}.pdf`)).not.toBeNull());
});
