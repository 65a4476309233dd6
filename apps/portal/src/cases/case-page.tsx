import { Alert, Anchor, Button, Group, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Case } from '../api/client';
import { useCase, useEvents, useWorkflow } from '../api/queries';
import { Assessments } from '../checklists/assessments';
import { Messages } from '../messages/messages';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { Progress, useFollows } from '../progress/progress';
import { Copies } from '../copies/copies';
import { Documents } from '../documents/documents';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { Actions } from './actions';
import { ChildrenTable } from './children-table';
import { ClockTable } from './clock-table';
import { Executing } from './executing';
import { FormView } from './form-view';
import { History } from './history';
import { knownValues } from './known-values';
import { isWorked, titleOf, useNames, useStateName } from './names';
import { ProcessPicture } from './process-picture';
import { StageCard } from './stage-card';

/** A case, or a part of one: where it is, what can be done now, and what has happened. */
export function CasePage() {
  const { id = '' } = useParams();
  const asked = useCase(id);
  if (asked.isPending) return <Skeleton height={240} />;
  if (asked.data === undefined) return <Failure of={asked.error} again={() => void asked.refetch()} />;
  return <WholeCase key={id} found={asked.data} />;
}

function WholeCase({ found }: { found: Case }) {
  const { texts } = useLanguage();
  const workflow = useWorkflow(found.workflow).data;
  const events = useEvents(found.id, true).data;
  return (
    <Stack gap="xl" maw={1100}>
      <Head found={found} />
      {useFollows(found) ? (
        <Progress found={found} />
      ) : (
        <Part title={texts.cases.turn}>
          <Standing found={found} />
          <Executing found={found} />
        </Part>
      )}
      <Part title={texts.cases.actions}>
        <Actions found={found} />
      </Part>
      {found.outcome === null && (
        <Part title={texts.cases.clocks}>
          <ClockTable clocks={found.clocks} />
        </Part>
      )}
      {found.children.length > 0 && (
        <Part title={texts.cases.children}>
          <ChildrenTable items={found.children} />
        </Part>
      )}
      {found.form !== null && workflow !== undefined && (
        <Part title={texts.cases.form}>
          <FormView form={found.form} workflow={workflow} />
          <Copies found={found} workflow={workflow} />
        </Part>
      )}
      {found.form !== null && (
        <Part title={texts.documents.title}>
          <Documents found={found} />
        </Part>
      )}
      <Assessments found={found} />
      <Messages found={found} />
      <Part title={texts.cases.process}>
        <ProcessPicture found={found} />
      </Part>
      {events !== undefined && (
        <Part title={texts.cases.history}>
          <History events={events} workflow={found.workflow} />
        </Part>
      )}
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

function Head({ found }: { found: Case }) {
  const names = useNames();
  const workflow = useWorkflow(found.workflow).data;
  const kind = names.workflow(found.workflow);
  const facts = [found.registrationNumber, found.holder, found.part].filter((fact) => fact !== null);
  return (
    <div>
      {found.parent !== null && <ToWhole id={found.parent} />}
      <PageHeading title={titleOf(found, workflow) ?? kind} />
      <Text>{[kind, ...facts].join(' · ')}</Text>
      {found.parent !== null && <Concerns found={found} />}
    </div>
  );
}

/** What a part of a case is about, as its opening says it. */
function Concerns({ found }: { found: Case }) {
  const { texts, say } = useLanguage();
  const events = useEvents(found.id, true).data ?? [];
  const datasets = knownValues({ found, events, causes: [], say })('datasets');
  if (datasets === null) return null;
  return (
    <Text>
      {texts.cases.concerns}: {datasets.map(({ label }) => label).join(', ')}
    </Text>
  );
}

/** Whoever works on a part alone may not see the whole. */
function ToWhole({ id }: { id: string }) {
  const { texts } = useLanguage();
  const whole = useCase(id);
  if (whole.data === undefined) return null;
  return (
    <Anchor component={Link} to={`/cases/${id}`}>
      {texts.cases.parent}
    </Anchor>
  );
}

function Standing({ found }: { found: Case }) {
  const { texts, say } = useLanguage();
  const stateName = useStateName(found.workflow);
  const workflow = useWorkflow(found.workflow).data;
  const worked = found.stages.filter(isWorked);
  if (found.outcome !== null) {
    const named = workflow?.texts.outcomes[found.outcome];
    const outcome = named === undefined ? found.outcome : say(named);
    return <Alert color="lake">{fill(texts.cases.ended, { outcome })}</Alert>;
  }
  if (worked.length > 0) {
    return (
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {worked.map((at) => (
          <StageCard key={`${at.region} ${at.stage}`} at={at} />
        ))}
      </SimpleGrid>
    );
  }
  const isDraft = found.registrationNumber === null && found.parent === null;
  return (
    <Stack align="flex-start">
      <Text fw={600}>{found.state.map((path) => stateName(path) ?? path).join(', ')}</Text>
      {isDraft ? (
        <Group>
          <Button component={Link} to={`/applications/${found.id}`}>
            {texts.cases.editForm}
          </Button>
        </Group>
      ) : (
        <Text>{texts.cases.betweenStages}</Text>
      )}
    </Stack>
  );
}
