import { useLanguage } from '../../language/language';
import { daysOf } from '../amounts';
import { Chart } from '../charts/chart';
import { useFilters } from '../filters/filters';
import { useNames } from '../names';
import { type Column, ReportTable } from '../parts/report-table';
import { ReportPage } from '../parts/report-page';
import { Section } from '../parts/section';
import { type Row, useReport } from '../queries';
import { CasesBehind, CasesLink } from './cases-behind';
import { OneRow } from './one-row';
import { Parts, heightFor } from './ranking';
import { Whole } from './whole';

/** Each stage by how long its visits take, closed and open, from the first submission on. */
export function StagesPage() {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { filter } = useFilters();
  const asked = useReport('lead-time', filter);
  const columns = useColumns();
  return (
    <ReportPage title={words.pages.stages} asked={asked}>
      {(report) => (
        <>
          <Whole report={report} title={words.wholeFromSubmission} />
          <Section title={words.distribution} note={words.distributionNote}>
            <Lengths rows={report.rows} />
            <ReportTable caption={words.distribution} file="stages" rows={report.rows} columns={columns} />
          </Section>
          <CasesBehind report="lead-time" filter={filter} />
          <OneRow report={report} filter={filter} />
          <Parts rows={report.rows} />
        </>
      )}
    </ReportPage>
  );
}

function Lengths({ rows }: { rows: readonly Row[] }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const shown = rows.filter(({ key, n }) => key !== 'none' && n > 0);
  const series = [
    { name: words.median, colour: 'time' as const, values: shown.map(({ seconds }) => daysOf(seconds.p50)) },
    { name: words.p90, colour: 'waiting' as const, values: shown.map(({ seconds }) => daysOf(seconds.p90)) },
  ];
  const option = { categories: shown.map(({ key }) => stage(key)), series, unit: words.dayUnit, lying: true };
  if (shown.length === 0) return null;
  return <Chart label={words.distributionChart} option={option} height={heightFor(shown.length)} />;
}

function useColumns(): Column<Row>[] {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  return [
    { title: words.stage, value: ({ key }) => stage(key) },
    { title: words.n, value: ({ n }) => n, means: 'n' },
    { title: words.open, value: ({ open }) => open, means: 'open' },
    { title: words.median, value: ({ seconds }) => daysOf(seconds.p50), means: 'seconds' },
    { title: words.p75, value: ({ seconds }) => daysOf(seconds.p75), means: 'seconds' },
    { title: words.p90, value: ({ seconds }) => daysOf(seconds.p90), means: 'seconds' },
    { title: words.max, value: ({ seconds }) => daysOf(seconds.max), means: 'seconds' },
    { title: words.censoredMedian, value: ({ censored }) => daysOf(censored.p50), means: 'censored' },
    {
      title: words.casesBehind,
      value: ({ n, open }) => n + open,
      show: ({ key }) => (key === 'none' ? null : <CasesLink row={key} name={stage(key)} />),
    },
  ];
}
