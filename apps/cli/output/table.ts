/** What a terminal of ordinary width shows without breaking a line. */
export const WIDTH = 100;

export interface Column {
  readonly title: string;
  /** Text begins at the left, figures end at the right. */
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/** Rows under their titles, no line longer than WIDTH: the first column gives way. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => length(line[index] ?? ''))));
  const others = widths.slice(1).reduce((sum, width) => sum + width + GAP.length, 0);
  widths[0] = Math.min(widths[0] ?? 0, Math.max(WIDTH - others, 8));
  const [head = '', ...body] = lines.map((line) =>
    columns
      .map(({ align }, index) => fit(line[index] ?? '', widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [head, rule, ...body].join('\n');
}

/** Prose in lines of at most WIDTH. */
export function wrapped(text: string, indent = ''): string {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (indent.length + length(longer) <= WIDTH || line === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}${line}`).join('\n');
}

function fit(text: string, width: number, align: Column['align']): string {
  const cut = length(text) > width ? `${[...text].slice(0, width - 1).join('')}…` : text;
  const space = ' '.repeat(width - length(cut));
  return align === 'left' ? `${cut}${space}` : `${space}${cut}`;
}

/** Letters, not the bytes or halves that make them. */
function length(text: string): number {
  return [...text].length;
}
