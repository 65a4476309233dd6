import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Case } from '../api/client';
import { Problem } from '../api/problem';
import { Failure } from '../kit/failure';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useMe } from '../session/me';
import './messages.css';
import { type Message, SEND_MESSAGE, useMarkRead, useMessages } from './queries';
import { WriteMessage } from './write-message';

/** What people have written to each other in a case, and a place to write; nothing for whoever may not read it. */
export function Messages({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const asked = useMessages(found.id);
  if (asked.error instanceof Problem && asked.error.status === 403) return null;
  const messages = asked.data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = messages.filter((message) => message.unread).length;
  const action = found.actions.find(({ type, possible }) => type === SEND_MESSAGE && possible);
  return (
    <section aria-label={texts.messages.title}>
      <Group mb="sm" gap="sm">
        <Title order={2} size="h3">
          {texts.messages.title}
        </Title>
        {unread > 0 && (
          <Badge tt="none" size="lg">
            {fill(texts.messages.unreadCount, { n: unread })}
          </Badge>
        )}
      </Group>
      <Stack gap="md">
        {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
        {asked.hasNextPage && (
          <Button
            variant="default"
            onClick={() => void asked.fetchNextPage()}
            loading={asked.isFetchingNextPage}
          >
            {texts.messages.older}
          </Button>
        )}
        {asked.isSuccess && messages.length === 0 && <Text>{texts.messages.none}</Text>}
        <Thread messages={messages.toReversed()} />
        {unread > 0 && <MarkRead id={found.id} upTo={messages[0]?.number ?? 0} />}
        {action !== undefined && <WriteMessage found={found} />}
      </Stack>
    </section>
  );
}

function Thread({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return null;
  return (
    <Stack component="ol" gap="sm" className="thread">
      {messages.map((message) => (
        <OneMessage key={message.number} message={message} />
      ))}
    </Stack>
  );
}

function OneMessage({ message: { actor, onBehalfOf, occurredAt, text, unread } }: { message: Message }) {
  const { texts, format } = useLanguage();
  const { subject } = useMe();
  const own = actor === subject && onBehalfOf === null;
  const writer = own ? texts.messages.you : actor;
  const who =
    onBehalfOf === null ? writer : fill(texts.messages.forSomebody, { who: writer, whom: onBehalfOf });
  return (
    <li className="message" data-own={own || undefined}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {who} · {format.moment(occurredAt)}
        </Text>
        {unread && (
          <Badge tt="none" size="sm">
            {texts.messages.unread}
          </Badge>
        )}
      </Group>
      <Text className="said" fs={text === null ? 'italic' : 'normal'}>
        {text ?? texts.messages.gone}
      </Text>
    </li>
  );
}

function MarkRead({ id, upTo }: { id: string; upTo: number }) {
  const { texts } = useLanguage();
  const mark = useMarkRead(id);
  return (
    <div>
      <Button variant="default" onClick={() => mark.mutate(upTo)} loading={mark.isPending}>
        {texts.messages.markRead}
      </Button>
      {mark.isError && <Failure of={mark.error} />}
    </div>
  );
}
