import { Box, Loader, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from '../../kit/failure';
import { PageHeading } from '../../kit/page-heading';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { MadeContext } from './made';

interface Told {
  readonly definition: string;
  readonly refreshedAt: string;
  readonly method: string;
  readonly error: number;
}

interface ReportPageProps<Report extends Told> {
  readonly title: string;
  readonly asked: UseQueryResult<Report>;
  readonly children: (report: Report) => ReactNode;
}

/** A page around one report: that it is coming, that it failed, what it measures, and when it was made. */
export function ReportPage<Report extends Told>({ title, asked, children }: ReportPageProps<Report>) {
  const { texts } = useLanguage();
  const report = asked.data;
  return (
    <>
      <PageHeading title={title} />
      {asked.isPending && <Loader aria-label={texts.app.loading} my="xl" />}
      {asked.isError && <Failure of={asked.error} again={() => void asked.refetch()} />}
      {report !== undefined && (
        <Box
          aria-busy={asked.isPlaceholderData}
          className={asked.isPlaceholderData ? 'report-old' : undefined}
        >
          <MadeContext value={report.refreshedAt}>{children(report)}</MadeContext>
          <HowMade report={report} />
        </Box>
      )}
    </>
  );
}

function HowMade({ report }: { report: Told }) {
  const { texts, format } = useLanguage();
  const { refreshedAt, method, error } = report;
  const bound = fill(texts.reports.errorBound, { percent: format.number(error * 100) });
  return (
    <section>
      <Text size="sm" c="dimmed" maw="60rem">
        {report.definition}
      </Text>
      <Text size="sm" c="dimmed">
        {fill(texts.reports.refreshed, { when: format.moment(refreshedAt) })}{' '}
        {method === 'exact' ? texts.reports.exact : bound}
      </Text>
    </section>
  );
}
