import type { Schemas } from '../api/client';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { lastDayOf } from '../reports/filters/periods';
import { Figures } from '../reports/parts/figures';
import { Section } from '../reports/parts/section';
import type { PublicStatus } from './public-page';
import { useDays } from './use-days';

/** What an applicant may count on. */
export function UsualLeadTimes({ status: { leadTimes, period } }: { status: PublicStatus }) {
  const { texts, format } = useLanguage();
  const words = texts.public;
  const days = useDays();
  const dates = { first: format.date(period.from), last: format.date(lastDayOf(period.to)) };
  const figure = (name: string, { p50, p75, p90 }: Schemas['QuantilesBody']) => ({
    ...{ name: `${name}: ${words.half}`, value: days(p50), means: 'seconds' as const },
    ...(p50 === null ? {} : { note: fill(words.within, { p75: days(p75), p90: days(p90) }) }),
  });
  return (
    <Section title={words.leadTimes} note={fill(words.leadTimesNote, dates)}>
      <Figures
        figures={[
          figure(words.access, leadTimes.access),
          figure(words.afterEthics, leadTimes.afterEthics),
          { name: `${words.answer}: ${words.half}`, value: days(leadTimes.answer) },
        ]}
      />
    </Section>
  );
}
