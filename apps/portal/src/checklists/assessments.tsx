import { Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { Case, LedgerEvent, Workflow } from '../api/client';
import { useEvents, useWorkflow } from '../api/queries';
import { Said } from '../cases/form-view';
import { Failure } from '../kit/failure';
import { useLanguage } from '../language/language';
import { useParties } from '../session/me';
import { ChecklistCard } from './checklist-card';
import { ASSESS_ITEM, useChecklists } from './queries';

/**
 * What the body has found so far, side by side: its checklists, where they are begun or the reader may assess now, and
 * what each assessment came to. For the body's own people; nothing where there is nothing to show.
 */
export function Assessments({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const isOfBody = useParties().includes('hdab');
  const workflow = useWorkflow(found.workflow).data;
  const asked = useChecklists(found.id, isOfBody);
  const events = useEvents(found.id, isOfBody).data ?? [];
  const mayAssess = found.actions
    .filter(({ type, possible }) => type === ASSESS_ITEM && possible)
    .map(({ stage }) => stage);
  const lists = (asked.data ?? []).filter(
    ({ stage, items }) =>
      mayAssess.includes(stage) || items.some(({ assessments }) => assessments.length > 0),
  );
  const ended = workflow === undefined ? [] : lastAssessments(events, workflow);
  if (!isOfBody || workflow === undefined) return null;
  if (lists.length + ended.length === 0 && !asked.isError) return null;
  return (
    <section aria-label={texts.checklists.title}>
      <Title order={2} size="h3" mb="sm">
        {texts.checklists.title}
      </Title>
      {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
      <SimpleGrid cols={{ base: 1, md: lists.length + ended.length > 1 ? 2 : 1 }}>
        {lists.map((checklist) => (
          <ChecklistCard
            key={checklist.key}
            checklist={checklist}
            found={found}
            workflow={workflow}
            mayAssess={mayAssess.includes(checklist.stage)}
          />
        ))}
        {ended.map((event) => (
          <AssessmentCard key={event.number} event={event} workflow={workflow} />
        ))}
      </SimpleGrid>
    </section>
  );
}

/** Of each event that its workflow calls an assessment, the last one: what was found anew replaces what was. */
function lastAssessments(events: readonly LedgerEvent[], workflow: Workflow): LedgerEvent[] {
  const types = workflow.events.filter(({ assessment }) => assessment).map(({ type }) => type);
  return types.flatMap((type) => events.findLast((event) => event.type === type) ?? []);
}

function AssessmentCard({ event, workflow }: { event: LedgerEvent; workflow: Workflow }) {
  const { say, format } = useLanguage();
  const label = workflow.events.find(({ type }) => type === event.type)?.label;
  return (
    <Card withBorder padding="md">
      <Stack gap="xs">
        <Title order={3} size="h4">
          {label === undefined ? event.type : say(label)}
        </Title>
        <Text size="sm" c="dimmed">
          {event.onBehalfOf ?? event.actor} · {format.moment(event.occurredAt)}
        </Text>
        {Object.entries(event.payload ?? event.record).map(([name, value]) => (
          <Said key={name} name={name} value={value} workflow={workflow} />
        ))}
      </Stack>
    </Card>
  );
}
