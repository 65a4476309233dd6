import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Case, Workflow } from '../api/client';
import { Problem } from '../api/problem';
import { useSendCommand } from '../cases/send-command';
import { Failure } from '../kit/failure';
import { newKey } from '../kit/new-key';
import { useTyped } from '../kit/typed';
import { useLanguage } from '../language/language';
import { useOutcome } from './outcome';
import { ASSESS_ITEM, type Checklist, type Finding, type Item, checklistsKey } from './queries';

const OUTCOMES: readonly Finding['outcome'][] = ['met', 'not-met', 'unclear', 'not-applicable'];

/** As long as the API takes. */
const LONGEST = 10_000;

interface Typed {
  readonly outcome: string;
  readonly justification: string;
}

const NOTHING: Typed = { outcome: '', justification: '' };

const nameOf = (id: string, checklist: string, item: string) => `${id} ${checklist} ${item}`;

/** Whether somebody has begun to assess this item and has not sent it. */
export function useBegun(id: string, checklist: string, item: string): boolean {
  const [typed] = useTyped<Typed>(nameOf(id, checklist, item), NOTHING);
  return typed !== NOTHING;
}

interface AssessItemProps {
  readonly item: Item;
  readonly checklist: Checklist;
  readonly found: Case;
  readonly workflow: Workflow;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** The finding on one item, to be typed. It stays, on other pages too, until the server has it or it is discarded. */
export function AssessItem({ item, checklist, found, workflow, onClose, onSaved }: AssessItemProps) {
  const { texts } = useLanguage();
  const name = nameOf(found.id, checklist.key, item.key);
  const [typed, keep, forget] = useTyped<Typed>(name, NOTHING);
  const { send, sending } = useFinding({ item, checklist, found });
  const outcomeName = useOutcome(workflow);
  const close = () => {
    forget();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(typed, () => {
      close();
      onSaved();
    });
  };
  const needsWhy = typed.outcome !== '' && typed.outcome !== 'met';
  const ready = typed.outcome !== '' && (!needsWhy || typed.justification.trim() !== '');
  return (
    <Stack component="form" gap="sm" onSubmit={submit} aria-label={item.source}>
      <Radio.Group
        label={texts.checklists.found}
        value={typed.outcome}
        onChange={(outcome) => keep({ ...typed, outcome })}
      >
        <Group mt="xs">
          {OUTCOMES.map((outcome, place) => (
            <Radio key={outcome} value={outcome} label={outcomeName(outcome)} data-autofocus={place === 0} />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={texts.checklists.why}
        description={texts.checklists.whyNeeded}
        required={needsWhy}
        rows={3}
        maxLength={LONGEST}
        value={typed.justification}
        onChange={(event) => keep({ ...typed, justification: event.currentTarget.value })}
      />
      {sending.isError && <Failure of={sending.error} />}
      <Group>
        <Button type="submit" loading={sending.isPending} disabled={!ready}>
          {texts.checklists.save}
        </Button>
        <Button variant="default" onClick={close}>
          {texts.checklists.discard}
        </Button>
      </Group>
    </Stack>
  );
}

/** Sends a finding by the one door to cases, the same one again by the same key. */
function useFinding({ item, checklist, found }: Pick<AssessItemProps, 'item' | 'checklist' | 'found'>) {
  const sending = useSendCommand();
  const client = useQueryClient();
  const [sent, setSent] = useState({ key: newKey(), typed: NOTHING });
  const send = (typed: Typed, onSuccess: () => void) => {
    const key = typed === sent.typed ? sent.key : newKey();
    setSent({ key, typed });
    const justification = typed.justification.trim();
    const payload = {
      ...{ stage: checklist.stage, checklist: checklist.key, version: checklist.version, item: item.key },
      ...{ outcome: typed.outcome, ...(justification !== '' && { justification }) },
    };
    sending.mutate(
      { action: { type: ASSESS_ITEM }, payload, seen: found, key },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: checklistsKey(found.id) });
          onSuccess();
        },
        onError: (thrown) => thrown instanceof Problem && setSent({ key: newKey(), typed: NOTHING }),
      },
    );
  };
  return { send, sending };
}
