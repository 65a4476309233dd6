import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { Stage } from '../api/client';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useMe, useParties } from '../session/me';
import { DueMark, Since } from './due-mark';
import { useNames } from './names';

const SHAPE = { waiting: '◔', assigned: '▶', paused: '❚❚' } as const;

/** One stage in which the case is: whose turn it is, why it waits, since when, and by when. */
export function StageCard({ at }: { at: Stage }) {
  const { texts } = useLanguage();
  const names = useNames();
  return (
    <Card withBorder padding="md">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Title order={3} size="h4">
            {names.stage(at.stage)}
          </Title>
          <Badge
            variant="default"
            size="lg"
            tt="none"
            leftSection={<span aria-hidden>{SHAPE[at.activity]}</span>}
          >
            {texts.cases.activities[at.activity]}
          </Badge>
        </Group>
        <Text>{useStanding(at)}</Text>
        {at.causeAskedAt !== null && <Asked at={at.causeAskedAt} />}
        <Assignee at={at} />
        <Text size="sm">
          {texts.cases.since}: <Since since={at.since} />
        </Text>
        <Text size="sm">
          {texts.cases.due}: <DueMark due={at.due} />
        </Text>
      </Stack>
    </Card>
  );
}

/** In plain words how a stage stands: who works on it, or whom and what it waits for. */
export function useStanding(at: Pick<Stage, 'activity' | 'party' | 'cause' | 'causeAskedAt'>): string {
  const { texts } = useLanguage();
  const { activity, party, cause } = at;
  const speaksFor = useParties();
  const names = useNames();
  const whom = texts.cases.parties[party];
  if (activity === 'assigned') return sentence(fill(texts.cases.works, { party: whom }));
  if (speaksFor.includes(party) && activity === 'waiting') return texts.cases.yourTurn;
  if (cause === null) {
    return fill(at.causeAskedAt === null ? texts.cases.waitsFor : texts.cases.waitsUnknown, { party: whom });
  }
  return fill(texts.cases.waits, { party: whom, cause: names.cause(cause) });
}

function Asked({ at }: { at: string }) {
  const { texts, format } = useLanguage();
  return <Text size="sm">{fill(texts.cases.asked, { date: format.date(at) })}</Text>;
}

function Assignee({ at: { assignee, activity } }: { at: Stage }) {
  const { texts } = useLanguage();
  const { subject } = useMe();
  if (assignee === null) return activity === 'waiting' ? <Text size="sm">{texts.cases.nobody}</Text> : null;
  const who = assignee === subject ? texts.cases.you : assignee;
  return <Text size="sm">{fill(texts.cases.assignedTo, { who })}</Text>;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
