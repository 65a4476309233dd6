import { Button, Group, NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { type QueueFilter, queueQuery, useCauses } from '../api/queries';
import { useNames } from '../cases/names';
import type { Option } from '../form/form-context';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useMe } from '../session/me';
import { AssignBar } from './assign-bar';
import { useChoice } from './choice';
import { ItemTable } from './item-table';

/** The queue of one stage. Its filters stand in the address, so that a view can be kept and sent on. */
export function QueuePage() {
  const { stage = '' } = useParams();
  const { texts } = useLanguage();
  const names = useNames();
  const title = fill(texts.work.queue, { stage: names.stage(stage) });
  return (
    <Stack>
      <PageHeading title={title} />
      <Filters />
      <Items key={stage} stage={stage} caption={title} />
    </Stack>
  );
}

function useFilters() {
  const [params, setParams] = useSearchParams();
  const choose = (name: string, value: string) =>
    setParams(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return { params, choose };
}

function Filters() {
  const { texts, say } = useLanguage();
  const { subject } = useMe();
  const { params, choose } = useFilters();
  const causes = useCauses().data ?? [];
  const optionsOf = (named: Readonly<Record<string, string>>) =>
    Object.entries(named).map(([value, label]) => ({ value, label }));
  return (
    <Group align="flex-end" role="search">
      <Search />
      <Filter name="activity" label={texts.work.activity} options={optionsOf(texts.cases.activities)} />
      <Filter name="party" label={texts.work.party} options={optionsOf(texts.cases.parties)} />
      <Filter
        name="cause"
        label={texts.work.cause}
        options={causes.map(({ code, label }) => ({ value: code, label: say(label) }))}
      />
      <Filter
        name="assignee"
        label={texts.work.who}
        options={[{ value: subject, label: texts.work.onlyMine }]}
      />
      <NativeSelect
        label={texts.work.order}
        data={optionsOf(texts.work.orders)}
        value={params.get('sort') ?? 'due'}
        onChange={(event) => choose('sort', event.currentTarget.value)}
      />
    </Group>
  );
}

function Search() {
  const { texts } = useLanguage();
  const { params, choose } = useFilters();
  return (
    <TextInput
      type="search"
      label={texts.cases.number}
      value={params.get('q') ?? ''}
      onChange={(event) => choose('q', event.currentTarget.value)}
    />
  );
}

interface FilterProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}

function Filter({ name, label, options }: FilterProps) {
  const { texts } = useLanguage();
  const { params, choose } = useFilters();
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: texts.work.all }, ...options]}
      value={params.get(name) ?? ''}
      onChange={(event) => choose(name, event.currentTarget.value)}
    />
  );
}

function Items({ stage, caption }: { stage: string; caption: string }) {
  const { texts } = useLanguage();
  const { params } = useFilters();
  const filter = Object.fromEntries(params) as QueueFilter;
  const choice = useChoice();
  const asked = useInfiniteQuery({
    queryKey: ['queue', stage, 'pages', filter],
    queryFn: ({ pageParam }) =>
      queueQuery(stage, {
        sort: 'due',
        ...filter,
        ...(pageParam === null ? {} : { cursor: pageParam }),
      }).queryFn(),
    initialPageParam: null as string | null,
    getNextPageParam: ({ cursor }) => cursor,
    // Of the same queue: while a filter is typed, what was there is better than nothing.
    placeholderData: (before) => before,
  });
  if (asked.isPending) return <Skeleton height={240} />;
  if (asked.data === undefined) return <Failure of={asked.error} again={() => void asked.refetch()} />;
  const items = asked.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Text>{texts.work.empty}</Text>;
  return (
    <>
      <AssignBar items={items} choice={choice} />
      <ItemTable caption={caption} items={items} choice={choice} />
      {asked.hasNextPage && (
        <Group>
          <Button
            variant="default"
            onClick={() => void asked.fetchNextPage()}
            loading={asked.isFetchingNextPage}
          >
            {texts.common.more}
          </Button>
        </Group>
      )}
    </>
  );
}
