import type { Pool } from 'pg';
import type { CivilDate } from '@ledtid/time';
import type { CommonEvent, CouncilOutcome } from '@ledtid/workflow';
import { Values } from './conditions';

const PLACED: CommonEvent = 'PLACE_ON_AGENDA';
const ENDED: CommonEvent = 'RECORD_COUNCIL_OUTCOME';

/** One case on the agenda of a meeting. */
export interface AgendaItem {
  readonly id: string;
  readonly workflow: string;
  readonly registrationNumber: string | null;
  /** Null before it is recorded. */
  readonly result: CouncilOutcome | null;
  /** What was said of it last; null where nothing was, or the reader may not read it. */
  readonly note: string | null;
}

export interface Meeting {
  readonly date: CivilDate;
  readonly cases: readonly AgendaItem[];
}

type Told = AgendaItem & { readonly type: string; readonly date: CivilDate };

/** Meetings from a date on, the earliest first, as the cases' own events tell of them. */
export async function meetingsOf(
  pool: Pool,
  from: CivilDate,
  withNotes: boolean,
  conditionOf: (values: Values) => string,
): Promise<Meeting[]> {
  const values = new Values();
  const { rows } = await pool.query<Told>({
    text: `SELECT i.id, i.workflow, i.registration_number AS "registrationNumber", l.type,
        l.record->>'meeting' AS date, l.record->>'result' AS result,
        CASE WHEN ${values.add(withNotes)}::boolean THEN p.body->>'note' END AS note
      FROM ledger l JOIN instance i ON i.id = l.instance_id LEFT JOIN payload p ON p.digest = l.payload_digest
      WHERE l.type = ANY(${values.add([PLACED, ENDED])}::text[]) AND l.record->>'meeting' >= ${values.add(from)}
        AND ${conditionOf(values)}
      ORDER BY i.id, l.number`,
    values: values.list,
  });
  const ids = [...new Set(rows.map(({ id }) => id))];
  const items = ids.flatMap((id) => onAgendas(rows.filter((row) => row.id === id)));
  const dates = [...new Set(items.map(({ date }) => date))].sort();
  return dates.map((date) => ({
    date,
    cases: items.filter((item) => item.date === date).map(({ date: _date, type: _type, ...item }) => item),
  }));
}

/** A case stands where it was placed last, and wherever an outcome was recorded. */
function onAgendas(told: readonly Told[]): Told[] {
  const last = told.findLast(({ type }) => type === PLACED);
  const byDate = new Map(told.filter(({ type }) => type === ENDED).map((one) => [one.date, one]));
  return [...byDate.values(), ...(last === undefined || byDate.has(last.date) ? [] : [last])];
}
