import {
  decodeCursor,
  encodeCursor,
  isAnyText,
  isLedgerNumber,
  isStoredDate,
  isStoredMoment,
  isUuid,
  pageOf,
} from './page';

describe('a cursor', () => {
  it('gives back the keys of the last row shown', () => {
    const cursor = encodeCursor(['2026-03-02 08:00:00.5+00', 17, 'a,b"c']);
    expect(decodeCursor(cursor, [isStoredMoment, isLedgerNumber, isAnyText])).toEqual([
      ...['2026-03-02 08:00:00.5+00', '17', 'a,b"c'],
    ]);
  });

  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('{').toString('base64url')],
    ['no list', Buffer.from('{"a":1}').toString('base64url')],
    ['too few keys', encodeCursor(['1'])],
    ['another kind of key', encodeCursor(['1', 'x'])],
  ])('that this list never gave is none: %s', (_what, cursor) => {
    expect(decodeCursor(cursor, [isLedgerNumber, isLedgerNumber])).toBeNull();
  });

  it.each([
    [isStoredMoment, '2026-02-30 08:00:00+00'],
    [isStoredMoment, '2026-02-03 24:00:00+00'],
    [isStoredMoment, "2026-02-03 08:00:00+00'; --"],
    [isStoredMoment, '-infinity'],
    [isStoredDate, '2026-13-01'],
    [isLedgerNumber, '99999999999'],
    [isLedgerNumber, '-1'],
    [isUuid, '17'],
  ])('never makes the database read what it cannot: %p %s', (isForm, key) => {
    expect(isForm(key)).toBe(false);
  });
});

describe('a page', () => {
  const page = (rows: number[], limit: number) =>
    pageOf(
      rows,
      limit,
      (row) => [row],
      (row) => row * 10,
    );

  it('asks for the next one only where there is one', () => {
    expect(page([1, 2], 2)).toEqual({ items: [10, 20], cursor: null });
    expect(page([1, 2, 3], 2)).toEqual({ items: [10, 20], cursor: encodeCursor([2]) });
    expect(page([], 2)).toEqual({ items: [], cursor: null });
  });
});
