import type { Pool } from 'pg';
import type { CivilDate } from '@ledtid/time';
import { type Refusal } from '../decision/command';
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

/** What a list of cases is narrowed to. Stage, party, cause and assignee must hold of one and the same stage. */
export interface CaseFilter {
  readonly workflow?: string;
  readonly parent?: string;
  readonly stage?: string;
  readonly party?: string;
  readonly cause?: string;
  readonly assignee?: string;
  readonly holder?: string;
  /** With an open deadline before this date. */
  readonly dueBefore?: CivilDate;
  /** Part of the registration number. */
  readonly text?: string;
}

interface SortKey {
  readonly expression: string;
  readonly type: string;
  readonly form: Form;
}

/** `infinity` where there is nothing to sort by: such cases come last, or first when descending. */
const SORT_KEYS = {
  created: { expression: 'i.created_at', type: 'timestamptz', form: isStoredMoment },
  registrationNumber: { expression: `COALESCE(i.registration_number, '')`, type: 'text', form: isAnyText },
  since: {
    expression: `COALESCE((SELECT min(s.started_at) FROM span s
      WHERE s.instance_id = i.id AND s.ended_at IS NULL), 'infinity')`,
    type: 'timestamptz',
    form: isStoredMoment,
  },
  due: {
    expression: `COALESCE((SELECT min(c.due) FROM clock_cycle c
      WHERE c.instance_id = i.id AND c.ended_at IS NULL), 'infinity')`,
    type: 'date',
    form: isStoredDate,
  },
} as const satisfies Record<string, SortKey>;

type SortName = keyof typeof SORT_KEYS;

/** Ascending by name, descending with a minus before it. */
export type CaseSort = SortName | `-${SortName}`;

export const CASE_SORTS = Object.keys(SORT_KEYS).flatMap((name) => [name, `-${name}`]) as CaseSort[];

/** The ids of one page of cases that a condition on `instance i` lets through. */
export async function caseIds(
  pool: Pool,
  asked: { filter: CaseFilter; sort: CaseSort; page: PageRequest },
  conditionOf: (values: Values) => string,
): Promise<Page<string> | Refusal> {
  const { filter, sort, page } = asked;
  const descending = sort.startsWith('-');
  const { expression, type, form } = SORT_KEYS[sort.replace('-', '') as SortName];
  const values = new Values();
  const conditions = [conditionOf(values), ...filtered(filter, values)];
  if (page.cursor !== undefined) {
    const keys = decodeCursor(page.cursor, [(key) => key === sort, form, isUuid]);
    if (keys === null) return refuse('bad-cursor');
    const place = `(${values.add(keys[1])}::${type}, ${values.add(keys[2])}::uuid)`;
    conditions.push(`(${expression}, i.id) ${descending ? '<' : '>'} ${place}`);
  }
  const direction = descending ? 'DESC' : 'ASC';
  const { rows } = await pool.query<{ id: string; key: string }>({
    text: `SELECT i.id, (${expression})::text AS key FROM instance i WHERE ${conditions.join(' AND ')}
           ORDER BY ${expression} ${direction}, i.id ${direction} LIMIT ${values.add(page.limit + 1)}`,
    values: values.list,
  });
  return pageOf(
    rows,
    page.limit,
    ({ id, key }) => [sort, key, id],
    ({ id }) => id,
  );
}

function filtered(filter: CaseFilter, values: Values): string[] {
  const { workflow, parent, holder, dueBefore, text } = filter;
  return [
    ...(workflow === undefined ? [] : [`i.workflow = ${values.add(workflow)}`]),
    ...(parent === undefined ? [] : [`i.parent_id = ${values.add(parent)}::uuid`]),
    ...(holder === undefined ? [] : [`i.holder = ${values.add(holder)}`]),
    ...(text === undefined ? [] : [`i.registration_number ILIKE ${values.add(`%${literally(text)}%`)}`]),
    ...(dueBefore === undefined
      ? []
      : [
          `EXISTS (SELECT 1 FROM clock_cycle c WHERE c.instance_id = i.id AND c.ended_at IS NULL
             AND c.due < ${values.add(dueBefore)}::date)`,
        ]),
    ...inStage(filter, values),
  ];
}

function inStage({ stage, party, cause, assignee }: CaseFilter, values: Values): string[] {
  const wanted = Object.entries({ stage, party, cause, assignee }).filter(([, value]) => value !== undefined);
  if (wanted.length === 0) return [];
  const same = wanted.map(([column, value]) => `s.${column} = ${values.add(value)}`).join(' AND ');
  return [`EXISTS (SELECT 1 FROM span s WHERE s.instance_id = i.id AND s.ended_at IS NULL AND ${same})`];
}
