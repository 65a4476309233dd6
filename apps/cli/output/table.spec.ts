import { WIDTH, table, wrapped } from './table';

describe('a table', () => {
  const columns = [
    { title: 'stage', align: 'left' },
    { title: 'visits', align: 'right' },
  ] as const;

  it('puts names to the left and figures to the right', () => {
    expect(
      table(columns, [
        ['access', '7'],
        ['legal-review', '120'],
      ]).split('\n'),
    ).toEqual([
      'stage         visits',
      '------------  ------',
      'access             7',
      'legal-review     120',
    ]);
  });

  it('shortens a name, and never a figure, where a line would break', () => {
    const lines = table(columns, [['x'.repeat(200), '123456789']]).split('\n');
    expect(lines.map((line) => line.length)).toEqual([WIDTH, WIDTH, WIDTH]);
    expect(lines[2]).toMatch(/^x+… +123456789$/);
  });

  it('counts letters, so that Swedish names do not move the columns', () => {
    const [, , first, second] = table(columns, [
      ['räckvidd', '1'],
      ['rackvidd', '1'],
    ]).split('\n');
    expect(first?.indexOf('1')).toBe(second?.indexOf('1'));
  });
});

describe('prose', () => {
  it('keeps every word, in lines that fit', () => {
    const text = Array.from({ length: 90 }, (_, index) => `word${index}`).join(' ');
    const lines = wrapped(text, '  ').split('\n');
    expect(lines.every((line) => line.length <= WIDTH && line.startsWith('  word'))).toBe(true);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(text);
  });
});
