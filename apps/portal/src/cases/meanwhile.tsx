import { Alert, List } from '@mantine/core';
import { useState } from 'react';
import type { Case } from '../api/client';
import { useEvents } from '../api/queries';
import { useLanguage } from '../language/language';
import { useEventName } from './history';

/** What others did to a case since somebody began to fill in a form of it, to be looked at before it is sent. */
export function Meanwhile({ found }: { found: Case }) {
  const { texts, format } = useLanguage();
  const [begunAt] = useState(found.version);
  const nameOf = useEventName(found.workflow);
  const newer = (useEvents(found.id, true).data ?? []).filter(({ number }) => number > begunAt);
  return (
    <div role="status">
      {newer.length > 0 && (
        <Alert color="orange" title={texts.cases.meanwhile}>
          <List>
            {newer.map(({ number, type, actor, recordedAt }) => (
              <List.Item key={number}>
                {nameOf(type)} · {actor.startsWith('system:') ? texts.cases.system : actor} ·{' '}
                {format.moment(recordedAt)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
