import type { Pool } from 'pg';
import {
  type Activity,
  type CivilDate,
  type ClockConfiguration,
  type Instant,
  type Party,
} from '@ledtid/time';
import type { Refusal } from '../decision/command';
import { refuse } from '../decision/refusals';
import { Values, literally } from './conditions';
import {
  type Form,
  type Page,
  type PageRequest,
  decodeCursor,
  isAnyText,
  isStoredDate,
  isStoredMoment,
  isUuid,
  pageOf,
} from './page';

/** How one stage's queue stands. `due` and `overdue` count what has a deadline, ahead of it and past it. */
export interface QueueCount {
  readonly stage: string;
  readonly waiting: number;
  readonly assigned: number;
  readonly paused: number;
  /** Waiting and paused by cause; without a cause under `unknown`. */
  readonly byCause: Readonly<Record<string, number>>;
  /** Since when the oldest of them has been as it is. */
  readonly oldest: Instant | null;
  readonly due: number;
  readonly overdue: number;
}

/** One instance in one stage. */
export interface QueueItem {
  readonly id: string;
  readonly workflow: string;
  readonly parent: string | null;
  readonly registrationNumber: string | null;
  readonly holder: string | null;
  readonly part: string | null;
  readonly occasion: string | null;
  readonly stage: string;
  readonly region: string;
  readonly activity: Activity;
  readonly party: Party;
  readonly cause: string | null;
  readonly assignee: string | null;
  readonly since: Instant;
  /** When the party was asked for the cause. */
  readonly causeAskedAt: Instant | null;
  readonly due: CivilDate | null;
}

export interface QueueFilter {
  readonly activity?: string;
  readonly assignee?: string;
  readonly party?: string;
  readonly cause?: string;
  readonly holder?: string;
}

/** `due`: the nearest deadline of the party whose turn it is first, and last what has none. */
export const QUEUE_SORTS = ['since', 'due'] as const;

export type QueueSort = (typeof QUEUE_SORTS)[number];

/** What of a stage is asked for. */
export interface QueueRequest {
  readonly stage: string;
  readonly filter: QueueFilter;
  /** Part of the registration number. */
  readonly text?: string;
  readonly sort: QueueSort;
  readonly page: PageRequest;
}

interface Group {
  stage: string;
  activity: Activity;
  cause: string | null;
  n: number;
  oldest: Instant;
  due: number;
  overdue: number;
}

// A stage's deadline is the nearest one of the party whose turn it is; the same rule as in a case's view.
const DEADLINES = (keys: string, parties: string) => `
  SELECT c.instance_id, duty.party, min(c.due) AS due
  FROM clock_cycle c JOIN unnest(${keys}::text[], ${parties}::text[]) AS duty (key, party) ON duty.key = c.key
  WHERE c.ended_at IS NULL AND c.due IS NOT NULL`;

/** The queues of the given stages; a stage in which nothing stands is there with zeros. */
export async function queueCounts(
  pool: Pool,
  stages: readonly string[],
  today: CivilDate,
  clocks: ClockConfiguration,
  conditionOf: (values: Values) => string,
): Promise<QueueCount[]> {
  const values = new Values();
  const deadlines = deadlinesIn(values, clocks);
  const day = values.add(today);
  const { rows } = await pool.query<Group>({
    text: `WITH deadline AS (${deadlines} GROUP BY c.instance_id, duty.party)
      SELECT s.stage, s.activity, s.cause, count(*) AS n, min(s.started_at) AS oldest,
        count(*) FILTER (WHERE d.due >= ${day}::date) AS due,
        count(*) FILTER (WHERE d.due < ${day}::date) AS overdue
      FROM span s JOIN instance i ON i.id = s.instance_id
      LEFT JOIN deadline d ON d.instance_id = s.instance_id AND d.party = s.party
      WHERE s.ended_at IS NULL AND s.stage <> 'none' AND ${conditionOf(values)}
      GROUP BY s.stage, s.activity, s.cause`,
    values: values.list,
  });
  return stages.map((stage) =>
    countOf(
      stage,
      rows.filter((row) => row.stage === stage),
    ),
  );
}

