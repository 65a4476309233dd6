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
import { heightFor } from './ranking';

type Part = Schemas['QualityPartBody'];

/** Whether work was right the first time: faster with worse quality is not called better. */
export function QualityPage() {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const { filter } = useFilters();
  const asked = useReport('quality', filter);
  const count = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <ReportPage title={words.pages.quality} asked={asked}>
      {({ total, rows }) => (
        <>
          <Section title={words.rightAtOnce}>
            <Figures
              figures={[
                {
                  name: words.firstTimeRight,
                  means: 'quality.firstTimeRight' as const,
                  value: shareOf(total.firstTimeRight, words.percent),
                },
                { name: words.returns, means: 'quality.returns' as const, value: count(total.returns) },
                {
                  name: words.redeliveries,
                  means: 'quality.redeliveries' as const,
                  value: count(total.redeliveries),
                },
                {
                  name: words.completionRequests,
                  means: 'quality.completionRequests' as const,
                  value: count(total.completionRequests),
                },
                {
                  name: words.complaints,
                  means: 'quality.complaints' as const,
                  value: count(total.complaints),
                },
                {
                  name: words.corrections,
                  means: 'quality.corrections' as const,
                  value: count(total.corrections),
                },
              ]}
            />
          </Section>
          <QualityByStage rows={rows} />
        </>
      )}
    </ReportPage>
  );
}

const shareOf = (share: number | null, text: string) =>
  share === null ? '–' : fill(text, { n: percentOf(share) });

export function QualityByStage({ rows }: { rows: readonly Part[] }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const values = rows.map(({ firstTimeRight }) => percentOf(firstTimeRight));
  const series = [{ name: words.firstTimeRight, colour: 'good' as const, values }];
  const option = { categories: rows.map(({ key }) => stage(key)), series, unit: '%', lying: true };
  return (
    <Section title={words.qualityByStage}>
      {rows.length > 0 && (
        <Chart label={words.qualityChart} option={option} height={heightFor(rows.length * 0.75)} />
      )}
      <ReportTable
        caption={words.qualityByStage}
        file="quality"
        rows={rows}
        columns={[
          { title: words.stage, value: ({ key }) => stage(key) },
          { title: words.passed, value: ({ passed }) => passed, means: 'quality.passed' },
          {
            title: `${words.firstTimeRight}, %`,
            value: ({ firstTimeRight }) => percentOf(firstTimeRight),
            means: 'quality.firstTimeRight',
          },
          { title: words.returns, value: ({ returns }) => returns, means: 'quality.returns' },
          {
            title: words.redeliveries,
            value: ({ redeliveries }) => redeliveries,
            means: 'quality.redeliveries',
          },
          {
            title: words.completionRequests,
            value: (row) => row.completionRequests,
            means: 'quality.completionRequests',
          },
          { title: words.complaints, value: ({ complaints }) => complaints, means: 'quality.complaints' },
          { title: words.reEntries, value: ({ reEntries }) => reEntries, means: 'quality.reEntries' },
        ]}
      />
    </Section>
  );
}
