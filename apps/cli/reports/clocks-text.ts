import type { AnyReport } from '@ledtid/lead-time';
import { type Column, table, wrapped } from '../output/table';
import { periodTitle } from './period-title';

export type ClocksReport = Extract<AnyReport, { report: 'clocks' }>;
type ClockRow = ClocksReport['rows'][number];
type Part = ClockRow['rows'][number];

const FIGURES: readonly [title: string, of: (part: Part) => string][] = [
  ['met', ({ met }) => `${met}`],
  ['breached', ({ breached }) => `${breached}`],
  ['kept', ({ shareMet }) => (shareMet === null ? '-' : `${(shareMet * 100).toFixed(1)} %`)],
  ['days over', ({ daysOver }) => `${daysOver.sum}`],
  ['p50', ({ daysOver }) => days(daysOver.p50)],
  ['max', ({ daysOver }) => days(daysOver.max)],
  ['extended', ({ extended }) => `${extended.n}`],
  ['running', ({ running }) => `${running}`],
  ['overdue', ({ overdue }) => `${overdue}`],
];

const LEGEND =
  'kept: share met of those with a date; days over, p50, max: of the breaches, until done or now; ' +
  'running: at the end of the period, overdue ones included.';

const SHOWN = 10;

/** Clocks with their parts below them, and the worst breaches. */
export function clocksText(report: ClocksReport): string {
  const columns: Column[] = [
    { title: 'clock', align: 'left' },
    ...FIGURES.map(([title]) => ({ title, align: 'right' }) as const),
  ];
  const lines = report.rows.flatMap((row) => [
    line(row, row.key),
    ...row.rows.map((part) => line(part, `  ${part.key}`)),
  ]);
  return [
    periodTitle(report),
    wrapped(report.definition),
    '',
    table(columns, lines),
    '',
    ...breaches(report),
    wrapped(LEGEND),
  ].join('\n');
}

function line(part: Part, name: string): string[] {
  return [name, ...FIGURES.map(([, of]) => of(part))];
}

function breaches({ breaches: { total, items } }: ClocksReport): string[] {
  if (total === 0) return [];
  const columns: Column[] = ['breach of', 'case', 'holder', 'due', 'ended'].map((title) => ({
    title,
    align: 'left',
  }));
  const lines = items
    .slice(0, SHOWN)
    .map(({ clock, case: of, holder, due, ended, daysOver }) => [
      ...[clock, of?.registrationNumber ?? '-', holder ?? '-', due, ended ?? 'still open', `${daysOver}`],
    ]);
  return [
    `The ${lines.length} longest of ${total} ${total === 1 ? 'breach' : 'breaches'}; --json has their fact sheets.`,
    table([...columns, { title: 'days over', align: 'right' }], lines),
    '',
  ];
}

function days(value: number | null): string {
  return value === null ? '-' : `${Math.round(value * 10) / 10}`;
}
