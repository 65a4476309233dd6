import { useLanguage } from '../../language/language';
import { daysOf, percentOf } from '../amounts';
import { Chart } from '../charts/chart';
import { useNames } from '../names';
import { type Column, ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import type { LeadTime, Row } from '../queries';

/** As tall as its bars need. */
export const heightFor = (bars: number) => 60 + bars * 40;

/** Stages by what they own of the way, and what could be gained in each. */
export function Ranking({ report }: { report: LeadTime }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  return (
    <Section title={words.ranking} note={words.rankingNote}>
      <Owned rows={report.rows} name={stage} label={words.rankingChart} />
      <RankingTable report={report} />
    </Section>
  );
}

/** The same in figures. */
export function RankingTable({ report: { rows, cohort } }: { report: LeadTime }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const columns: Column<Row>[] = [
    { title: words.stage, value: ({ key }) => stage(key) },
    { title: words.contributed, value: (row) => daysOf(row.contributed.seconds), means: 'contributed' },
    { title: `${words.share}, %`, value: (row) => percentOf(row.contributed.share), means: 'contributed' },
    { title: words.removable, value: ({ removable }) => daysOf(removable), means: 'removable' },
    { title: words.gainEach, value: ({ removable }) => daysOf(removable / Math.max(1, cohort.cases)) },
    { title: words.median, value: ({ seconds }) => daysOf(seconds.p50), means: 'seconds' },
    { title: words.n, value: ({ n }) => n, means: 'n' },
    { title: words.open, value: ({ open }) => open, means: 'open' },
  ];
  return <ReportTable caption={words.ranking} file="ranking" rows={rows} columns={columns} />;
}

interface OwnedProps {
  readonly rows: readonly Row[];
  readonly name: (key: string) => string;
  readonly label: string;
}

/** Bars of the time owned, with the time that could be gained beside each. */
export function Owned({ rows, name, label }: OwnedProps) {
  const { texts } = useLanguage();
  const owning = rows.filter(({ key, contributed }) => key !== 'none' && daysOf(contributed.seconds) > 0);
  if (owning.length === 0) return null;
  const series = [
    {
      ...{ name: texts.reports.contributed, colour: 'time' as const },
      values: owning.map(({ contributed }) => daysOf(contributed.seconds)),
    },
    {
      ...{ name: texts.reports.removable, colour: 'gain' as const },
      values: owning.map(({ removable }) => daysOf(removable)),
    },
  ];
  const option = {
    ...{ categories: owning.map(({ key }) => name(key)), series, unit: texts.reports.dayUnit, lying: true },
  };
  return <Chart label={label} option={option} height={heightFor(owning.length)} />;
}

/** What the time in each stage was. Idle time is the part of assigned time in which nothing happened. */
export function Parts({ rows }: { rows: readonly Row[] }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const shown = rows.filter(({ key }) => key !== 'none');
  const parts = [
    {
      name: words.waiting,
      colour: 'waiting' as const,
      of: (row: Row) => row.waiting,
      means: 'waiting' as const,
    },
    { name: words.assigned, colour: 'assigned' as const, of: worked, means: 'assigned' as const },
    { name: words.idle, colour: 'idle' as const, of: (row: Row) => row.idle, means: 'idle' as const },
    { name: words.paused, colour: 'paused' as const, of: (row: Row) => row.paused, means: 'paused' as const },
  ];
  const series = parts.map(({ name, colour, of }) => ({
    ...{ name, colour, values: shown.map((row) => daysOf(of(row))) },
  }));
  const option = { categories: shown.map(({ key }) => stage(key)), series, unit: words.dayUnit };
  const columns: Column<Row>[] = [
    { title: words.stage, value: ({ key }) => stage(key) },
    ...parts.map(({ name, of, means }) => ({ title: name, value: (row: Row) => daysOf(of(row)), means })),
  ];
  return (
    <Section title={words.parts} note={words.partsNote}>
      {shown.length > 0 && (
        <Chart
          label={words.partsChart}
          option={{ ...option, lying: true, stacked: true }}
          height={heightFor(shown.length)}
        />
      )}
      <ReportTable caption={words.parts} file="parts" rows={shown} columns={columns} />
    </Section>
  );
}

const worked = ({ assigned, idle }: Row) => assigned - idle;
