import { factsOf, readGoldens, reportOf } from './read-golden';

describe('Golden case histories', () => {
  for (const golden of readGoldens()) {
    it(golden.name, () => {
      expect(factsOf(reportOf(golden), golden.expect)).toEqual(golden.expect);
    });

    it(`${golden.name}: the parts add up to the whole`, () => {
      const { rows, total } = reportOf(golden);
      const parts = rows.reduce((sum, row) => sum + row.contributed.seconds * 1000, 0);
      expect(parts).toBe(total.contributed.seconds * 1000);
    });
  }
});
