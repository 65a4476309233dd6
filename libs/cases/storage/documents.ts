import type { Pool, PoolClient } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Room } from '../decision/add-document';
import type { DocumentRow } from '../rows';
import { fromColumns, toColumns } from './columns';

/** A document as those see it who may read the case. */
export interface DocumentView extends Omit<DocumentRow, 'key' | 'instanceId'> {
  /** Null once it is disposed of. */
  readonly name: string | null;
  /** Id of the version after. */
  readonly replacedBy: string | null;
}

const INSERT = prepare(
  'document-insert',
  'INSERT INTO document SELECT * FROM jsonb_populate_recordset(NULL::document, $1)',
);

const HELD = prepare<{ documents: number; bytes: number }>(
  'document-held',
  `SELECT count(*)::int AS documents, coalesce(sum(size), 0)::int8 AS bytes FROM document
   WHERE instance_id = $1 AND state <> 'disposed'`,
);

const REPLACED = prepare<Record<string, unknown>>(
  'document-replaced',
  `SELECT d.*, EXISTS (SELECT FROM document n WHERE n.replaces = d.id) AS is_replaced FROM document d
   WHERE d.instance_id = $1 AND d.id = $2`,
);

export async function insertDocument(client: PoolClient, row: DocumentRow): Promise<void> {
  await INSERT(client, [JSON.stringify([toColumns(row)])]);
}

/** What a case holds, and the document that is to be replaced. */
export async function roomFor(
  queryable: Pool | PoolClient,
  instanceId: string,
  replaces: string | null,
): Promise<Omit<Room, 'facts'>> {
  const [held] = await HELD(queryable, [instanceId]);
  const [found] = replaces === null ? [] : await REPLACED(queryable, [instanceId, replaces]);
  const replaced = found ? (fromColumns(found) as unknown as Room['replaced']) : null;
  return { documents: held?.documents ?? 0, bytes: held?.bytes ?? 0, replaced };
}

export function documentView(row: DocumentRow & Pick<DocumentView, 'name' | 'replacedBy'>): DocumentView {
  const { key: _key, instanceId: _instanceId, ...view } = row;
  return view;
}
