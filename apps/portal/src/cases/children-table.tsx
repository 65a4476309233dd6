import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Child } from '../api/client';
import { DataTable } from '../kit/data-table';
import { useLanguage } from '../language/language';
import { DueMark } from './due-mark';
import { isWorked, useNames, useStateName } from './names';
import { useStanding } from './stage-card';

/** The parts of a case that others work on, each a case of its own. */
export function ChildrenTable({ items }: { items: readonly Child[] }) {
  const { texts } = useLanguage();
  const names = useNames();
  const nameOf = (child: Child) =>
    [names.workflow(child.workflow), child.part, child.occasion === '1' ? null : child.occasion]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <DataTable
      caption={texts.cases.children}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          title: texts.cases.kind,
          cell: (child) => (
            <Anchor component={Link} to={`/cases/${child.id}`}>
              {nameOf(child)}
            </Anchor>
          ),
        },
        { title: texts.cases.holder, cell: ({ holder }) => holder ?? '–' },
        { title: texts.cases.state, cell: (child) => <Where is={child} /> },
        { title: texts.cases.due, cell: ({ stages }) => <DueMark due={stages[0]?.due ?? null} /> },
      ]}
    />
  );
}

/** Where a case is, in short: its stages and how they stand, or how it has ended. */
export function Where({ is }: { is: Pick<Child, 'workflow' | 'state' | 'stages'> }) {
  const stateName = useStateName(is.workflow);
  const worked = is.stages.filter(isWorked);
  if (worked.length === 0) return is.state.map((path) => stateName(path) ?? path).join(', ');
  return (
    <Stack gap={2}>
      {worked.map((at) => (
        <Standing key={`${at.region} ${at.stage}`} at={at} />
      ))}
    </Stack>
  );
}

function Standing({ at }: { at: Child['stages'][number] }) {
  const names = useNames();
  const standing = useStanding(at);
  return (
    <div>
      <Text span fw={600} size="sm">
        {names.stage(at.stage)}
      </Text>
      <Text size="sm">{standing}</Text>
    </div>
  );
}
