import { conflictsOf, merged, patchBetween } from './merge-patch';

describe('a patch', () => {
  it('says what is new, what is changed inside, and what is gone', () => {
    const from = { name: 'a', contact: { email: 'x', phone: '1' }, gone: 1, same: [1] };
    const to = { name: 'b', contact: { email: 'y' }, same: [1], list: [{ id: 1 }] };
    expect(patchBetween(from, to)).toEqual({
      ...{ name: 'b', contact: { email: 'y', phone: null } },
      ...{ gone: null, list: [{ id: 1 }] },
    });
  });

  it('is empty between the same, in whatever order it is written', () => {
    expect(patchBetween({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toEqual({});
  });
});

describe('two people who change one form', () => {
  const base = { name: 'a', aim: 'b', size: 1 };

  it('meet only where both changed the same field differently', () => {
    expect(conflictsOf(base, { ...base, name: 'mine' }, { ...base, aim: 'theirs' })).toEqual([]);
    expect(conflictsOf(base, { ...base, name: 'mine' }, { ...base, name: 'theirs' })).toEqual(['name']);
    expect(conflictsOf(base, { ...base, name: 'both' }, { ...base, name: 'both' })).toEqual([]);
  });

  it('both find their changes in what comes of it', () => {
    const theirs = { name: 'a', aim: 'theirs' };
    expect(merged(base, { ...base, name: 'mine' }, theirs)).toEqual({ name: 'mine', aim: 'theirs' });
  });
});
