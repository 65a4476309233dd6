import { Title } from '@mantine/core';
import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf } from '../amounts';
import { Chart } from '../charts/chart';
import { Figures } from '../parts/figures';
import { ReportTable } from '../parts/report-table';

export type Lengths = Schemas['LengthsBody'];

/** How the lengths of what is closed lie: the middle and the edges in figures, all of it in bars. */
export function Distribution({ lengths: { box, distribution }, name }: { lengths: Lengths; name: string }) {
  const { texts, format } = useLanguage();
  const words = texts.reports;
  const title = fill(words.lengthsOf, { name });
  const written = (seconds: number | null) => (seconds === null ? '–' : format.number(daysOf(seconds)));
  const between = ({ from, to }: Lengths['distribution'][number]) =>
    to === null ? fill(words.longerThan, { days: written(from) }) : `${written(from)}–${written(to)}`;
  const shares = (['p10', 'p25', 'p50', 'p75', 'p90'] as const).map((key) => ({
    ...{ name: words.box[key], value: written(box[key]), means: 'seconds' as const },
  }));
  const values = distribution.map(({ n }) => n);
  const series = [{ name: words.n, colour: 'time' as const, values }];
  return (
    <>
      <Title order={3} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <Figures figures={shares} />
      {distribution.length > 0 && (
        <Chart
          label={title}
          option={{ categories: distribution.map(between), series, unit: '' }}
          height={260}
        />
      )}
      <ReportTable
        caption={title}
        file="distribution"
        rows={distribution}
        columns={[
          { title: words.lengthDays, value: between },
          { title: words.n, value: ({ n }) => n, means: 'n' },
        ]}
      />
    </>
  );
}
