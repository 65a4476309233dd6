import { useLanguage } from '../../language/language';
import { daysOf } from '../amounts';
import { Chart } from '../charts/chart';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { type ReportFilter, useReport } from '../queries';

/** Whether it gets better: the months in order, with the median of the cases that ended well in each. */
export function Trend({ filter }: { filter: ReportFilter }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const report = useReport('after-ethics', { ...filter, by: 'month' }).data;
  if (report === undefined) return null;
  const rows = [...report.rows].sort((one, other) => (one.key < other.key ? -1 : 1));
  const values = rows.map(({ seconds }) => daysOf(seconds.p50));
  const series = [{ name: words.median, colour: 'time' as const, values, line: true }];
  const option = { categories: rows.map(({ key }) => key), series, unit: words.dayUnit };
  return (
    <Section title={words.trend} note={words.trendNote}>
      {rows.length > 0 && <Chart label={words.trendChart} option={option} height={260} />}
      <ReportTable
        caption={words.trend}
        file="months"
        rows={rows}
        columns={[
          { title: words.month, value: ({ key }) => key, is: 'month' },
          { title: words.cases, value: ({ n }) => n },
          { title: words.median, value: ({ seconds }) => daysOf(seconds.p50), means: 'seconds' },
          { title: words.p90, value: ({ seconds }) => daysOf(seconds.p90), means: 'seconds' },
        ]}
      />
    </Section>
  );
}
