import { Anchor, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Schemas, api } from '../api/client';
import { answerOf } from '../api/problem';
import { useWorkflow } from '../api/queries';
import { useNames } from '../cases/names';
import { DataTable } from '../kit/data-table';
import { Failure } from '../kit/failure';
import { now } from '../kit/now';
import { PageHeading } from '../kit/page-heading';
import { civilDateOf, daysBetween } from '../language/format';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';

type Meeting = Schemas['MeetingBody'];
type AgendaItem = Meeting['cases'][number];

const HALF_A_YEAR = 183 * 86_400_000;

/** When the council meets, over which cases, and what came of it. */
export function MeetingsPage() {
  const { texts } = useLanguage();
  const from = civilDateOf(now() - HALF_A_YEAR);
  const today = civilDateOf(now());
  const asked = useQuery({
    queryKey: ['meetings', from],
    queryFn: () =>
      answerOf(api.GET('/api/v1/meetings', { params: { query: { from } } })).then(({ items }) => items),
    refetchInterval: 60_000,
  });
  const meetings = asked.data ?? [];
  const { coming, past, noneComing, nonePast } = texts.meetings;
  return (
    <Stack gap="xl" maw={1100}>
      <PageHeading title={texts.meetings.title} />
      <Text>{texts.meetings.intro}</Text>
      {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
      {asked.isPending ? (
        <Skeleton height={200} />
      ) : (
        <>
          <Meetings title={coming} items={meetings.filter(({ date }) => date >= today)} empty={noneComing} />
          <Meetings
            title={past}
            items={meetings.filter(({ date }) => date < today).toReversed()}
            empty={nonePast}
          />
        </>
      )}
    </Stack>
  );
}

interface MeetingsProps {
  readonly title: string;
  readonly items: readonly Meeting[];
  readonly empty: string;
}

function Meetings({ title, items, empty }: MeetingsProps) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      <Stack gap="lg">
        {items.length === 0 && <Text>{empty}</Text>}
        {items.map((meeting) => (
          <OneMeeting key={meeting.date} meeting={meeting} />
        ))}
      </Stack>
    </section>
  );
}

function OneMeeting({ meeting: { date, cases } }: { meeting: Meeting }) {
  const { texts, format } = useLanguage();
  const names = useNames();
  const days = format.fromToday(daysBetween(civilDateOf(now()), date));
  const when = fill(texts.meetings.when, { date: format.date(date), days });
  return (
    <div>
      <Title order={3} size="h4" mb="xs">
        {when}
      </Title>
      <DataTable
        caption={when}
        rows={cases}
        keyOf={({ id }) => id}
        columns={[
          {
            title: texts.meetings.case,
            cell: ({ id, registrationNumber }) => (
              <Anchor component={Link} to={`/cases/${id}`}>
                {registrationNumber ?? id}
              </Anchor>
            ),
          },
          { title: texts.meetings.kind, cell: ({ workflow }) => names.workflow(workflow) },
          { title: texts.meetings.result, cell: (item) => <Result item={item} /> },
          { title: texts.meetings.note, cell: ({ note }) => <span className="said">{note ?? '–'}</span> },
        ]}
      />
    </div>
  );
}

/** As the case's workflow calls it. */
function Result({ item: { workflow, result } }: { item: AgendaItem }) {
  const { texts, say } = useLanguage();
  const codes = useWorkflow(workflow).data?.texts.codes ?? {};
  if (result === null) return texts.meetings.noResult;
  return codes[result] === undefined ? result : say(codes[result]);
}
