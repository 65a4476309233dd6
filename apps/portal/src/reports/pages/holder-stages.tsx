import type { Schemas } from '../../api/client';
import { useLanguage } from '../../language/language';
import { daysOf } from '../amounts';
import { useNames } from '../names';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';

type HolderRow = Schemas['HolderRowBody'];

/** The stages that were the holder's to do, and how the others do who are not named. */
export function OwnStages({ rows }: { rows: readonly HolderRow[] }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { stage } = useNames();
  const others = ({ comparison: { p50, withheld } }: HolderRow) =>
    withheld === null ? daysOf(p50) : words.withheld[withheld];
  return (
    <Section title={words.ownStages}>
      <ReportTable
        caption={words.ownStages}
        file="own-stages"
        rows={rows}
        columns={[
          { title: words.stage, value: ({ key }) => stage(key) },
          { title: words.n, value: ({ n }) => n, means: 'holder.rows' },
          { title: words.open, value: ({ open }) => open, means: 'holder.rows' },
          { title: words.median, value: ({ seconds }) => daysOf(seconds.p50), means: 'holder.rows' },
          { title: words.p90, value: ({ seconds }) => daysOf(seconds.p90), means: 'holder.rows' },
          { title: words.waiting, value: ({ waiting }) => daysOf(waiting), means: 'holder.rows.own' },
          { title: words.assigned, value: ({ assigned }) => daysOf(assigned), means: 'holder.rows.own' },
          { title: words.others, value: others, means: 'holder.rows.comparison' },
        ]}
      />
    </Section>
  );
}
