import { useLanguage } from '../../language/language';
import { daysOf, percentOf } from '../amounts';
import { useFilters } from '../filters/filters';
import { delayOf } from '../map/delay';
import { ProcessMap } from '../map/process-map';
import { useNames } from '../names';
import { ReportPage } from '../parts/report-page';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { useReport, useWholeWorkflows } from '../queries';

/** The process as a map: where on the way the time goes. */
export function MapPage() {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { filter } = useFilters();
  const { stage, workflow } = useNames();
  const asked = useReport('lead-time', filter);
  const workflows = useWholeWorkflows().filter(({ stages }) => stages.length > 0);
  const kindOf = (key: string) => workflows.find(({ stages }) => stages.some((one) => one.key === key))?.key;
  return (
    <ReportPage title={words.pages.map} asked={asked}>
      {({ rows }) => {
        const byKey = new Map(rows.map((row) => [row.key, row]));
        const shown = workflows.flatMap(({ stages }) => stages.flatMap(({ key }) => byKey.get(key) ?? []));
        return (
          <Section title={words.processMap} note={words.processMapNote}>
            {workflows.map((one) => (
              <ProcessMap key={one.key} workflow={one} rows={byKey} />
            ))}
            <ReportTable
              caption={words.processMap}
              file="process-map"
              rows={shown}
              columns={[
                { title: words.stage, value: ({ key }) => stage(key) },
                { title: words.workflow, value: ({ key }) => workflow(kindOf(key) ?? key) },
                { title: words.delay, value: (row) => words.delays[delayOf(row.contributed.share)] },
                {
                  title: words.contributed,
                  value: (row) => daysOf(row.contributed.seconds),
                  means: 'contributed',
                },
                {
                  title: `${words.share}, %`,
                  value: (row) => percentOf(row.contributed.share),
                  means: 'contributed',
                },
                { title: words.median, value: ({ seconds }) => daysOf(seconds.p50), means: 'seconds' },
                { title: words.open, value: ({ open }) => open, means: 'open' },
              ]}
            />
          </Section>
        );
      }}
    </ReportPage>
  );
}
