import Personnummer from 'personnummer';
import { syntheticPersonnummer } from './synthetic-personnummer';

describe('synthetic personnummer', () => {
  const some = Array.from({ length: 30_000 }, (_, index) => syntheticPersonnummer(index));

  it('are valid, all different, and of birth numbers that nobody is given', () => {
    expect(new Set(some).size).toBe(some.length);
    expect(some.filter((one) => !Personnummer.valid(one) || !/^\d{8}9[89]\d{2}$/.test(one))).toEqual([]);
  });

  it('repeat for the same index', () => {
    expect([0, 1, 29_999].map(syntheticPersonnummer)).toEqual([some[0], some[1], some[29_999]]);
  });
});
