import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf } from '../amounts';
import { Chart } from '../charts/chart';
import { useFilters } from '../filters/filters';
import { useNames } from '../names';
import { Figures } from '../parts/figures';
import { ReportPage } from '../parts/report-page';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { useReport } from '../queries';
import { AgeingScatter } from './ageing-scatter';
import { heightFor } from './ranking';

type Flow = Schemas['FlowBody'];

/** What came, left and lies there: whether the body keeps up, and how old the open work is. */
export function FlowPage() {
  const { texts } = useLanguage();
  const { filter } = useFilters();
  const asked = useReport('flow', filter);
  return (
    <ReportPage title={texts.reports.pages.flow} asked={asked}>
      {({ cases, rows }) => (
        <>
          <OpenWork cases={cases} />
          <Cumulative months={cases.months} />
          <Ageing rows={rows} />
          <AgeingScatter filter={filter} />
        </>
      )}
    </ReportPage>
  );
}

function OpenWork({
  cases: { arrivals, departures, workInProgress, age, backlogWeeks },
}: Pick<Flow, 'cases'>) {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const days = (seconds: number | null) =>
    seconds === null ? '–' : fill(words.days, { n: format.number(daysOf(seconds)) });
  const backlog = backlogWeeks === null ? '–' : format.number(Math.round(backlogWeeks));
  return (
    <Section title={words.openWork}>
      <Figures
        figures={[
          {
            name: words.openCases,
            means: 'flow.workInProgress' as const,
            value: format.number(workInProgress.end),
          },
          {
            name: words.backlog,
            means: 'flow.backlogWeeks' as const,
            value: backlog,
            note: words.backlogNote,
          },
          { name: words.arrivals, means: 'flow.arrivals' as const, value: format.number(arrivals) },
          { name: words.departures, means: 'flow.departures' as const, value: format.number(departures) },
          {
            name: words.ageMedian,
            means: 'flow.age' as const,
            value: days(age.p50),
            note: fill(words.oldest, { n: days(age.max) }),
          },
          { name: words.over180, means: 'flow.age' as const, value: format.number(age.over180Days) },
        ]}
      />
    </Section>
  );
}

/** Two lines whose distance is the open work: what has come so far, and what has left. */
function Cumulative({ months }: Pick<Flow['cases'], 'months'>) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const start = (months[0]?.workInProgress ?? 0) - (months[0]?.arrivals ?? 0) + (months[0]?.departures ?? 0);
  const rows = summed(months, start);
  const series = [
    { name: words.arrived, colour: 'time' as const, values: rows.map(({ arrived }) => arrived), line: true },
    { name: words.left, colour: 'gain' as const, values: rows.map(({ left }) => left), line: true },
  ];
  const option = { categories: rows.map(({ month }) => month), series, unit: '' };
  return (
    <Section title={words.cumulative} note={words.cumulativeNote}>
      {rows.length > 0 && <Chart label={words.cumulativeChart} option={option} height={300} />}
      <ReportTable
        caption={words.cumulative}
        file="flow"
        rows={rows}
        columns={[
          { title: words.month, value: ({ month }) => month, is: 'month' },
          { title: words.arrivals, value: ({ arrivals }) => arrivals, means: 'flow.arrivals' },
          { title: words.departures, value: ({ departures }) => departures, means: 'flow.departures' },
          { title: words.arrived, value: ({ arrived }) => arrived },
          { title: words.left, value: ({ left }) => left },
          {
            title: words.openCases,
            value: ({ workInProgress }) => workInProgress,
            means: 'flow.workInProgress',
          },
        ]}
      />
    </Section>
  );
}

type Month = Flow['cases']['months'][number];

function summed(months: readonly Month[], start: number) {
  let [arrived, left] = [start, 0];
  return months.map((month) => {
    arrived += month.arrivals;
    left += month.departures;
    return { ...month, arrived, left };
  });
}

function Ageing({ rows }: Pick<Flow, 'rows'>) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const open = rows.filter(({ workInProgress }) => workInProgress.end > 0);
  const series = [
    { name: words.ageMedian, colour: 'time' as const, values: open.map(({ age }) => daysOf(age.p50)) },
    { name: words.ageMost, colour: 'waiting' as const, values: open.map(({ age }) => daysOf(age.max)) },
  ];
  const option = { categories: open.map(({ key }) => stage(key)), series, unit: words.dayUnit, lying: true };
  return (
    <Section title={words.ageing} note={words.ageingNote}>
      {open.length > 0 && <Chart label={words.ageingChart} option={option} height={heightFor(open.length)} />}
      <ReportTable
        caption={words.ageing}
        file="ageing"
        rows={rows}
        columns={[
          { title: words.stage, value: ({ key }) => stage(key) },
          {
            title: words.open,
            value: ({ workInProgress }) => workInProgress.end,
            means: 'flow.workInProgress',
          },
          { title: words.ageMedianDays, value: ({ age }) => daysOf(age.p50), means: 'flow.age' },
          { title: words.ageMostDays, value: ({ age }) => daysOf(age.max), means: 'flow.age' },
          { title: words.over90, value: ({ age }) => age.over90Days, means: 'flow.age' },
          {
            title: words.backlog,
            value: ({ backlogWeeks: weeks }) => (weeks === null ? null : Math.round(weeks)),
          },
          { title: words.reEntries, value: ({ reEntries }) => reEntries, means: 'flow.reEntries' },
          { title: words.handOffs, value: ({ handOffs }) => handOffs, means: 'flow.handOffs' },
        ]}
      />
    </Section>
  );
}
