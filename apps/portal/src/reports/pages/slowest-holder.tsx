import { Text } from '@mantine/core';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf, percentOf } from '../amounts';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { type ReportFilter, useReport } from '../queries';
import { Owned } from './ranking';

const itself = (key: string) => key;

/** Whose turn, of the data holders, the way was held up by most. */
export function SlowestHolder({ filter }: { filter: ReportFilter }) {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const report = useReport('after-ethics', { ...filter, by: 'holder' }).data;
  if (report === undefined) return null;
  const rows = report.rows.filter(({ key }) => key !== 'none');
  const [slowest] = rows;
  const days = (seconds: number) => format.number(daysOf(seconds));
  return (
    <Section title={words.slowest}>
      {slowest !== undefined && (
        <Text mb="sm">
          {fill(words.slowestIs, {
            ...{
              holder: slowest.key,
              days: days(slowest.contributed.seconds),
              gain: days(slowest.removable),
            },
          })}
        </Text>
      )}
      <Owned rows={rows} name={itself} label={words.slowestChart} />
      <ReportTable
        caption={words.slowest}
        file="holders"
        rows={rows}
        columns={[
          { title: words.holder, value: ({ key }) => key },
          { title: words.contributed, value: (row) => daysOf(row.contributed.seconds), means: 'contributed' },
          { title: `${words.share}, %`, value: (row) => percentOf(row.contributed.share) },
          { title: words.removable, value: ({ removable }) => daysOf(removable), means: 'removable' },
          { title: words.median, value: ({ seconds }) => daysOf(seconds.p50), means: 'seconds' },
          { title: words.n, value: ({ n }) => n, means: 'n' },
          { title: words.open, value: ({ open }) => open, means: 'open' },
        ]}
      />
    </Section>
  );
}
