import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { Workflow } from '../api/client';
import { Said } from '../cases/form-view';
import { useLanguage } from '../language/language';
import type { Conflict as Meeting, Draft } from './use-draft';

interface ConflictProps {
  readonly draft: Draft;
  readonly conflict: Meeting;
  readonly workflow: Workflow;
}

/** Two people changed the same: both are shown, and the person chooses. */
export function Conflict({ draft, conflict, workflow }: ConflictProps) {
  const { texts } = useLanguage();
  return (
    <Alert color="orange" role="alert" title={texts.application.conflictTitle}>
      <Stack>
        <Text>{texts.application.conflictText}</Text>
        {conflict.fields.map((field) => (
          <Stack key={field} gap="xs">
            <Text fw={600}>{texts.application.yours}</Text>
            <OneField name={field} value={draft.values[field]} workflow={workflow} />
            <Text fw={600}>{texts.application.theirs}</Text>
            <OneField name={field} value={conflict.theirs[field]} workflow={workflow} />
            <Group>
              <Button onClick={() => draft.settle(field, 'mine')}>{texts.application.keepYours}</Button>
              <Button variant="default" onClick={() => draft.settle(field, 'theirs')}>
                {texts.application.takeTheirs}
              </Button>
            </Group>
          </Stack>
        ))}
      </Stack>
    </Alert>
  );
}

function OneField({ name, value, workflow }: { name: string; value: unknown; workflow: Workflow }) {
  const { texts } = useLanguage();
  if (value === undefined) return <Text>{texts.application.nothing}</Text>;
  return <Said name={name} value={value} workflow={workflow} />;
}
