import { Stack, Text, Title } from '@mantine/core';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { daysOf } from './days-of';
import type { Usual } from './queries';

/** What cases like this one took as a whole; that too few are known is said, and no figure invented. */
export function Duration({ usual }: { usual: Usual }) {
  const { texts, format } = useLanguage();
  const words = texts.progress;
  const days = (seconds: number) => format.number(daysOf(seconds));
  const { p50, p75, p90 } = usual.leadTimes.access;
  const dates = { begin: format.date(usual.period.from), end: format.date(usual.period.to) };
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {words.usualTitle}
      </Title>
      {p50 === null ? (
        <Text>{words.tooFew}</Text>
      ) : (
        <Text>
          {fill(words.half, { p50: days(p50) })}
          {p75 !== null && p90 !== null && ` ${fill(words.within, { p75: days(p75), p90: days(p90) })}`}{' '}
          {fill(words.period, dates)}
        </Text>
      )}
    </Stack>
  );
}
