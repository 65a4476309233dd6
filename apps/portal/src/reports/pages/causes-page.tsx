import { Text } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf, percentOf } from '../amounts';
import { Chart } from '../charts/chart';
import { useFilters } from '../filters/filters';
import { useNames } from '../names';
import { ReportPage } from '../parts/report-page';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { useReport } from '../queries';
import { heightFor } from './ranking';

type Causes = Schemas['CausesBody'];

/** Why cases stood, the few causes that make most of it first; all together, and by whose turn it was. */
export function CausesPage() {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { filter } = useFilters();
  const { party } = useNames();
  const asked = useReport('causes', filter);
  return (
    <ReportPage title={words.pages.causes} asked={asked}>
      {({ unexplained, pareto, parties }) => (
        <>
          <Text className="report-lead">
            {fill(words.unexplained, { percent: percentOf(unexplained.share) })}
          </Text>
          <Pareto title={words.allCauses} rows={pareto} file="causes" />
          {parties.map((one) => (
            <Pareto
              key={one.party}
              title={fill(words.causesOf, { party: party(one.party), percent: percentOf(one.share) })}
              rows={one.pareto}
              file={`causes-${one.party}`}
            />
          ))}
        </>
      )}
    </ReportPage>
  );
}

function Pareto({ title, rows, file }: { title: string; rows: Causes['pareto']; file: string }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { cause } = useNames();
  const values = rows.map(({ seconds }) => daysOf(seconds));
  const series = [{ name: words.daysStood, colour: 'waiting' as const, values }];
  const option = {
    categories: rows.map((row) => cause(row.cause)),
    series,
    unit: words.dayUnit,
    lying: true,
  };
  return (
    <Section title={title}>
      {rows.length > 0 && <Chart label={title} option={option} height={heightFor(rows.length * 0.75)} />}
      <ReportTable
        caption={title}
        file={file}
        rows={rows}
        columns={[
          { title: words.cause, value: (row) => cause(row.cause) },
          { title: words.daysStood, value: ({ seconds }) => daysOf(seconds), means: 'pareto' },
          { title: `${words.share}, %`, value: ({ share }) => percentOf(share), means: 'pareto' },
          {
            title: words.cumulativeShare,
            value: ({ cumulative }) => percentOf(cumulative),
            means: 'pareto.cumulative',
          },
          { title: words.times, value: ({ spans }) => spans, means: 'pareto' },
        ]}
      />
    </Section>
  );
}
