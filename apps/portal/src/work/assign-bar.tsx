import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { QueueItem } from '../api/client';
import { Problem } from '../api/problem';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useAssign } from './assign';
import { type Choice, itemKey } from './choice';
import { useItemName } from './item-table';

interface AssignBarProps {
  readonly items: readonly QueueItem[];
  readonly choice: Choice;
}

/** Gives all chosen cases to one person: what waits is claimed for them, what somebody has is handed over. */
export function AssignBar({ items, choice }: AssignBarProps) {
  const { texts } = useLanguage();
  const [whom, setWhom] = useState('');
  const { assign, standing } = useAssign(choice);
  const known = useId();
  const chosen = items.filter((item) => choice.chosen.has(itemKey(item)));
  const colleagues = new Set(items.flatMap(({ assignee }) => assignee ?? []));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void assign(chosen, whom.trim());
  };
  return (
    <Stack component="form" gap="xs" onSubmit={submit}>
      {chosen.length > 0 && (
        <Group align="flex-end">
          <TextInput
            label={texts.work.forWhom}
            description={texts.work.forWhomText}
            value={whom}
            onChange={(event) => setWhom(event.currentTarget.value)}
            list={known}
          />
          <datalist id={known}>
            {[...colleagues].map((subject) => (
              <option key={subject} value={subject} />
            ))}
          </datalist>
          <Button type="submit" loading={standing.going}>
            {fill(texts.work.assign, { n: chosen.length })}
          </Button>
        </Group>
      )}
      <Outcome {...standing} />
    </Stack>
  );
}

function Outcome({ going, all, done, failed }: ReturnType<typeof useAssign>['standing']) {
  const { texts, say } = useLanguage();
  const nameOf = useItemName();
  const why = (thrown: unknown) =>
    thrown instanceof Problem ? say(thrown.body.text) : texts.app.unreachable;
  return (
    <div role="status">
      {going && <Text>{fill(texts.work.assigning, { n: done, all })}</Text>}
      {!going && done > 0 && <Alert color="lake">{fill(texts.work.assignedAll, { n: done })}</Alert>}
      {failed.length > 0 && (
        <Alert color="red" variant="outline" title={fill(texts.work.notAssigned, { n: failed.length })}>
          <List>
            {failed.map(({ item, thrown }) => (
              <List.Item key={itemKey(item)}>
                {nameOf(item)}: {why(thrown)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
