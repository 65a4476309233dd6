import { csvOf } from './csv';

const COLUMNS = [
  { title: 'Steg', value: ({ name }: Line) => name },
  { title: 'Dagar, median', value: ({ days }: Line) => days },
];
interface Line {
  name: string;
  days: number | null;
}

describe('a table as a file', () => {
  it('keeps every row, quotes what holds a comma, and leaves an unknown figure empty', () => {
    const rows = [
      { name: 'Prövning', days: 12.5 },
      { name: 'a "b", c', days: null },
    ];
    expect(csvOf(COLUMNS, rows)).toBe('\uFEFFSteg,"Dagar, median"\r\nPrövning,12.5\r\n"a ""b"", c",\r\n');
  });

  it('lets no name become a formula, and leaves negative figures numbers', () => {
    expect(csvOf(COLUMNS, [{ name: '=HYPERLINK(1)', days: -2 }])).toContain("'=HYPERLINK(1),-2");
  });
});
