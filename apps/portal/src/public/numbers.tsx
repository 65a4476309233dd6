import { useLanguage } from '../language/language';
import { ReportTable } from '../reports/parts/report-table';
import { Section } from '../reports/parts/section';
import type { PublicStatus } from './public-page';

type Counts = Omit<PublicStatus['applications'][number]['rows'][number], 'key' | 'label'>;

/** How many applied, and what became of it: all of them, then by what tells them apart. */
export function Numbers({ applications }: Pick<PublicStatus, 'applications'>) {
  const { texts, say } = useLanguage();
  const words = texts.public;
  return applications.map(({ key, label, rows }) => {
    const caption = `${words.numbers}: ${say(label).toLowerCase()}`;
    return (
      <Section key={key} title={caption}>
        <ReportTable
          caption={caption}
          file={`applications-${key}`}
          rows={rows}
          columns={[
            { title: say(label), value: (row) => say(row.label) },
            ...Object.entries(words.counts).map(([name, title]) => ({
              ...{ title, value: (row: Counts) => row[name as keyof Counts] },
            })),
          ]}
        />
      </Section>
    );
  });
}
