import { Text, Title } from '@mantine/core';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf, percentOf } from '../amounts';
import { Chart } from '../charts/chart';
import type { Point } from '../charts/xy-option';
import { ReportTable } from '../parts/report-table';
import type { Lengths } from './distribution';

type CurvePoint = Lengths['survival'][number];

/** How large a share lasts longer than so many days, what is open counted, and how sure that is. */
export function Survival({ lengths: { survival }, name }: { lengths: Lengths; name: string }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const title = fill(words.survivalOf, { name });
  const along = (share: (point: CurvePoint) => number | null): Point[] =>
    survival.flatMap((point) => {
      const value = share(point);
      return value === null ? [] : [[daysOf(point.age), percentOf(value)] as const];
    });
  const series = [
    { name: words.lastsLonger, colour: 'time', points: along((point) => point.survival), shape: 'steps' },
    { name: words.upper, colour: 'waiting', points: along(({ upper }) => upper), shape: 'dashed-steps' },
    { name: words.lower, colour: 'waiting', points: along(({ lower }) => lower), shape: 'dashed-steps' },
  ] as const;
  return (
    <>
      <Title order={3} size="h4" mt="lg" mb="xs">
        {title}
      </Title>
      <Text c="dimmed" maw="60rem" mb="sm">
        {words.survivalNote}
      </Text>
      {survival.length > 0 && (
        <Chart label={title} option={{ series, across: words.dayUnit, up: '%' }} height={300} />
      )}
      <ReportTable
        caption={title}
        file="survival"
        rows={survival}
        columns={[
          { title: words.lengthDays, value: ({ age }) => daysOf(age), means: 'censored' },
          {
            title: `${words.lastsLonger}, %`,
            value: (point) => percentOf(point.survival),
            means: 'censored',
          },
          { title: `${words.lower}, %`, value: ({ lower }) => percentOf(lower) },
          { title: `${words.upper}, %`, value: ({ upper }) => percentOf(upper) },
          { title: words.atRisk, value: ({ atRisk }) => atRisk },
        ]}
      />
    </>
  );
}
