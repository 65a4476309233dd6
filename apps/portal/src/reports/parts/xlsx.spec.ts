import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { xlsxOf } from './xlsx';

interface Line {
  readonly name: string;
  readonly days: number | null;
  readonly on: string;
  readonly month: string;
}

const COLUMNS = [
  { title: 'Steg', value: ({ name }: Line) => name },
  { title: 'Dagar', value: ({ days }: Line) => days },
  { title: 'Dag', value: ({ on }: Line) => on, is: 'date' as const },
  { title: 'Månad', value: ({ month }: Line) => month, is: 'month' as const },
];
const LINE: Line = { name: '=HYPERLINK("x")', days: 12.5, on: '2026-11-22', month: '2026-11' };

async function partsOf(blob: Blob): Promise<Record<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await blob.arrayBuffer()));
  const parts: Record<string, string> = {};
  for await (const entry of zip.eachEntry()) {
    parts[entry.fileName] = await text(await zip.openReadStreamPromise(entry));
  }
  return parts;
}

async function sheets(rows: readonly Line[], title = 'Tabell') {
  const about = { title: 'Om uppgifterna', lines: [['Dagar', '=1+1']] };
  return partsOf(await xlsxOf({ title, columns: COLUMNS, rows, about }));
}

/** The cells of a row in order, as they stand in the file. */
const cellsOf = (sheet = '') => [...sheet.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/g)].map(([cell]) => cell);

describe('a table as a workbook', () => {
  it('has numbers as numbers, and days and months as dates', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet, 'xl/styles.xml': styles } = await sheets([LINE]);
    const [, days, on, month] = cellsOf(sheet).slice(4);
    expect(days).toContain('<v>12.5</v>');
    // Days since the last one of 1899, as spreadsheets count.
    expect(on).toContain('<v>46348</v>');
    expect(month).toContain('<v>46327</v>');
    expect(styles).toContain('yyyy-mm-dd');
  });

  it('lets no text become a formula, on any sheet', async () => {
    const parts = await sheets([LINE]);
    const [one = '', two = ''] = [parts['xl/worksheets/sheet1.xml'], parts['xl/worksheets/sheet2.xml']];
    expect(one + two).not.toContain('<f');
    expect(cellsOf(one)[4]).toMatch(/t="(s|inlineStr)"/);
    expect(cellsOf(two)[1]).toMatch(/t="(s|inlineStr)"/);
  });

  it('leaves an unknown figure empty, and names its sheets as spreadsheets can', async () => {
    const title = 'Ansökningar: slag av sökande, och mera [därtill]';
    const parts = await sheets([{ ...LINE, days: null }], title);
    expect(cellsOf(parts['xl/worksheets/sheet1.xml']).slice(4)).toHaveLength(3);
    const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(names).toEqual(['Ansökningar  slag av sökande, o', 'Om uppgifterna']);
  });
});
