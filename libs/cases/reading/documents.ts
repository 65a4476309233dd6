import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Refusal } from '../decision/command';
import { refuse } from '../decision/refusals';
import type { DocumentRow } from '../rows';
import { fromColumns } from '../storage/columns';
import { type DocumentView, documentView } from '../storage/documents';
import { type Page, type PageRequest, decodeCursor, isLedgerNumber, pageOf } from './page';

/** A document that is still kept, with the key to its bytes. */
export interface OpenableDocument extends DocumentView {
  readonly name: string;
  readonly key: NonNullable<DocumentRow['key']>;
}

type Seen = DocumentRow & Pick<DocumentView, 'name' | 'replacedBy'>;

const DOCUMENTS = `
  SELECT d.*, p.body->>'name' AS name, n.id AS replaced_by FROM document d
  JOIN ledger l ON l.instance_id = d.instance_id AND l.number = d.number
  LEFT JOIN payload p ON p.digest = l.payload_digest LEFT JOIN document n ON n.replaces = d.id
  WHERE d.instance_id = $1`;

const LIST = prepare<Record<string, unknown>>(
  'reading-documents',
  `${DOCUMENTS} AND d.number > $2 ORDER BY d.number LIMIT $3`,
);

const ONE = prepare<Record<string, unknown>>('reading-document', `${DOCUMENTS} AND d.id = $2`);

/** The documents of one instance, in the order in which they came. */
export async function documentsOf(
  pool: Pool,
  id: string,
  page: PageRequest,
): Promise<Page<DocumentView> | Refusal> {
  const after = page.cursor === undefined ? ['0'] : decodeCursor(page.cursor, [isLedgerNumber]);
  if (after === null) return refuse('bad-cursor');
  const rows = await LIST(pool, [id, after[0], page.limit + 1]);
  return pageOf(rows.map(seen), page.limit, ({ number }) => [number], documentView);
}

export async function documentOf(
  pool: Pool,
  id: string,
  document: string,
): Promise<OpenableDocument | Refusal> {
  const [columns] = await ONE(pool, [id, document]);
  if (!columns) return refuse('unknown-document');
  const { key, name, ...rest } = seen(columns);
  if (key === null || name === null) return refuse('document-disposed');
  return { ...rest, name, key };
}

function seen(columns: Record<string, unknown>): Seen {
  return fromColumns(columns) as unknown as Seen;
}
