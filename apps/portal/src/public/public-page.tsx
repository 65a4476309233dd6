import '../reports/reports.css';
import { Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Schemas, api } from '../api/client';
import { answerOf } from '../api/problem';
import { Failure } from '../kit/failure';
import { PageHeading } from '../kit/page-heading';
import { useLanguage } from '../language/language';
import { fill } from '../language/texts';
import { MadeContext } from '../reports/parts/made';
import { HowToApply } from './how-to-apply';
import { Numbers } from './numbers';
import { PublicFrame } from './public-frame';
import { Queue } from './queue';
import { Rights } from './rights';
import { StepByStep } from './step-by-step';
import { UsualLeadTimes } from './usual-lead-times';

export type PublicStatus = Schemas['PublicStatusBody'];

function useStatus() {
  const queryFn = () => answerOf(api.GET('/api/v1/public/status'));
  return useQuery({ queryKey: ['public-status'], queryFn, staleTime: Infinity });
}

/** What anybody may know: how long it takes, what rights a person has, how to apply. Rights stand there whatever fails. */
export function PublicPage() {
  const { texts } = useLanguage();
  const asked = useStatus();
  const status = asked.data;
  return (
    <PublicFrame>
      <PageHeading title={texts.public.title} />
      <Text mt="xs">{texts.public.intro}</Text>
      {asked.isPending && <Loader aria-label={texts.app.loading} my="xl" />}
      {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
      {status !== undefined && (
        <>
          <Queue status={status} />
          <UsualLeadTimes status={status} />
        </>
      )}
      <HowToApply startable={status?.startable ?? []} />
      <Rights />
      {status !== undefined && (
        <MadeContext value={status.refreshedAt}>
          <StepByStep stages={status.stages} />
          <Numbers applications={status.applications} />
          <WhatItIs status={status} />
        </MadeContext>
      )}
    </PublicFrame>
  );
}

function WhatItIs({ status: { definition, refreshedAt } }: { status: PublicStatus }) {
  const { texts, say, format } = useLanguage();
  return (
    <section>
      <Text size="sm" c="dimmed" maw="60rem">
        {texts.public.withheld} {say(definition)}
      </Text>
      <Text size="sm" c="dimmed">
        {fill(texts.reports.refreshed, { when: format.moment(refreshedAt) })}
      </Text>
    </section>
  );
}
