import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { percentOf } from '../amounts';
import { Chart } from '../charts/chart';
import { useFilters } from '../filters/filters';
import { useNames } from '../names';
import { Figures } from '../parts/figures';
import { ReportPage } from '../parts/report-page';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { useReport } from '../queries';
import { Breaches } from './breaches';
import { heightFor } from './ranking';

type Clock = Schemas['OwnClockBody'];

/** Whether deadlines were kept, clock by clock, and a fact sheet for each that was not. */
export function LawPage() {
  const { texts } = useLanguage();
  const { filter } = useFilters();
  const asked = useReport('clocks', filter);
  return (
    <ReportPage title={texts.reports.pages.law} asked={asked}>
      {({ rows, breaches }) => (
        <>
          <Kept clocks={rows} />
          <Clocks clocks={rows} />
          <Breaches breaches={breaches} filter={filter} />
        </>
      )}
    </ReportPage>
  );
}

/** All clocks together. */
export function Kept({ clocks }: { clocks: readonly Clock[] }) {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const sum = (of: (clock: Clock) => number) => clocks.reduce((total, clock) => total + of(clock), 0);
  const [n, met] = [sum((clock) => clock.n), sum((clock) => clock.met)];
  const share = n === 0 ? '–' : fill(words.percent, { n: percentOf(met / n) });
  const count = (of: (clock: Clock) => number) => format.number(sum(of));
  return (
    <Section title={words.kept}>
      <Figures
        figures={[
          {
            name: words.shareMet,
            means: 'clocks.shareMet' as const,
            value: share,
            note: fill(words.metOf, { met, n }),
          },
          {
            name: words.breached,
            means: 'clocks.breached' as const,
            value: count(({ breached }) => breached),
          },
          {
            name: words.daysOver,
            means: 'clocks.daysOver' as const,
            value: count(({ daysOver }) => daysOver.sum),
          },
          {
            ...{
              name: words.running,
              means: 'clocks.running' as const,
              value: count(({ running }) => running),
            },
            note: fill(words.overdueOf, { n: sum(({ overdue }) => overdue) }),
          },
        ]}
      />
    </Section>
  );
}

export function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const { texts, say } = useLanguage();
  const words = texts.reports;
  const { party } = useNames();
  const name = ({ key, clock }: Clock) => (clock === null ? key : say(clock.name));
  const series = [
    { name: words.met, colour: 'good' as const, values: clocks.map(({ met }) => met) },
    { name: words.breached, colour: 'bad' as const, values: clocks.map(({ breached }) => breached) },
    { name: words.running, colour: 'open' as const, values: clocks.map(({ running }) => running) },
  ];
  const option = { categories: clocks.map(name), series, unit: '', lying: true, stacked: true };
  return (
    <Section title={words.clocks}>
      {clocks.length > 0 && (
        <Chart label={words.clocksChart} option={option} height={heightFor(clocks.length * 0.85)} />
      )}
      <ReportTable
        caption={words.clocks}
        file="clocks"
        rows={clocks}
        columns={[
          { title: words.clock, value: name },
          { title: words.duty, value: ({ clock }) => (clock === null ? null : party(clock.party)) },
          { title: words.source, value: ({ clock }) => clock?.source ?? null },
          { title: words.met, value: ({ met }) => met, means: 'clocks.met' },
          { title: words.breached, value: ({ breached }) => breached, means: 'clocks.breached' },
          {
            title: `${words.shareMet}, %`,
            value: ({ shareMet }) => percentOf(shareMet),
            means: 'clocks.shareMet',
          },
          { title: words.running, value: ({ running }) => running, means: 'clocks.running' },
          { title: words.overdue, value: ({ overdue }) => overdue, means: 'clocks.overdue' },
          { title: words.daysOverMedian, value: ({ daysOver }) => daysOver.p50, means: 'clocks.daysOver' },
          { title: words.daysOverMost, value: ({ daysOver }) => daysOver.max, means: 'clocks.daysOver' },
        ]}
      />
    </Section>
  );
}
