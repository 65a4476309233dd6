import { Button, Group } from '@mantine/core';
import { useContext, useState } from 'react';
import { useLanguage } from '../../language/language';
import { fill } from '../../language/texts';
import { csvOf } from './csv';
import { definitionOf } from './definitions';
import { MadeContext } from './made';
import type { ReportTableProps } from './report-table';
import { saveAs } from './save-as';
import { xlsxOf } from './xlsx';

/** The table as files: rows alone for programs, a workbook with what its figures mean for people. */
export function Downloads<Row>({ caption, file, columns, rows }: ReportTableProps<Row>) {
  const { texts } = useLanguage();
  const words = texts.reports;
  const about = useAbout(columns);
  const [failed, setFailed] = useState(false);
  const saveCsv = () =>
    saveAs(`${file}.csv`, new Blob([csvOf(columns, rows)], { type: 'text/csv;charset=utf-8' }));
  const saveXlsx = () =>
    xlsxOf({ title: caption, columns, rows, about }).then(
      (book) => {
        setFailed(false);
        saveAs(`${file}.xlsx`, book);
      },
      () => setFailed(true),
    );
  return (
    <Group mt="xs" gap="xs" className="no-print">
      <Button variant="default" size="xs" aria-label={`${words.csv}: ${caption}`} onClick={saveCsv}>
        {words.csv}
      </Button>
      <Button
        variant="default"
        size="xs"
        aria-label={`${words.xlsx}: ${caption}`}
        onClick={() => void saveXlsx()}
      >
        {words.xlsx}
      </Button>
      {failed && <span role="alert">{words.noFile}</span>}
    </Group>
  );
}

/** What a figure means, and when it was made, as the page says it. */
function useAbout<Row>(columns: ReportTableProps<Row>['columns']) {
  const { texts, say, format } = useLanguage();
  const made = useContext(MadeContext);
  const meant = columns.flatMap(({ title, means }) =>
    means === undefined ? [] : [[title, say(definitionOf(means))]],
  );
  const when = made === null ? [] : [[fill(texts.reports.refreshed, { when: format.moment(made) })]];
  return { title: texts.reports.aboutFigures, lines: [...meant, ...when] };
}
