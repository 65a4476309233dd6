import { zipOf } from './zip-file';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');

/** A single pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

type Part = readonly [name: string, content: string | Buffer];

/** A text of Word, with further parts where a test asks for them. */
export function docxOf(...more: readonly Part[]): Buffer {
  return zipOf([
    [
      '[Content_Types].xml',
      `<Types><Override ContentType="${OFFICE}.wordprocessingml.document.main+xml"/></Types>`,
    ],
    ['word/document.xml', '<w:document/>'],
    ...more,
  ]);
}

export function xlsxOf(...more: readonly Part[]): Buffer {
  return zipOf([
    [
      '[Content_Types].xml',
      `<Types><Override ContentType="${OFFICE}.spreadsheetml.sheet.main+xml"/></Types>`,
    ],
    ['xl/workbook.xml', '<workbook/>'],
    ...more,
  ]);
}

export function odtOf(...more: readonly Part[]): Buffer {
  const type: Part = ['mimetype', 'application/vnd.oasis.opendocument.text'];
  return zipOf([type, ['content.xml', '<office:document-content/>'], ...more]);
}
