import type { AnyReport } from '@ledtid/lead-time';
import { duration } from '../output/duration';
import { type Column, table, wrapped } from '../output/table';
import { periodTitle } from './period-title';

export type HolderReport = Extract<AnyReport, { report: 'holder' }>;
type Row = HolderReport['rows'][number];

const FIGURES: readonly [title: string, of: (row: Row) => string][] = [
  ['visits', ({ n }) => `${n}`],
  ['open', ({ open }) => `${open}`],
  ['p50', ({ seconds }) => duration(seconds.p50)],
  ['p90', ({ seconds }) => duration(seconds.p90)],
  ['waiting', ({ waiting }) => duration(waiting)],
  ['assigned', ({ assigned }) => duration(assigned)],
  ['own', ({ own }) => duration(own.seconds)],
  ['others', ({ comparison: { p25, p75, withheld } }) => withheld ?? `${duration(p25)} to ${duration(p75)}`],
];

const LEGEND =
  'p50, p90: own time of closed visits; waiting, assigned, own: own time inside the period; others: the middle half of ' +
  'the other holders’ medians; few-holders, few-visits: too few to tell.';

/** The time of one holder for people: whose turn it was, its own stage by stage, its clocks and its quality. */
export function holderText(report: HolderReport): string {
  return [
    titleOf(report),
    wrapped(report.definition),
    '',
    table([left('turn'), ...right('time', 'share')], report.time.parts.map(partLine)),
    '',
    table([left('stage'), ...right(...FIGURES.map(([title]) => title))], report.rows.map(stageLine)),
    '',
    table(
      [left('clock'), ...right('met', 'breached', 'days over', 'extended', 'running')],
      report.clocks.map(clockLine),
    ),
    '',
    ...causes(report),
    quality(report),
    wrapped(LEGEND),
  ].join('\n');
}

function titleOf(report: HolderReport): string {
  const told = report.instances.map(({ workflow, n, open }) => `${workflow} ${n} ended, ${open} open`);
  return wrapped(
    `${periodTitle(report)} of ${report.holder}: ${told.length === 0 ? 'nothing' : told.join('; ')}`,
  );
}

function partLine({ key, seconds, share }: HolderReport['time']['parts'][number]): string[] {
  return [key, duration(seconds), `${(share * 100).toFixed(1)} %`];
}

function stageLine(row: Row): string[] {
  return [row.key, ...FIGURES.map(([, of]) => of(row))];
}

function clockLine({
  key,
  met,
  breached,
  daysOver,
  extended,
  running,
}: HolderReport['clocks'][number]): string[] {
  return [key, ...[met, breached, daysOver.sum, extended.n, running].map(String)];
}

function causes({ time }: HolderReport): string[] {
  return time.parts.flatMap(({ key, causes: own }) => {
    const told = Object.entries(own).sort(([, one], [, other]) => other - one);
    const list = told.map(([code, seconds]) => `${code} ${duration(seconds)}`).join(', ');
    return told.length === 0 ? [] : [wrapped(`Waited, ${key}: ${list}.`)];
  });
}

function quality({ quality: { total } }: HolderReport): string {
  const { passed, firstTimeRight, returns, redeliveries, complaints } = total;
  const right = firstTimeRight === null ? '-' : `${(firstTimeRight * 100).toFixed(1)} %`;
  const [returned, again, complained] = [returns, redeliveries, complaints].map((count) => count ?? '-');
  return wrapped(
    `Stages passed: ${passed}, right first ${right}; returned ${returned}, redelivered ${again}, complaints ${complained}.`,
  );
}

function left(title: string): Column {
  return { title, align: 'left' };
}

function right(...titles: string[]): Column[] {
  return titles.map((title) => ({ title, align: 'right' }));
}
