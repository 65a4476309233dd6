import { Anchor, Skeleton, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { useQueues } from '../api/queries';
import { Since } from '../cases/due-mark';
import { useNames } from '../cases/names';
import { DataTable } from '../kit/data-table';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';

/** How every stage stands, and the way into each. */
export function QueuesPage() {
  const { texts, format } = useLanguage();
  const names = useNames();
  const asked = useQueues();
  return (
    <Stack>
      <PageHeading title={texts.work.queues} />
      {asked.isPending && <Skeleton height={240} />}
      {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
      {asked.data !== undefined && (
        <DataTable
          caption={texts.work.queues}
          rows={asked.data}
          keyOf={({ stage }) => stage}
          columns={[
            {
              title: texts.cases.stage,
              cell: ({ stage }) => (
                <Anchor component={Link} to={`/queues/${stage}`}>
                  {names.stage(stage)}
                </Anchor>
              ),
            },
            { title: texts.work.waiting, cell: ({ waiting }) => format.number(waiting) },
            { title: texts.work.assigned, cell: ({ assigned }) => format.number(assigned) },
            { title: texts.work.paused, cell: ({ paused }) => format.number(paused) },
            { title: texts.work.dueAhead, cell: ({ due }) => format.number(due) },
            { title: texts.work.overdue, cell: ({ overdue }) => format.number(overdue) },
            {
              title: texts.work.oldest,
              cell: ({ oldest }) => (oldest === null ? '–' : <Since since={oldest} />),
            },
          ]}
        />
      )}
    </Stack>
  );
}
