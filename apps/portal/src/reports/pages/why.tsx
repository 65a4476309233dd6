import { useLanguage } from '../../language/language';
import { daysOf, percentOf } from '../amounts';
import { Chart } from '../charts/chart';
import { useNames } from '../names';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { type ReportFilter, useReport } from '../queries';
import { heightFor } from './ranking';

/** The causes that own time on the way; the time without a cause belongs to none of them. */
export function Why({ filter }: { filter: ReportFilter }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { cause } = useNames();
  const report = useReport('after-ethics', { ...filter, by: 'cause' }).data;
  if (report === undefined) return null;
  const rows = report.rows.filter(({ key, contributed }) => key !== 'none' && contributed.seconds > 0);
  const values = rows.map(({ contributed }) => daysOf(contributed.seconds));
  const series = [{ name: words.contributed, colour: 'waiting' as const, values }];
  const option = { categories: rows.map(({ key }) => cause(key)), series, unit: words.dayUnit, lying: true };
  return (
    <Section title={words.why}>
      {rows.length > 0 && (
        <Chart label={words.whyChart} option={option} height={heightFor(rows.length * 0.75)} />
      )}
      <ReportTable
        caption={words.why}
        file="causes"
        rows={rows}
        columns={[
          { title: words.cause, value: ({ key }) => cause(key) },
          { title: words.contributed, value: (row) => daysOf(row.contributed.seconds), means: 'contributed' },
          { title: `${words.share}, %`, value: (row) => percentOf(row.contributed.share) },
          { title: words.removable, value: ({ removable }) => daysOf(removable), means: 'removable' },
        ]}
      />
    </Section>
  );
}
