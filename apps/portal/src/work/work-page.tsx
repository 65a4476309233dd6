import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { ItemTable } from './item-table';
import { type WorkItems, type WorkKind, useWorkList } from './work-list';

/** What there is to do: one's own, the group's, and what waits for others. */
export function WorkPage() {
  const { texts } = useLanguage();
  const { mine, group, others, nothingMine, nothingGroup, nothingOthers } = texts.work;
  return (
    <Stack gap="xl">
      <PageHeading title={texts.work.title} />
      <OneKind kind="mine" title={mine} empty={nothingMine} />
      <OneKind kind="group" title={group} empty={nothingGroup} />
      <OneKind kind="others" title={others} empty={nothingOthers} />
    </Stack>
  );
}

interface OneKindProps {
  readonly kind: WorkKind;
  readonly title: string;
  readonly empty: string;
}

function OneKind({ kind, ...list }: OneKindProps) {
  const [pages, setPages] = useState(1);
  const work = useWorkList(kind, pages);
  return <WorkList {...list} work={work} onMore={() => setPages(pages + 1)} />;
}

interface WorkListProps extends Omit<OneKindProps, 'kind'> {
  readonly work: WorkItems;
  readonly onMore?: () => void;
}

export function WorkList({ title, empty, work, onMore }: WorkListProps) {
  const { texts } = useLanguage();
  const { items, hasMore, isPending, error } = work;
  const more = hasMore && onMore !== undefined;
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title} ({items.length}
        {more && '+'})
      </Title>
      <Stack>
        {error !== null && <Failure of={error} />}
        {isPending && <Skeleton height={120} />}
        {items.length > 0 && <ItemTable caption={title} items={items} />}
        {items.length === 0 && !isPending && error === null && <Text>{empty}</Text>}
        {more && (
          <Group>
            <Button variant="default" onClick={onMore} loading={isPending}>
              {texts.common.more}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
}
