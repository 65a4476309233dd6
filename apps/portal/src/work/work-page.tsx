import { Skeleton, Stack, Text, Title } from '@mantine/core';
import type { QueueItem } from '../api/client';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { ItemTable } from './item-table';
import { useMyWork } from './my-stages';

/** What there is to do: one's own, the group's, and what waits for others. */
export function WorkPage() {
  const { texts } = useLanguage();
  const { isPending, error, work } = useMyWork();
  const { mine, group, others, nothingMine, nothingGroup, nothingOthers } = texts.work;
  return (
    <Stack gap="xl">
      <PageHeading title={texts.work.title} />
      {error !== null && <Failure of={error} />}
      {isPending ? (
        <Skeleton height={200} />
      ) : (
        <>
          <WorkList title={mine} items={work.mine} empty={nothingMine} />
          <WorkList title={group} items={work.group} empty={nothingGroup} />
          <WorkList title={others} items={work.others} empty={nothingOthers} />
        </>
      )}
    </Stack>
  );
}

interface WorkListProps {
  readonly title: string;
  readonly items: readonly QueueItem[];
  readonly empty: string;
}

export function WorkList({ title, items, empty }: WorkListProps) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title} ({items.length})
      </Title>
      {items.length === 0 ? <Text>{empty}</Text> : <ItemTable caption={title} items={items} />}
    </section>
  );
}
