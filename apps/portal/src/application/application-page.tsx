import { Alert, Anchor, Grid, Skeleton, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { Case, Workflow } from '../api/client';
import { useCase, useWorkflow } from '../api/queries';
import { useMyCases } from '../cases/my-cases-page';
import { titleOf } from '../cases/names';
import { FormContext, type FormInUse } from '../form/form-context';
import type { Schema, Values } from '../form/schema';
import { faultsBySection, sectionsOf } from '../form/sections';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { useMayChange } from '../cases/use-may-change';
import { Conflict } from './conflict';
import { DOCUMENTS, REVIEW } from './last-steps';
import { DocumentsSection } from './documents-section';
import { ReviewSection } from './review-section';
import { SectionList } from './section-list';
import { OneSection } from './one-section';
import { Standing } from './standing';
import { useDraft } from './use-draft';

/** An application in sections, which saves itself. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const asked = useCase(id);
  const workflow = useWorkflow(asked.data?.workflow);
  if (asked.data === undefined) {
    return asked.isPending ? <Skeleton height={300} /> : <Failure of={asked.error} />;
  }
  if (workflow.data === undefined) {
    return workflow.isPending ? <Skeleton height={300} /> : <Failure of={workflow.error} />;
  }
  return <Application key={id} found={asked.data} workflow={workflow.data} />;
}

function Application({ found, workflow }: { found: Case; workflow: Workflow }) {
  const { texts } = useLanguage();
  const draft = useDraft(found);
  const schema = (workflow.form?.schema ?? {}) as Schema;
  const sections = sectionsOf(schema);
  const faults = faultsBySection(schema, draft.values);
  const { section: shown = sections[0]?.key ?? REVIEW } = useParams();
  const section = sections.find(({ key }) => key === shown);
  const form = useFormInUse(found, workflow, schema);
  const mayChange = useMayChange(found);
  return (
    <Stack maw={1100}>
      <div>
        <Anchor component={Link} to={`/cases/${found.id}`}>
          {texts.application.toCase}
        </Anchor>
        <PageHeading title={titleOf({ form: draft.values }, workflow) ?? texts.application.title} />
        <Text size="sm">{texts.application.later}</Text>
        <Standing draft={draft} />
      </div>
      {!mayChange && <Alert color="orange">{texts.application.closed}</Alert>}
      {draft.conflict !== null && <Conflict draft={draft} conflict={draft.conflict} workflow={workflow} />}
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <SectionList
            id={found.id}
            sections={sections}
            faults={faults}
            shown={section?.key ?? (shown === DOCUMENTS ? DOCUMENTS : REVIEW)}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <FormContext value={form}>
            {section !== undefined ? (
              <OneSection
                key={section.key}
                found={found}
                section={section}
                sections={sections}
                schema={schema}
                draft={draft}
              />
            ) : shown === DOCUMENTS ? (
              <DocumentsSection found={found} />
            ) : (
              <ReviewSection
                found={found}
                sections={sections}
                faults={faults}
                workflow={workflow}
                draft={draft}
              />
            )}
          </FormContext>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function useFormInUse({ id }: Case, workflow: Workflow, root: Schema): FormInUse {
  const { cases } = useMyCases();
  const others = cases.filter((other) => other.id !== id && other.workflow === workflow.key);
  const form = useMemo<FormInUse>(
    () => ({
      ...{ id: 'application', root },
      ...{ fields: workflow.texts.fields, codes: workflow.texts.codes },
      characteristics: (workflow.form?.characteristics ?? {}) as FormInUse['characteristics'],
      // While somebody writes nothing is wrong yet; the list of sections says what is left.
      faults: new Map(),
      known: () => null,
    }),
    [workflow, root],
  );
  return { ...form, earlier: (name) => others.flatMap((other) => listIn(other.form?.[name])) };
}

function listIn(value: unknown): Values[] {
  return Array.isArray(value) ? (value as Values[]) : [];
}
