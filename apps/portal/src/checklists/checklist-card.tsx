import { Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Case, Workflow } from '../api/client';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import './checklists.css';
import { AssessItem, useBegun } from './assess-item';
import { useOutcome } from './outcome';
import type { Checklist, Finding, Item } from './queries';

/** Beside its word, so that a finding is told by more than a colour. */
const SHAPE = { met: '✓', 'not-met': '✕', unclear: '?', 'not-applicable': '–' } as const;

interface ChecklistCardProps {
  readonly checklist: Checklist;
  readonly found: Case;
  readonly workflow: Workflow;
  readonly mayAssess: boolean;
}

export function ChecklistCard({ checklist, found, workflow, mayAssess }: ChecklistCardProps) {
  const { texts, say } = useLanguage();
  const [saved, setSaved] = useState<string | null>(null);
  const done = checklist.items.filter(({ assessments }) => assessments.length > 0).length;
  return (
    <Card withBorder padding="md">
      <Stack gap="sm">
        <div>
          <Title order={3} size="h4">
            {say(checklist.title)}
          </Title>
          <Text size="sm" c="dimmed">
            {checklist.source} · {fill(texts.checklists.progress, { done, all: checklist.items.length })}
          </Text>
        </div>
        <Stack component="ol" gap={0} className="checklist">
          {checklist.items.map((item) => (
            <OneItem
              key={item.key}
              {...{ item, checklist, found, workflow, mayAssess }}
              onSaved={() => setSaved(item.source)}
            />
          ))}
        </Stack>
        <Text role="status" size="sm">
          {saved === null ? '' : fill(texts.checklists.saved, { what: saved })}
        </Text>
      </Stack>
    </Card>
  );
}

interface OneItemProps extends ChecklistCardProps {
  readonly item: Item;
  readonly onSaved: () => void;
}

function OneItem({ item, checklist, found, workflow, mayAssess, onSaved }: OneItemProps) {
  const { texts, say } = useLanguage();
  const begun = useBegun(found.id, checklist.key, item.key);
  const [open, setOpen] = useState(begun);
  const [latest, ...earlier] = item.assessments;
  return (
    <li className="checklist-item">
      <Stack gap="xs">
        <Text>
          <b>{item.source}</b> {say(item.text)}
        </Text>
        {latest === undefined ? (
          <Text size="sm" c="dimmed">
            {texts.checklists.notYet}
          </Text>
        ) : (
          <Found finding={latest} workflow={workflow} />
        )}
        {earlier.length > 0 && <Earlier findings={earlier} workflow={workflow} />}
        {mayAssess && !open && (
          <div>
            <Button
              variant="default"
              size="xs"
              onClick={() => setOpen(true)}
              aria-label={`${texts.checklists[latest === undefined ? 'assess' : 'change']}: ${item.source}`}
            >
              {texts.checklists[latest === undefined ? 'assess' : 'change']}
            </Button>
          </div>
        )}
        {mayAssess && open && (
          <AssessItem
            {...{ item, checklist, found, workflow }}
            onClose={() => setOpen(false)}
            onSaved={onSaved}
          />
        )}
      </Stack>
    </li>
  );
}

interface FindingProps {
  readonly finding: Finding;
  readonly workflow: Workflow;
}

function Found({ finding, workflow }: FindingProps) {
  const { format } = useLanguage();
  const { outcome, justification, actor, onBehalfOf, occurredAt } = finding;
  return (
    <div>
      <Group gap="xs">
        <Text fw={600} className={`finding-${outcome}`}>
          <span aria-hidden>{SHAPE[outcome]} </span>
          {useOutcome(workflow)(outcome)}
        </Text>
        <Text size="sm" c="dimmed">
          {onBehalfOf ?? actor} · {format.moment(occurredAt)}
        </Text>
      </Group>
      {justification !== null && <Text className="said">{justification}</Text>}
    </div>
  );
}

function Earlier({ findings, workflow }: { findings: readonly Finding[]; workflow: Workflow }) {
  const { texts, format } = useLanguage();
  const outcomeName = useOutcome(workflow);
  return (
    <details>
      <summary>{texts.checklists.earlier}</summary>
      <List size="sm">
        {findings.map(({ number, outcome, justification, actor, onBehalfOf, occurredAt }) => (
          <List.Item key={number}>
            {outcomeName(outcome)} · {onBehalfOf ?? actor} · {format.moment(occurredAt)}
            {justification !== null && <Text className="said">{justification}</Text>}
          </List.Item>
        ))}
      </List>
    </details>
  );
}
