import type { Pool } from 'pg';
import { prepare } from '@ledtid/platform';
import type { Instant } from '@ledtid/time';
import type { CommonEvent } from '@ledtid/workflow';
import type { Refusal } from '../decision/command';
import { refuse } from '../decision/refusals';
import type { LedgerRow } from '../rows';
import { Values } from '../reading/conditions';
import { type Page, type PageRequest, decodeCursor, isLedgerNumber, pageOf } from '../reading/page';
import { fromColumns } from '../storage/columns';

const SENT: CommonEvent = 'SEND_MESSAGE';

/** A message, as its reader sees it: an event of its case, its words from the payload. */
export interface MessageView extends Pick<
  LedgerRow,
  'number' | 'actor' | 'onBehalfOf' | 'basis' | 'occurredAt' | 'recordedAt'
> {
  /** Null once it is disposed of. */
  readonly text: string | null;
  /** By somebody else, and after what the reader has marked as read. */
  readonly unread: boolean;
}

const LIST = prepare<Record<string, unknown>>(
  'message-list',
  `SELECT l.number, l.actor, l.on_behalf_of, l.basis, l.occurred_at, l.recorded_at, p.body->>'text' AS text,
     l.actor <> $2 AND l.number > coalesce(m.number, 0) AS unread
   FROM ledger l LEFT JOIN payload p ON p.digest = l.payload_digest
   LEFT JOIN message_mark m ON m.instance_id = l.instance_id AND m.subject = $2
   WHERE l.instance_id = $1 AND l.type = '${SENT}' AND l.number < $3 ORDER BY l.number DESC LIMIT $4`,
);

// Two windows of one person may mark at the same time: the later message stands.
const MARK = prepare(
  'message-mark',
  `INSERT INTO message_mark AS m (instance_id, subject, number)
   SELECT $1, $2, least($3::int, i.version) FROM instance i WHERE i.id = $1
   ON CONFLICT (instance_id, subject) DO UPDATE SET number = greatest(m.number, EXCLUDED.number)`,
);

/** A case in which something is written that its reader has not read. */
export interface UnreadCase {
  readonly id: string;
  readonly workflow: string;
  readonly registrationNumber: string | null;
  readonly unread: number;
  /** When the last of them was registered. */
  readonly latest: Instant;
}

/** As many as fit on a first page; the rest come up as these are read. */
const MOST_UNREAD = 50;

/** The cases that are somebody's own, as their applicant or as who has a stage of them, with what is unread in each. */
export async function unreadOf(
  pool: Pool,
  reader: string,
  conditionOf: (values: Values) => string,
): Promise<UnreadCase[]> {
  const values = new Values();
  const subject = values.add(reader);
  const { rows } = await pool.query<UnreadCase>({
    text: `WITH own AS (
        SELECT id FROM instance WHERE owner = ${subject} AND parent_id IS NULL
        UNION SELECT instance_id FROM span WHERE assignee = ${subject} AND ended_at IS NULL)
      SELECT i.id, i.workflow, root.registration_number AS "registrationNumber",
        count(*)::int AS unread, max(l.recorded_at) AS latest
      FROM own JOIN instance i ON i.id = own.id JOIN instance root ON root.id = i.root_id
      JOIN ledger l ON l.instance_id = i.id AND l.type = '${SENT}' AND l.actor <> ${subject}
      LEFT JOIN message_mark m ON m.instance_id = i.id AND m.subject = ${subject}
      WHERE l.number > coalesce(m.number, 0) AND ${conditionOf(values)}
      GROUP BY i.id, root.id ORDER BY latest DESC, i.id LIMIT ${MOST_UNREAD}`,
    values: values.list,
  });
  return rows;
}

const BEYOND_ALL = '999999999';

/** The messages of one instance, the latest first. */
export async function messagesOf(
  pool: Pool,
  id: string,
  reader: string,
  page: PageRequest,
): Promise<Page<MessageView> | Refusal> {
  const before = page.cursor === undefined ? [BEYOND_ALL] : decodeCursor(page.cursor, [isLedgerNumber]);
  if (before === null) return refuse('bad-cursor');
  const rows = await LIST(pool, [id, reader, before[0], page.limit + 1]);
  const messages = rows.map((columns) => fromColumns(columns) as unknown as MessageView);
  return pageOf(
    messages,
    page.limit,
    ({ number }) => [number],
    (message) => message,
  );
}

/** From now on the reader's messages are read up to the one of this number; never less than before. */
export async function markRead(pool: Pool, id: string, reader: string, number: number): Promise<void> {
  await MARK(pool, [id, reader, number]);
}
