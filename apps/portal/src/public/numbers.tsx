import { useLanguage } from '../language/language';
import { ReportTable } from '../reports/parts/report-table';
import { Section } from '../reports/parts/section';
import type { PublicStatus } from './public-page';

const COUNTS = ['submitted', 'permit', 'refused', 'answered', 'dismissed', 'withdrawn'] as const;

/** How many applied, and what became of it: all of them, then by what tells them apart. */
export function Numbers({ applications }: Pick<PublicStatus, 'applications'>) {
  const { texts, say } = useLanguage();
  const words = texts.public;
  return applications.map(({ key, label, rows }) => {
    const title = `${words.numbers}: ${say(label).toLowerCase()}`;
    return (
      <Section key={key} title={title}>
        <ReportTable
          caption={title}
          file={`applications-${key}`}
          rows={rows}
          columns={[
            { title: say(label), value: (row) => say(row.label) },
            ...COUNTS.map((name) => ({
              ...{ title: words[name], value: (row: (typeof rows)[number]) => row[name] },
            })),
          ]}
        />
      </Section>
    );
  });
}
