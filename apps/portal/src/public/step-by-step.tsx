import { useLanguage } from '../language/language';
import { daysOf } from '../reports/amounts';
import { ReportTable } from '../reports/parts/report-table';
import { Section } from '../reports/parts/section';
import type { PublicStatus } from './public-page';

/** Where cases lie, and how long each step takes. */
export function StepByStep({ stages }: Pick<PublicStatus, 'stages'>) {
  const { texts, say } = useLanguage();
  const words = texts.public;
  return (
    <Section title={words.stages} note={words.stagesNote}>
      <ReportTable
        caption={words.stages}
        file="steps"
        rows={stages}
        columns={[
          { title: words.stage, value: ({ label }) => say(label) },
          { title: words.openHere, value: ({ open }) => open, means: 'flow.workInProgress' },
          { title: words.ageDays, value: ({ age }) => daysOf(age), means: 'flow.age' },
          { title: words.p50, value: ({ p50 }) => daysOf(p50), means: 'seconds' },
          { title: words.p90, value: ({ p90 }) => daysOf(p90), means: 'seconds' },
        ]}
      />
    </Section>
  );
}
