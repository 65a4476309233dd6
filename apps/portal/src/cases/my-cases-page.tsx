import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQueries } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { type Case, api } from '../api/client';
import { answerOf } from '../api/problem';
import { casesQuery, useWorkflow, useWorkflows } from '../api/queries';
import { DataTable } from '../kit/data-table';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { Where } from './children-table';
import { DueMark } from './due-mark';
import { titleOf, useNames } from './names';

/** Everything that the person has applied for, the latest first, and the way to a new application. */
export function MyCasesPage() {
  const { texts } = useLanguage();
  return (
    <Stack gap="lg">
      <PageHeading title={texts.cases.myCases} />
      <BeginButtons />
      <MyCases />
    </Stack>
  );
}

/** A button for each kind of case that a person may begin. */
export function BeginButtons() {
  const { texts, say } = useLanguage();
  const navigate = useNavigate();
  const startable = (useWorkflows().data ?? []).filter((workflow) => workflow.startable);
  const begin = useMutation({
    mutationFn: (workflow: string) => answerOf(api.POST('/api/v1/cases', { body: { workflow, form: {} } })),
    onSuccess: ({ id }) => navigate(`/applications/${id}`),
  });
  return (
    <Stack align="flex-start">
      <Group>
        {startable.map(({ key, name }) => (
          <Button key={key} onClick={() => begin.mutate(key)} loading={begin.isPending}>
            {fill(texts.cases.begin, { what: say(name) })}
          </Button>
        ))}
      </Group>
      {begin.isError && <Failure of={begin.error} />}
    </Stack>
  );
}

/** The person's own cases of every kind that a person may begin. */
export function useMyCases() {
  const startable = (useWorkflows().data ?? []).filter((workflow) => workflow.startable);
  const asked = useQueries({ queries: startable.map(({ key }) => casesQuery({ workflow: key, limit: 50 })) });
  return {
    isPending: asked.length === 0 || asked.some((one) => one.isPending),
    error: asked.find((one) => one.error !== null)?.error ?? null,
    cases: asked.flatMap((one) => one.data?.items ?? []),
  };
}

function MyCases() {
  const { texts } = useLanguage();
  const { isPending, error, cases } = useMyCases();
  if (isPending) return <Skeleton height={160} />;
  if (error !== null) return <Failure of={error} />;
  if (cases.length === 0) return <Text>{texts.cases.none}</Text>;
  return <CaseTable caption={texts.cases.myCases} cases={cases} />;
}

export function CaseTable({ caption, cases }: { caption: string; cases: readonly Case[] }) {
  const { texts } = useLanguage();
  const names = useNames();
  return (
    <DataTable
      caption={caption}
      rows={cases}
      keyOf={({ id }) => id}
      columns={[
        { title: texts.cases.title, cell: (found) => <CaseLink found={found} /> },
        {
          title: texts.cases.number,
          cell: ({ registrationNumber }) => registrationNumber ?? texts.cases.draft,
        },
        { title: texts.cases.kind, cell: ({ workflow }) => names.workflow(workflow) },
        { title: texts.cases.state, cell: (found) => <Where is={found} /> },
        { title: texts.cases.due, cell: ({ stages }) => <DueMark due={stages[0]?.due ?? null} /> },
      ]}
    />
  );
}

function CaseLink({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const workflow = useWorkflow(found.workflow).data;
  return (
    <Anchor component={Link} to={`/cases/${found.id}`}>
      {titleOf(found, workflow) ?? texts.cases.untitled}
    </Anchor>
  );
}
