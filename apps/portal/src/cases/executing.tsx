import { Group, Loader, Text } from '@mantine/core';
import type { Case } from '../api/client';
import { isExecutedIn, useWorkflow } from '../api/queries';
import { useLanguage } from '../language/language';

/** Says that nobody need do anything, because the system is at it; the page looks for the end by itself. */
export function Executing({ found }: { found: Pick<Case, 'workflow' | 'state'> }) {
  const { texts } = useLanguage();
  const workflow = useWorkflow(found.workflow).data;
  return (
    <div role="status">
      {isExecutedIn(workflow, found.state) && (
        <Group gap="sm" mt="sm" wrap="nowrap">
          <Loader size="xs" aria-hidden />
          <Text>{texts.cases.executing}</Text>
        </Group>
      )}
    </div>
  );
}
