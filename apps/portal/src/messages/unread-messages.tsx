import { Anchor, List, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useNames } from '../cases/names';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useUnread } from './queries';

/** The cases of one's own in which something is unread; nothing where nothing is. */
export function UnreadMessages() {
  const { texts, format } = useLanguage();
  const names = useNames();
  const cases = useUnread().data ?? [];
  if (cases.length === 0) return null;
  return (
    <section aria-label={texts.messages.unreadTitle}>
      <Title order={2} size="h3" mb="sm">
        {texts.messages.unreadTitle}
      </Title>
      <List>
        {cases.map(({ id, workflow, registrationNumber, unread, latest }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`/cases/${id}`}>
              {fill(texts.messages.unreadCase, {
                what: registrationNumber ?? names.workflow(workflow),
                ...{ n: unread, date: format.moment(latest) },
              })}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
