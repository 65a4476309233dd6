import { useLanguage } from '../../language/language';
import { Chart } from '../charts/chart';
import type { Point } from '../charts/xy-option';
import { useNames } from '../names';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { type Ageing, type ReportFilter, useAgeing } from '../queries';
import { heightFor } from './ranking';

/** Every open visit as a dot: how old it is and where it stands. */
export function AgeingScatter({ filter }: { filter: ReportFilter }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const rows = useAgeing(filter).data?.items.filter(({ key }) => key !== 'none');
  if (rows === undefined) return null;
  const points = rows.flatMap(({ ages }, line) => ages.map(({ days, n }): Point => [days, line, n]));
  const series = [{ name: words.open, colour: 'waiting' as const, points, shape: 'dots' as const }];
  const option = { series, across: words.dayUnit, up: rows.map(({ key }) => stage(key)) };
  return (
    <Section title={words.eachOpen} note={words.eachOpenNote}>
      {points.length > 0 && (
        <Chart label={words.eachOpen} option={option} height={heightFor(rows.length * 0.85)} />
      )}
      <ReportTable
        caption={words.eachOpen}
        file="open-by-age"
        rows={rows}
        columns={[
          { title: words.stage, value: ({ key }) => stage(key) },
          ...BANDS.map(([name, from, to]) => ({
            title: words.ageBands[name],
            value: ({ ages }: Ageing) => countIn(ages, from, to),
          })),
        ]}
      />
    </Section>
  );
}

/** Days: from, and below. By what the texts call them. */
const BANDS = [
  ['below30', 0, 30],
  ['below90', 30, 90],
  ['below180', 90, 180],
  ['above', 180, Infinity],
] as const;

function countIn(ages: Ageing['ages'], from: number, to: number): number {
  return ages.reduce((sum, { days, n }) => (days >= from && days < to ? sum + n : sum), 0);
}
