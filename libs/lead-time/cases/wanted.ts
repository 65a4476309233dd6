import { CHARACTERISTICS, type CharacteristicKind, characteristic } from '@ledtid/workflow';

export const CHARACTERISTIC_KINDS = Object.keys(CHARACTERISTICS) as readonly CharacteristicKind[];

/** Which cases a report is over; null leaves a condition out. Of a characteristic: one of its known codes. */
export interface CaseFilters extends Readonly<Partial<Record<CharacteristicKind, string | null>>> {
  /** Key of a workflow whose instances are the cases; null: the instances without a parent. */
  readonly workflow: string | null;
  /** A data holder that takes part. */
  readonly holder: string | null;
  /** Registration number or id. */
  readonly case: string | null;
}

/** What the conditions of this room read as `$1`. */
export function filtersOf(filters: CaseFilters): string {
  const { workflow, holder, case: id, track } = filters;
  const codes = characteristicsOf(filters);
  // A PostgreSQL array literal: known codes need no quotes in it.
  return JSON.stringify({ workflow, holder, case: id, track, characteristics: `{${codes.join()}}` });
}

/*
 * What every report means by a filter. A condition that is not asked for is left out, and none has an alternative
 * without need: only so the database can join what the filters leave, with several processes, instead of asking every row.
 */
const wanted = (name: string): string => `$1::jsonb ->> '${name}'`;
const SUBMITTED_OR_PART = '(parent_id is not null or first_submitted_at is not null)';
/** In words that do not let the planner take the two for independent, and a quarter of the cases for all. */
const SUBMITTED_WHOLE = `parent_id is null and coalesce(first_submitted_at, 'infinity') <> 'infinity'`;
const OF_WORKFLOW = `workflow = ${wanted('workflow')}`;
const OF_HOLDER = `holder = ${wanted('holder')}`;
const WITH_HOLDER = `id in (select part.root_id from instance as part where part.${OF_HOLDER})`;
const OF_OWN_TRACK = `(parent_id is null or track is null or track = ${wanted('track')})`;
const NAMED = `(registration_number = ${wanted('case')} or id::text = lower(${wanted('case')}))`;
/** What a form tells is kept with the instance that has the form, the root. */
const TOLD = `characteristics @> (${wanted('characteristics')})::text[]`;
const TOLD_OF_ROOT = `root_id in (select root.id from instance as root where root.parent_id is null and root.${TOLD})`;

/** Of whole cases, or of one workflow's instances. */
export function reportedConditions(filters: CaseFilters): string {
  const { workflow, holder, track } = filters;
  const isTold = characteristicsOf(filters).length > 0;
  const conditions =
    workflow === null
      ? [SUBMITTED_WHOLE, holder !== null && WITH_HOLDER, isTold && TOLD]
      : [
          ...[SUBMITTED_OR_PART, OF_WORKFLOW, isTold && TOLD_OF_ROOT, isGiven(track) && OF_OWN_TRACK],
          holder !== null && `(${OF_HOLDER} or (parent_id is null and ${WITH_HOLDER}))`,
        ];
  return allOf([...conditions, filters.case !== null && NAMED]);
}

/** Of the instances that are a data holder's: the one's that is named, else of all. */
export function ownedConditions(filters: CaseFilters): string {
  const { workflow, holder, track } = filters;
  return allOf([
    ...[SUBMITTED_OR_PART, holder === null ? 'holder is not null' : OF_HOLDER],
    ...[workflow !== null && OF_WORKFLOW, characteristicsOf(filters).length > 0 && TOLD_OF_ROOT],
    ...[isGiven(track) && OF_OWN_TRACK, filters.case !== null && NAMED],
  ]);
}

/** Reads `$1` whether or not a condition does: a statement has its parameters. */
function allOf(conditions: readonly (string | false)[]): string {
  return ['$1::jsonb is not null', ...conditions.filter((one) => one !== false)].join('\n    and ');
}

function isGiven(code: string | null | undefined): boolean {
  return code !== null && code !== undefined;
}

function characteristicsOf(filters: CaseFilters): string[] {
  return CHARACTERISTIC_KINDS.flatMap((kind) => {
    const code = filters[kind] ?? null;
    return code === null ? [] : [characteristic(kind, code)];
  });
}
