import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Case } from '../api/client';
import { Problem } from '../api/problem';
import { useSendCommand } from '../cases/send-command';
import { Failure } from '../kit/failure';
import { newKey } from '../kit/new-key';
import { useTyped } from '../kit/typed';
import { useLanguage } from '../language/language';
import { SEND_MESSAGE, messagesKey } from './queries';

/** As long as the API takes. */
const LONGEST = 10_000;

/** A place to write. What is typed stays until the server has it, on other pages too. */
export function WriteMessage({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const [text, keep, forget] = useTyped(`${found.id} message`, '');
  const [key, setKey] = useState(newKey);
  const send = useSendCommand();
  const client = useQueryClient();
  const write = (typed: string) => {
    keep(typed);
    setKey(newKey());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const payload = { text: text.trim() };
    if (payload.text === '') return;
    send.mutate(
      { action: { type: SEND_MESSAGE }, payload, seen: found, key },
      {
        onSuccess: () => {
          write('');
          forget();
          void client.invalidateQueries({ queryKey: messagesKey(found.id) });
        },
        // What was refused is another message when it is sent again; what nobody answered is the same.
        onError: (thrown) => thrown instanceof Problem && setKey(newKey()),
      },
    );
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit} align="stretch">
      <Textarea
        label={texts.messages.write}
        description={`${found.parent === null ? texts.messages.readByAll : texts.messages.readByPart} ${texts.messages.noNumbers}`}
        rows={rowsFor(text)}
        maxLength={LONGEST}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {send.isError && <Failure of={send.error} />}
      <div>
        <Button type="submit" loading={send.isPending} disabled={text.trim() === ''}>
          {texts.messages.send}
        </Button>
      </div>
      <Text role="status" size="sm">
        {send.isSuccess && text === '' ? texts.messages.sent : ''}
      </Text>
    </Stack>
  );
}

function rowsFor(text: string): number {
  return Math.min(14, Math.max(3, text.split('\n').length + Math.floor(text.length / 90)));
}
