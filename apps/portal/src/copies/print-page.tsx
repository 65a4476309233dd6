import './print.css';
import { Anchor, Button, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import type { Case, Workflow } from '../api/client';
import { useCase, useWorkflow } from '../api/queries';
import { SectionView } from '../cases/form-view';
import { titleOf, useNames } from '../cases/names';
import { useDocuments } from '../documents/queries';
import type { Schema } from '../form/schema';
import { sectionsOf } from '../form/sections';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';

/** An application on paper: everything that stands in it, and nothing to press. */
export function PrintPage() {
  const { id = '' } = useParams();
  const asked = useCase(id);
  const workflow = useWorkflow(asked.data?.workflow);
  const thrown = asked.error ?? workflow.error;
  if (thrown !== null) return <Failure of={thrown} />;
  if (asked.data === undefined || workflow.data === undefined) return <Skeleton height={300} />;
  return <OnPaper found={asked.data} workflow={workflow.data} />;
}

function OnPaper({ found, workflow }: { found: Case; workflow: Workflow }) {
  const { texts, say } = useLanguage();
  const names = useNames();
  const form = found.form ?? {};
  const sections = sectionsOf((workflow.form?.schema ?? {}) as Schema);
  const number = found.registrationNumber ?? texts.cases.draft;
  return (
    <Stack maw={800}>
      <Group className="not-on-paper">
        <Anchor component={Link} to={`/cases/${found.id}`}>
          {texts.application.toCase}
        </Anchor>
        <Button onClick={() => window.print()}>{texts.copies.printNow}</Button>
      </Group>
      <PageHeading title={titleOf(found, workflow) ?? names.workflow(found.workflow)} />
      <Text>{`${names.workflow(found.workflow)} · ${number}`}</Text>
      {sections
        .filter((section) => section.names.some((name) => form[name] !== undefined))
        .map((section) => (
          <section key={section.key}>
            <Title order={2} size="h4" mb="xs">
              {say(section.title)}
            </Title>
            <SectionView section={section} form={form} workflow={workflow} />
          </section>
        ))}
      <DocumentNames id={found.id} />
    </Stack>
  );
}

function DocumentNames({ id }: { id: string }) {
  const { texts, format } = useLanguage();
  const documents = (useDocuments(id).data ?? []).filter(({ replacedBy }) => replacedBy === null);
  if (documents.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {texts.documents.title}
      </Title>
      <List>
        {documents.map(({ id: key, name, addedAt }) => (
          <List.Item key={key}>
            {name ?? texts.documents.disposed} ({format.date(addedAt)})
          </List.Item>
        ))}
      </List>
    </section>
  );
}
