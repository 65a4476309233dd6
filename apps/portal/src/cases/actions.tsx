import { Accordion, Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Action, Case } from '../api/client';
import { Failure } from '../kit/failure';
import { newKey } from '../kit/new-key';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { ActionForm } from './action-form';
import { useNames } from './names';
import { useSendCommand } from './send-command';

/** The events that every workflow knows and whose payload is the stage alone: one press is enough. */
const AT_ONCE = ['CLAIM', 'RESUME'];

/** Those that have a part of the page to themselves. */
const ELSEWHERE = ['SEND_MESSAGE', 'ASSESS_ITEM'];

const keyOf = ({ type, stage }: Pick<Action, 'type' | 'stage'>) => `${type} ${stage ?? ''}`;

/** Everything that the machine lets this person do now, and of the rest why not. */
export function Actions({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const [done, setDone] = useState<{ readonly label: string } | null>(null);
  const said = useRef<HTMLDivElement>(null);
  // What was pressed is gone, and the focus goes to what it did rather than nowhere.
  useEffect(() => {
    if (done !== null) said.current?.focus();
  }, [done]);
  const shown = found.actions.filter(({ type }) => !ELSEWHERE.includes(type));
  const possible = shown.filter((action) => action.possible);
  const opened = found.actions.find((action) => keyOf(action) === open);
  return (
    <Stack gap="md">
      {possible.length === 0 && <Text>{texts.cases.noActions}</Text>}
      <Group gap="sm">
        {possible.map((action, place) => (
          <ActionButton
            key={keyOf(action)}
            action={action}
            found={found}
            first={place === 0}
            opened={keyOf(action) === open}
            onOpen={() => setOpen(keyOf(action) === open ? null : keyOf(action))}
            onDone={(label) => setDone({ label })}
          />
        ))}
      </Group>
      <div role="status" ref={said} tabIndex={-1} className="said-done">
        {done !== null && <Alert color="lake">{fill(texts.cases.done, { what: done.label })}</Alert>}
      </div>
      {open !== null && (
        <ActionForm
          key={open}
          name={open}
          action={opened ?? null}
          found={found}
          onDone={(label) => {
            setOpen(null);
            setDone({ label });
          }}
          onClose={() => setOpen(null)}
        />
      )}
      <NotNow actions={shown.filter((action) => !action.possible)} />
    </Stack>
  );
}

interface ActionButtonProps {
  readonly action: Action;
  readonly found: Case;
  readonly first: boolean;
  readonly opened: boolean;
  readonly onOpen: () => void;
  readonly onDone: (label: string) => void;
}

function ActionButton({ action, found, first, opened, onOpen, onDone }: ActionButtonProps) {
  const label = useActionLabel(action);
  const send = useSendCommand();
  const atOnce = AT_ONCE.includes(action.type);
  const payload = { stage: action.stage };
  // By the promise: where the button goes with what it did, nobody calls it back.
  const sendNow = () =>
    send.mutateAsync({ action, payload, seen: found, key: newKey() }).then(
      () => onDone(label),
      () => undefined,
    );
  const press = () => (atOnce ? void sendNow() : onOpen());
  return (
    <>
      <Button
        variant={first ? 'filled' : 'default'}
        onClick={press}
        loading={send.isPending}
        {...(atOnce ? {} : { 'aria-expanded': opened })}
      >
        {label}
      </Button>
      {send.isError && <Failure of={send.error} />}
    </>
  );
}

/** What an action is called, with the stage where several stages share it. */
export function useActionLabel({ label, stage }: Pick<Action, 'label' | 'stage'>): string {
  const { say } = useLanguage();
  const names = useNames();
  return stage === null ? say(label) : `${say(label)}: ${names.stage(stage)}`;
}

function NotNow({ actions }: { actions: readonly Action[] }) {
  const { texts, say } = useLanguage();
  if (actions.length === 0) return null;
  return (
    <Accordion variant="contained" order={3}>
      <Accordion.Item value="not-now">
        <Accordion.Control>{texts.cases.notNow}</Accordion.Control>
        <Accordion.Panel>
          <List>
            {actions.map(({ type, stage, label, why }) => (
              <List.Item key={keyOf({ type, stage })}>
                <b>{say(label)}</b>: {why === null ? '' : say(why.text)}
              </List.Item>
            ))}
          </List>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
