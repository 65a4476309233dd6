import { Anchor, Button, Checkbox, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { QueueItem } from '../api/client';
import { DueMark, Since } from '../cases/due-mark';
import { useNames } from '../cases/names';
import { useClaim } from '../cases/send-command';
import { useStanding } from '../cases/stage-card';
import { DataTable } from '../kit/data-table';
import { Failure } from '../kit/failure';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { type Choice, itemKey } from './choice';
import { useMyStages } from './my-stages';

interface ItemTableProps {
  readonly caption: string;
  readonly items: readonly QueueItem[];
  /** Where several can be chosen at once. */
  readonly choice?: Choice;
}

/** Cases in their stages, each with its deadline, what it waits for, and the way to take it. */
export function ItemTable({ caption, items, choice }: ItemTableProps) {
  const { texts } = useLanguage();
  const names = useNames();
  const myStages = useMyStages();
  const stages = new Set(items.map(({ stage }) => stage));
  const claimable = items.some((item) => isFree(item) && myStages.includes(item.stage));
  return (
    <DataTable
      caption={caption}
      rows={items}
      keyOf={itemKey}
      columns={[
        ...(choice === undefined
          ? []
          : [
              { title: texts.work.choose, cell: (item: QueueItem) => <Chosen item={item} choice={choice} /> },
            ]),
        { title: texts.cases.due, cell: ({ due }) => <DueMark due={due} /> },
        { title: texts.work.what, cell: (item) => <ItemLink item={item} /> },
        ...(stages.size > 1
          ? [{ title: texts.cases.stage, cell: ({ stage }: QueueItem) => names.stage(stage) }]
          : []),
        { title: texts.work.activity, cell: (item) => <ItemStanding item={item} /> },
        { title: texts.cases.since, cell: ({ since }) => <Since since={since} /> },
        ...(claimable ? [{ title: texts.work.claim, cell: (item: QueueItem) => <Claim item={item} /> }] : []),
      ]}
    />
  );
}

/** Whether somebody can be given it: it waits for anybody, or somebody has it. The system's own work is nobody's. */
function isGivable({ activity, assignee }: QueueItem): boolean {
  return activity === 'waiting' || (activity === 'assigned' && assignee !== null);
}

function Chosen({ item, choice }: { item: QueueItem; choice: Choice }) {
  const { texts } = useLanguage();
  const nameOf = useItemName();
  const mayWork = useMyStages().includes(item.stage);
  if (!mayWork || !isGivable(item)) return null;
  return (
    <Checkbox
      aria-label={fill(texts.work.chooseIt, { what: nameOf(item) })}
      checked={choice.chosen.has(itemKey(item))}
      onChange={() => choice.toggle(item)}
    />
  );
}

/** Nobody has it, and whoever works the stage may take it. */
function isFree({ activity, assignee }: QueueItem): boolean {
  return activity === 'waiting' && assignee === null;
}

export function useItemName(): (item: QueueItem) => string {
  const { texts } = useLanguage();
  const names = useNames();
  return ({ registrationNumber, parent, workflow, holder, part }) =>
    [
      registrationNumber ?? (parent === null ? texts.work.unnumbered : null),
      ...(parent === null ? [] : [names.workflow(workflow), holder, part]),
    ]
      .filter((name) => name !== null)
      .join(' · ');
}

function ItemLink({ item }: { item: QueueItem }) {
  const nameOf = useItemName();
  return (
    <Anchor component={Link} to={`/cases/${item.id}`}>
      {nameOf(item)}
    </Anchor>
  );
}

function ItemStanding({ item }: { item: QueueItem }) {
  const { texts } = useLanguage();
  const standing = useStanding(item);
  return (
    <Stack gap={0}>
      <Text size="sm">{standing}</Text>
      {item.assignee !== null && (
        <Text size="sm" c="dimmed">
          {texts.work.who}: {item.assignee}
        </Text>
      )}
    </Stack>
  );
}

function Claim({ item }: { item: QueueItem }) {
  const { texts } = useLanguage();
  const mayWork = useMyStages().includes(item.stage);
  const claim = useClaim();
  const nameOf = useItemName();
  if (!mayWork || !isFree(item)) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={claim.isPending}
        aria-label={fill(texts.work.claimIt, { what: nameOf(item) })}
        onClick={() => claim.mutate({ id: item.id, stage: item.stage })}
      >
        {texts.work.claim}
      </Button>
      {claim.isError && <Failure of={claim.error} />}
    </>
  );
}
