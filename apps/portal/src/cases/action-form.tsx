import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Action, Case } from '../api/client';
import { useCauses, useEvents, useWorkflow } from '../api/queries';
import { faultsOf } from '../form/faults';
import { Fields } from '../form/fields';
import { FormContext, type FormInUse } from '../form/form-context';
import { type Schema, type Values, startingValues } from '../form/schema';
import { sendable } from '../form/sendable';
import { Failure } from '../kit/failure';
import { newKey } from '../kit/new-key';
import { useTyped } from '../kit/typed';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { useActionLabel } from './actions';
import { knownValues } from './known-values';
import { Meanwhile } from './meanwhile';
import { isConflict, useSendCommand } from './send-command';

interface ActionFormProps {
  readonly name: string;
  /** Null where the case has changed under the person's hands and no longer offers it. */
  readonly action: Action | null;
  readonly found: Case;
  readonly onDone: (label: string) => void;
  readonly onClose: () => void;
}

/** What an action asks for, made from its schema. What is typed stays until it is sent or discarded. */
export function ActionForm({ name, action, found, onDone, onClose }: ActionFormProps) {
  // An action that is gone keeps its form, so that what was typed can still be read.
  const [begun] = useState(action);
  const shown = action ?? begun;
  if (shown === null) return null;
  return (
    <OpenForm
      name={name}
      action={shown}
      gone={action === null || !action.possible}
      found={found}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

interface OpenFormProps extends ActionFormProps {
  readonly action: Action;
  readonly gone: boolean;
}

function OpenForm({ name, action, gone, found, onDone, onClose }: OpenFormProps) {
  const { texts } = useLanguage();
  const label = useActionLabel(action);
  const schema = action.payloadSchema as Schema;
  const [values, keep, forget] = useTyped<Values>(`${found.id} ${name}`, startingValues(schema));
  const [looked, setLooked] = useState(false);
  const [key, setKey] = useState(newKey);
  const send = useSendCommand();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const faults = looked ? faultsOf(schema, sendable(values)) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setLooked(true);
    if (faultsOf(schema, sendable(values)).length > 0) return;
    send.mutate(
      { action, payload: sendable(values), seen: found, key },
      {
        onSuccess: () => {
          forget();
          onDone(label);
        },
        // What was refused is another command when it is sent again; what nobody answered is the same.
        onError: (thrown) => 'code' in thrown && setKey(newKey()),
      },
    );
  };
  const discard = () => {
    forget();
    onClose();
  };
  const form = useFormOf(found, schema, name, faults);
  return (
    <Card withBorder component="form" noValidate onSubmit={submit} aria-labelledby="action-heading">
      <Stack gap="md">
        <Title order={3} size="h4" id="action-heading" tabIndex={-1} ref={heading}>
          {label}
        </Title>
        <Meanwhile found={found} />
        {gone && <Alert color="orange">{texts.cases.goneText}</Alert>}
        <FormContext value={form}>
          <Fields schema={schema} values={values} onChange={keep} />
        </FormContext>
        <Text size="sm">{action.decision ? texts.cases.decisionNote : texts.cases.finalNote}</Text>
        <SendingFaults thrown={send.error} marked={faults.length > 0} />
        <Group>
          <Button type="submit" loading={send.isPending} disabled={gone}>
            {fill(texts.cases.sendIt, { what: label })}
          </Button>
          <Button variant="default" onClick={discard}>
            {texts.cases.lost}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function SendingFaults({ thrown, marked }: { thrown: unknown; marked: boolean }) {
  const { texts } = useLanguage();
  return (
    <>
      {marked && <Alert color="red" role="alert" title={texts.cases.mend} />}
      {isConflict(thrown) && (
        <Alert color="orange" role="alert" title={texts.cases.changedTitle}>
          {texts.cases.changedText}
        </Alert>
      )}
      {thrown !== null && <Failure of={thrown} />}
    </>
  );
}

function useFormOf(found: Case, root: Schema, id: string, faults: ReturnType<typeof faultsOf>): FormInUse {
  const { say } = useLanguage();
  const workflow = useWorkflow(found.workflow).data;
  const causes = useCauses().data;
  const events = useEvents(found.id, true).data;
  return useMemo(
    () => ({
      ...{ id: id.replace(/\W+/g, '-'), root },
      ...{ fields: workflow?.texts.fields ?? {}, codes: workflow?.texts.codes ?? {} },
      characteristics: {},
      faults: new Map(faults.map(({ path, kind }) => [path, kind])),
      known: knownValues({ found, events: events ?? [], causes: causes ?? [], say }),
    }),
    [id, root, workflow, faults, found, events, causes, say],
  );
}
