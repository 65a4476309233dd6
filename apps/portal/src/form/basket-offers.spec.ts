import { nameOf, offersFor } from './basket-offers';

const DESCRIBED = { required: ['key', 'rows'] };

describe('a basket', () => {
  const [one, other] = [
    { key: 'a', rows: ['x', 'y'] },
    { key: 'b', rows: ['x'], note: 'the latest' },
  ];

  it('offers the latest item of each name, without what lies in it', () => {
    const earlier = [one, other, { ...other, note: 'an earlier one' }];
    expect(offersFor(earlier, [{ ...one, note: 'changed' }], DESCRIBED)).toEqual([other]);
  });

  it('names an item by what every item has', () => {
    expect(nameOf({ ...one, note: 'long' }, DESCRIBED)).toBe('a · x, y');
  });
});
