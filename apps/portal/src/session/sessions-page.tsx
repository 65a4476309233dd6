import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BASE_PATH, type Schemas, api } from '../api/client';
import { answerOf } from '../api/problem';
import { DataTable } from '../kit/data-table';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';

type Session = Schemas['OwnSessionBody'];

const KEY = ['sessions'] as const;

/** Where the person is signed in, and the way to end each of it: somebody who left a machine open ends it from another. */
export function SessionsPage() {
  const { texts } = useLanguage();
  const queryFn = () => answerOf(api.GET('/api/v1/sessions')).then(({ items }) => items);
  const asked = useQuery({ queryKey: KEY, queryFn });
  const everywhere = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/sign-out-everywhere')),
    onSuccess: () => window.location.assign(BASE_PATH),
  });
  return (
    <Stack maw={1100}>
      <PageHeading title={texts.session.sessions} />
      <Text>{texts.session.sessionsText}</Text>
      {asked.isPending && <Skeleton height={160} />}
      {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
      {asked.data !== undefined && <SessionTable sessions={asked.data} />}
      <Group>
        <Button variant="default" onClick={() => everywhere.mutate()} loading={everywhere.isPending}>
          {texts.session.signOutEverywhere}
        </Button>
      </Group>
      {everywhere.isError && <Failure of={everywhere.error} />}
    </Stack>
  );
}

function SessionTable({ sessions }: { sessions: readonly Session[] }) {
  const { texts, format } = useLanguage();
  const moment = (instant: string | null) => (instant === null ? '–' : format.moment(instant));
  return (
    <DataTable
      caption={texts.session.sessions}
      rows={sessions}
      keyOf={({ id }) => id}
      columns={[
        {
          title: texts.session.which,
          cell: ({ current }) => (current ? texts.session.thisOne : texts.session.another),
        },
        { title: texts.session.signedInAt, cell: ({ authenticatedAt }) => moment(authenticatedAt) },
        { title: texts.session.lastUsedAt, cell: ({ lastUsedAt }) => moment(lastUsedAt) },
        { title: texts.session.endsAt, cell: ({ endsAt }) => moment(endsAt) },
        { title: texts.session.end, cell: (session) => <EndOne session={session} /> },
      ]}
    />
  );
}

/** Whoever ends another session has to have shown lately who they are; the page then asks for it. */
function EndOne({ session: { id, current, lastUsedAt } }: { session: Session }) {
  const { texts, format } = useLanguage();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () =>
      answerOf(api.DELETE('/api/v1/sessions/{session}', { params: { path: { session: id } } })),
    onSuccess: () =>
      current ? window.location.assign(BASE_PATH) : client.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={end.isPending}
        aria-label={fill(texts.session.endIt, { moment: format.moment(lastUsedAt) })}
        onClick={() => end.mutate()}
      >
        {texts.session.end}
      </Button>
      {end.isError && <Failure of={end.error} />}
    </>
  );
}
