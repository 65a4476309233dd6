import { RememberedRows } from './remembered-rows';

test('what was made of a row is told as long as the row is the same', () => {
  const visits = new RememberedRows().about<string>('visits');
  expect([visits.isEmpty, visits.find('a', '1')]).toEqual([true, undefined]);
  expect(visits.keep('a', '1', 'first', 1)).toBe('first');
  expect([visits.isEmpty, visits.find('a', '1'), visits.find('a', '2')]).toEqual([false, 'first', undefined]);
  visits.keep('a', '2', 'second', 1);
  expect([visits.find('a', '1'), visits.find('a', '2')]).toEqual([undefined, 'second']);
});

test('nothing is a value too: a report that does not count a case need not find it out again', () => {
  const sheets = new RememberedRows().about<null>('sheets');
  sheets.keep('a', '1', null, 1);
  expect(sheets.find('a', '1')).toBeNull();
});

test('subjects know nothing of each other', () => {
  const remembered = new RememberedRows();
  remembered.about('visits').keep('a', '1', 'a visit', 1);
  expect(remembered.about('sheets').find('a', '1')).toBeUndefined();
  expect(remembered.about('visits').find('a', '1')).toBe('a visit');
});

test('there is a bound: the subject not asked for longest makes room, and never the one that is asked', () => {
  const remembered = new RememberedRows(10);
  remembered.about('old').keep('a', '1', 'old', 4);
  remembered.about('older now').keep('a', '1', 'older now', 4);
  const old = remembered.about('old');
  const last = remembered.about('last');
  last.keep('a', '1', 'last', 4);
  expect(remembered.about('older now').isEmpty).toBe(true);
  expect(old.find('a', '1')).toBe('old');
  expect(last.keep('b', '1', 'more', 5)).toBe('more');
  expect(remembered.about('old').isEmpty).toBe(true);
  expect(last.keep('c', '1', 'too much', 5)).toBe('too much');
  expect([last.find('b', '1'), last.find('c', '1')]).toEqual(['more', undefined]);
  // What is there already takes no more room.
  last.keep('b', '2', 'again', 5);
  expect(last.find('b', '2')).toBe('again');
});
