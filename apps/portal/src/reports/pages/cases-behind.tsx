import { Anchor, Button, Loader, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Problem } from '../../api/problem';
import { Failure } from '../../kit/failure';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { daysOf } from '../amounts';
import { useFilters } from '../filters/filters';
import { useNames } from '../names';
import { ReportTable } from '../parts/report-table';
import { Section } from '../parts/section';
import { type ReportFilter, type ReportName, useCasesBehind } from '../queries';

/** Opens the cases behind a row; which one, the address keeps. */
export function CasesLink({ row, name }: { row: string; name: string }) {
  const { texts } = useLanguage();
  const { address, set } = useFilters();
  const isOpen = address.get('cases') === row;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-expanded={isOpen}
      aria-label={fill(texts.reports.showCasesOf, { stage: name })}
      onClick={() => set({ cases: isOpen ? null : row })}
    >
      {texts.reports.showCases}
    </Button>
  );
}

/** The cases behind the chosen row, for those who may see every case; others are told that they see figures alone. */
export function CasesBehind({ report, filter }: { report: ReportName; filter: ReportFilter }) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const { address } = useFilters();
  const { stage } = useNames();
  const row = address.get('cases');
  const asked = useCasesBehind(report, filter, row);
  if (row === null) return null;
  const title = fill(words.casesOf, { stage: stage(row) });
  const mayNot = asked.error instanceof Problem && asked.error.status === 403;
  return (
    <Section title={title} note={words.casesNote}>
      {asked.isPending && <Loader size="sm" aria-label={texts.app.loading} />}
      {mayNot && <Text role="status">{words.figuresAlone}</Text>}
      {asked.isError && !mayNot && <Failure of={asked.error} again={() => void asked.refetch()} />}
      {asked.data !== undefined && (
        <ReportTable
          caption={title}
          file="cases"
          rows={asked.data.items}
          columns={[
            {
              title: words.case,
              value: ({ registrationNumber, id }) => registrationNumber ?? id,
              show: ({ registrationNumber, id }) => (
                <Anchor component={Link} to={`/cases/${id}`}>
                  {registrationNumber ?? id}
                </Anchor>
              ),
            },
            {
              title: words.contributed,
              value: ({ contributed }) => daysOf(contributed),
              means: 'contributed',
            },
            { title: words.removable, value: ({ removable }) => daysOf(removable), means: 'removable' },
            { title: words.n, value: ({ n }) => n, means: 'n' },
            { title: words.open, value: ({ open }) => open, means: 'open' },
          ]}
        />
      )}
    </Section>
  );
}
