import { Text } from '@mantine/core';
import { now } from '../kit/now';
import { civilDateOf, daysBetween } from '../language/format';
import { useLanguage } from '../language/language';
import { COLOURS, SHAPES, urgencyOf } from './due';

/** A deadline: its date, how far off it is, and a shape that says the same. */
export function DueMark({ due }: { due: string | null }) {
  const { texts, format } = useLanguage();
  const today = civilDateOf(now());
  const urgency = urgencyOf(due, today);
  return (
    <Text span size="sm" c={urgency === 'open' ? 'dimmed' : 'inherit'} className="due-mark">
      <Text span c={COLOURS[urgency]} aria-hidden className={`urgency-${urgency}`}>
        {SHAPES[urgency]}
      </Text>{' '}
      {due === null
        ? texts.cases.noDeadline
        : `${urgency === 'late' ? `${texts.cases.late}: ` : ''}${format.date(due)} (${format.fromToday(daysBetween(today, due))})`}
    </Text>
  );
}

/** Since when something is as it is. */
export function Since({ since }: { since: string }) {
  const { format } = useLanguage();
  const days = daysBetween(civilDateOf(Date.parse(since)), civilDateOf(now()));
  return (
    <Text span size="sm">
      {format.date(since)} ({format.fromToday(-days)})
    </Text>
  );
}
