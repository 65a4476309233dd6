import { Text } from '@mantine/core';
import type { Clock } from '../api/client';
import { DataTable } from '../kit/data-table';
import { useLanguage } from '../language/language';
import { DueMark } from './due-mark';

/** The deadlines that run, with the article or rule that sets them. */
export function ClockTable({ clocks }: { clocks: readonly Clock[] }) {
  const { texts, say } = useLanguage();
  if (clocks.length === 0) return <Text>{texts.cases.noClocks}</Text>;
  const remarksOn = ({ extended, pauses }: Clock) => [
    ...(extended === null ? [] : [texts.cases.extended]),
    ...(pauses.some(({ to }) => to === null) ? [texts.cases.paused] : []),
  ];
  const nameOf = (clock: Clock) => {
    const remarks = remarksOn(clock);
    return `${say(clock.label)}${remarks.length > 0 ? ` (${remarks.join(', ')})` : ''}`;
  };
  return (
    <DataTable
      caption={texts.cases.clocks}
      rows={clocks}
      keyOf={({ key, started }) => `${key} ${started}`}
      columns={[
        { title: texts.cases.clock, cell: nameOf },
        { title: texts.cases.by, cell: ({ due }) => <DueMark due={due} /> },
        { title: texts.cases.duty, cell: ({ party }) => texts.cases.parties[party] },
        { title: texts.cases.source, cell: ({ source }) => source },
      ]}
    />
  );
}
