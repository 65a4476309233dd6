import { UNKNOWN_CAUSE, causeOf, causesOn, isCause, loadCauseList } from './cause-list';

const ON = '2026-11-22';

describe('the causes of waiting', () => {
  it.each([
    ['no-officer-assigned', 'hdab'],
    ['no-competent-person', 'hdab'],
    ['council-meeting', 'hdab'],
    ['legal-opinion', 'hdab'],
    ['principle-question', 'hdab'],
    ['secrecy-review', 'holder'],
    ['variable-list-unclear', 'applicant'],
    ['applicant-answer', 'applicant'],
    ['ethics-amendment', 'ethics'],
    ['cohort-file', 'holder'],
    ['other-holder', 'holder'],
    ['agreement', 'user'],
    ['fee-or-invoice', 'user'],
    ['user-funding', 'user'],
    ['system-supplier', 'hdab'],
    ['staff-absence', 'hdab'],
    ['format-or-units', 'holder'],
    ['redelivery', 'holder'],
    ['environment-account', 'environment'],
    ['unknown', null],
  ])('have %s, which %s can end', (code, party) => {
    expect(causeOf(code, ON)?.party).toBe(party);
  });

  it('are twenty, each named in both languages', () => {
    const causes = causesOn(ON);
    expect(causes).toHaveLength(20);
    for (const { name } of causes) expect(Boolean(name.sv && name.en)).toBe(true);
    expect(new Set(causes.map(({ name }) => name.sv)).size).toBe(20);
  });

  it('are no other codes', () => {
    expect([isCause('coffee'), isCause('coffee', ON), causeOf('coffee', ON)]).toEqual([
      false,
      false,
      undefined,
    ]);
  });

  it('are dated: a code that is no longer picked still has its name in old cases', () => {
    const unknown = causeOf(UNKNOWN_CAUSE, ON)!;
    const fax = { ...unknown, code: 'fax', validTo: '2026-01-01', party: 'hdab' };
    const list = loadCauseList([unknown, fax]);
    expect([
      isCause('fax', '2025-12-31', list),
      isCause('fax', '2026-01-01', list),
      isCause('fax', undefined, list),
    ]).toEqual([true, false, true]);
    expect(causesOn(ON, list).map(({ code }) => code)).toEqual(['unknown']);
  });

  it.each<[string, (unknown: object) => unknown, RegExp]>([
    ['is no array', () => 'causes', /the document is not an array/],
    [
      'has an unknown party',
      (unknown) => [{ ...unknown, party: 'court' }],
      /unknown: party is "court".*Or write null/,
    ],
    ['has two names for one code at once', (unknown) => [unknown, unknown], /is in force/],
    ['has no code for the unexplained', () => [], /unknown: it is missing.*Add it/],
  ])('cannot be a list that %s', (_what, document, message) => {
    expect(() => loadCauseList(document(causeOf(UNKNOWN_CAUSE, ON)!))).toThrow(message);
  });
});
