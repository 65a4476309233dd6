/** How the content of a type is told: by its first bytes, by what is packed in it, or by what it must not hold. */
export type DocumentType =
  | { readonly mediaType: string; readonly by: 'signature' }
  | { readonly mediaType: string; readonly by: 'office'; readonly main: string }
  | { readonly mediaType: string; readonly by: 'text' };

const JPEG: DocumentType = { mediaType: 'image/jpeg', by: 'signature' };
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Every type that can be taken. None of them is run by a browser: no SVG, no HTML, nothing with macros. */
export const DOCUMENT_TYPES = {
  pdf: { mediaType: 'application/pdf', by: 'signature' },
  png: { mediaType: 'image/png', by: 'signature' },
  jpg: JPEG,
  jpeg: JPEG,
  docx: { mediaType: `${OFFICE}.wordprocessingml.document`, by: 'office', main: 'word/document.xml' },
  xlsx: { mediaType: `${OFFICE}.spreadsheetml.sheet`, by: 'office', main: 'xl/workbook.xml' },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', by: 'office', main: 'content.xml' },
  csv: { mediaType: 'text/csv', by: 'text' },
  txt: { mediaType: 'text/plain', by: 'text' },
} as const satisfies Record<string, DocumentType>;

export type Extension = keyof typeof DOCUMENT_TYPES;

export const EXTENSIONS = Object.keys(DOCUMENT_TYPES) as readonly Extension[];

/** The type that a name tells, where it is one of those that are taken. */
export function typeOfName(name: string, taken: readonly Extension[]): DocumentType | null {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const known = taken.find((one) => one === extension);
  return known === undefined ? null : DOCUMENT_TYPES[known];
}
