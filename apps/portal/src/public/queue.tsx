import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { lastDayOf } from '../reports/filters/periods';
import { Figures } from '../reports/parts/figures';
import { Section } from '../reports/parts/section';
import type { PublicStatus } from './public-page';
import { useDays } from './use-days';

/** How much lies there. */
export function Queue({ status: { queue, period } }: { status: PublicStatus }) {
  const { texts, format } = useLanguage();
  const words = texts.public;
  const days = useDays();
  const count = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <Section title={words.queue} note={fill(words.queueNote, { date: format.date(lastDayOf(period.to)) })}>
      <Figures
        figures={[
          { name: words.open, value: count(queue.open), means: 'flow.workInProgress' },
          { name: words.age, value: days(queue.age), means: 'flow.age' },
          {
            ...{ name: words.backlog, value: count(queue.backlogWeeks), note: words.backlogNote },
            means: 'flow.backlogWeeks',
          },
        ]}
      />
    </Section>
  );
}
