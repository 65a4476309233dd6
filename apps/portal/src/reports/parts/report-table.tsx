import { ScrollArea, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLanguage } from '../../language/language';
import type { FigurePath } from './definitions';
import { Downloads } from './downloads';
import { Meaning } from './meaning';
import type { Moment } from './xlsx';

export interface Column<Row> {
  readonly title: string;
  readonly means?: FigurePath;
  /** Where the texts are dates, as `2026-11-22` or `2026-11`. */
  readonly is?: Moment;
  /** What stands in the table and in the files. */
  readonly value: (row: Row) => string | number | null;
  /** In place of the value, on the page alone. */
  readonly show?: (row: Row) => ReactNode;
}

export interface ReportTableProps<Row> {
  readonly caption: string;
  /** Name of the files, without their endings. */
  readonly file: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

/** The figures of a report, all of them, to read and to take along. The first column names the row. */
export function ReportTable<Row>({ caption, file, columns, rows }: ReportTableProps<Row>) {
  const { texts, format } = useLanguage();
  const written = (value: string | number | null) =>
    typeof value === 'number' ? format.number(value) : value;
  const sideOf = (column: number) =>
    rows.some((row) => typeof columns[column]?.value(row) === 'string') ? undefined : 'number';
  if (rows.length === 0) return <Text c="dimmed">{texts.reports.empty}</Text>;
  return (
    <>
      <ScrollArea.Autosize type="auto" offsetScrollbars="x">
        <Table className="report-table" verticalSpacing={6} aria-label={caption} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ title, means }, index) => (
                <Table.Th key={title} scope="col" className={sideOf(index)}>
                  <Meaning name={title} of={means} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, line) => (
              <Table.Tr key={`${line}-${String(columns[0]?.value(row))}`}>
                {columns.map(({ title, value, show }, index) => {
                  const content = show?.(row) ?? written(value(row)) ?? <Nothing />;
                  if (index === 0)
                    return (
                      <Table.Th key={title} scope="row">
                        {content}
                      </Table.Th>
                    );
                  return (
                    <Table.Td key={title} data-title={title} className={sideOf(index)}>
                      {content}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      <Downloads caption={caption} file={file} columns={columns} rows={rows} />
    </>
  );
}

/** A figure that there is none of: a dash to see, and words to hear. */
function Nothing() {
  const { texts } = useLanguage();
  return (
    <span role="img" aria-label={texts.reports.noFigure}>
      –
    </span>
  );
}
