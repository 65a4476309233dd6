import type { Activity, Party } from '@ledtid/time';
import type { CaseHistory, EpochMilliseconds } from './case-history';

type Place = number;

/** A tree of instances as sql/case-histories.sql writes it; a list that has nothing in it may be null. */
export type WrittenHistory = [
  instances: [
    id: string,
    workflow: string,
    parentId: string | null,
    holder: string | null,
    part: string | null,
    occasion: string | null,
    dependsOn: string[],
    outcome: string | null,
    createdAt: EpochMilliseconds,
    firstSubmittedAt: EpochMilliseconds | null,
    endedAt: EpochMilliseconds | null,
  ][],
  spans:
    | [
        instance: Place,
        region: string,
        opened: number,
        leaf: string,
        stage: string,
        activity: Activity,
        party: Party,
        cause: string | null,
        holder: string | null,
        start: EpochMilliseconds,
        end: EpochMilliseconds | null,
      ][]
    | null,
  milestones: [instance: Place, key: string, at: EpochMilliseconds][] | null,
  events: [instance: Place, at: EpochMilliseconds[]][] | null,
];

/** The part of a tree from one instance downwards: a child can be a case by itself. */
export function historyIn(
  [instances, spans, milestones, events]: WrittenHistory,
  caseId: string,
): CaseHistory {
  const ids = instances.map(([id]) => id);
  const below = descendants(caseId, instances);
  const within = <Line extends readonly [Place, ...unknown[]]>(lines: Line[] | null): Line[] =>
    below.size === ids.length
      ? (lines ?? [])
      : (lines ?? []).filter(([place]) => below.has(ids[place] ?? ''));
  const idAt = (place: Place): string => ids[place] ?? '';
  return {
    caseId,
    instances: instances
      .filter(([id]) => below.has(id))
      .map(([id, workflow, parentId, holder, part, occasion, dependsOn, outcome, ...times]) => {
        const [createdAt, firstSubmittedAt, endedAt] = times;
        const own = { id, workflow, parentId, holder, part, occasion, dependsOn, outcome };
        return { ...own, createdAt, firstSubmittedAt, endedAt };
      }),
    spans: within(spans).map((line) => {
      const [place, region, opened, leaf, stage, activity, party, cause, holder, start, end] = line;
      const instanceId = idAt(place);
      return { instanceId, region, opened, leaf, stage, activity, party, cause, holder, start, end };
    }),
    milestones: within(milestones).map(([place, key, at]) => ({ instanceId: idAt(place), key, at })),
    events: within(events).map(([place, at]) => ({ instanceId: idAt(place), at })),
  };
}

function descendants(id: string, instances: WrittenHistory[0]): ReadonlySet<string> {
  const found = new Set([id]);
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [own, , parentId] of instances) if (parentId !== null && found.has(parentId)) found.add(own);
  }
  return found;
}