/** One page of what stands in a stage, longest first or by what is due. */
export async function queueItems(
  pool: Pool,
  asked: QueueRequest,
  clocks: ClockConfiguration,
  conditionOf: (values: Values) => string,
): Promise<Page<QueueItem> | Refusal> {
  const { stage, filter, text, sort, page } = asked;
  const keys = SORTS[sort];
  const expressions = keys.map(({ expression }) => expression);
  const values = new Values();
  const deadlines = deadlinesIn(values, clocks);
  const conditions = [
    `s.stage = ${values.add(stage)}`,
    ...Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => `s.${COLUMNS[column as keyof QueueFilter]} = ${values.add(value)}`),
    ...(text === undefined ? [] : [`root.registration_number ILIKE ${values.add(`%${literally(text)}%`)}`]),
    conditionOf(values),
  ];
  if (page.cursor !== undefined) {
    const found = decodeCursor(page.cursor, [(key) => key === sort, ...keys.map(({ form }) => form)]);
    if (found === null) return refuse('bad-cursor');
    const place = keys.map(({ type }, number) => `${values.add(found[number + 1])}::${type}`);
    conditions.push(`(${expressions.join(', ')}) > (${place.join(', ')})`);
  }
  const { rows } = await pool.query<QueueItem & { keys: string[] }>({
    text: `SELECT i.id, i.workflow, i.parent_id AS parent, root.registration_number AS "registrationNumber",
        i.holder, i.part, i.occasion, s.stage, s.region, s.activity, s.party, s.cause, s.assignee,
        s.started_at AS since, ARRAY[${expressions.map((key) => `(${key})::text`).join(', ')}] AS keys,
        s.cause_asked_at AS "causeAskedAt", d.due
      FROM span s JOIN instance i ON i.id = s.instance_id JOIN instance root ON root.id = i.root_id
      LEFT JOIN LATERAL (${deadlines} AND c.instance_id = s.instance_id AND duty.party = s.party
        GROUP BY c.instance_id, duty.party) d ON TRUE
      WHERE s.ended_at IS NULL AND ${conditions.join(' AND ')}
      ORDER BY ${expressions.join(', ')} LIMIT ${values.add(page.limit + 1)}`,
    values: values.list,
  });
  return pageOf(
    rows,
    page.limit,
    (row) => [sort, ...row.keys],
    ({ keys: _keys, ...item }) => item,
  );
}

interface SortKey {
  readonly expression: string;
  readonly type: string;
  readonly form: Form;
}

const AGE: readonly SortKey[] = [
  { expression: 's.started_at', type: 'timestamptz', form: isStoredMoment },
  { expression: 's.instance_id', type: 'uuid', form: isUuid },
  { expression: 's.region', type: 'text', form: isAnyText },
];

/** By what a queue is sorted, the first key first; the last of them make every place a different one. */
const SORTS: Record<QueueSort, readonly SortKey[]> = {
  since: AGE,
  due: [{ expression: `COALESCE(d.due, 'infinity')`, type: 'date', form: isStoredDate }, ...AGE],
};

/** Names of filters are columns of `span`, and nothing that a caller wrote becomes one. */
const COLUMNS: Record<keyof QueueFilter, string> = {
  activity: 'activity',
  assignee: 'assignee',
  party: 'party',
  cause: 'cause',
  holder: 'holder',
};

/** Whose duty each clock is does not change from one version of it to the next. */
function deadlinesIn(values: Values, { versions }: ClockConfiguration): string {
  const duties = [...versions].flatMap(([key, of]) => of.slice(-1).map(({ party }) => ({ key, party })));
  return DEADLINES(values.add(duties.map(({ key }) => key)), values.add(duties.map(({ party }) => party)));
}

function countOf(stage: string, groups: readonly Group[]): QueueCount {
  const sum = (rows: readonly Group[], column: 'n' | 'due' | 'overdue') =>
    rows.reduce((total, row) => total + row[column], 0);
  const by = (activity: Activity) =>
    sum(
      groups.filter((group) => group.activity === activity),
      'n',
    );
  const byCause: Record<string, number> = {};
  for (const { activity, cause, n } of groups) {
    if (activity === 'assigned') continue;
    const code = cause ?? 'unknown';
    byCause[code] = (byCause[code] ?? 0) + n;
  }
  const oldest = groups.map((group) => group.oldest).sort()[0] ?? null;
  return {
    ...{ stage, waiting: by('waiting'), assigned: by('assigned'), paused: by('paused'), byCause, oldest },
    ...{ due: sum(groups, 'due'), overdue: sum(groups, 'overdue') },
  };
}
