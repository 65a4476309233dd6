import type { EpochMilliseconds } from '../cases/case-history';

type Milliseconds = number;

/**
 * The visits to stages in a tree of instances as sql/trees.sql writes them: short, because reports read them by the
 * hundred thousand. Instances and tracks go by their places in the lists.
 */
export type WrittenVisits = [
  /** From when on times are told. */
  began: EpochMilliseconds,
  instances: [id: string, holder: string | null][],
  tracks: [region: string, stage: string][],
  visits: WrittenVisit[],
];

/** In the order of instance, track and number. The last three are left out where there is none of them. */
export type WrittenVisit = [
  instance: number,
  track: number,
  /** From 1: how often the instance has been in this stage of this region. */
  number: number,
  /** Ledger numbers of the events that began and ended it; null: it goes on. */
  opened: number,
  closed: number | null,
  /** After `began`. */
  started: Milliseconds,
  /** Null: it goes on. */
  lasts: Milliseconds | null,
  /** From its start to where its last span started. */
  last: Milliseconds,
  spans: number,
  /** When it went from one assignee to another; null: never. */
  handed?: EpochMilliseconds[] | null,
  /** In seconds, how late each span was registered that was; null: none. */
  late?: number[] | null,
  /** Of the instance, where it ended with this visit. */
  outcome?: string | null,
];

/** The visits of one case of a report. */
export interface VisitsOfCase {
  visits: WrittenVisits;
  /** Of the instance that is the case, where the case is only a part of the tree. */
  place: number | null;
}

/** A visit to a stage. */
export interface StageVisit {
  instanceId: string;
  holder: string | null;
  region: string;
  stage: string;
  /** From 1: how often the instance has been in this stage of this region. */
  number: number;
  /** Ledger numbers of the events that began and ended it; null: it goes on. */
  opened: number;
  closed: number | null;
  started: EpochMilliseconds;
  ended: EpochMilliseconds | null;
  /** Where its last span started. */
  last: EpochMilliseconds;
  spans: number;
  handed: readonly EpochMilliseconds[];
  late: readonly number[];
  outcome: string | null;
}

const NONE: readonly number[] = [];

/** In the order in which they are written: one that is not the first of its kind follows the one before it. */
export function visitsIn({ visits: [began, instances, tracks, written], place }: VisitsOfCase): StageVisit[] {
  const visits: StageVisit[] = [];
  for (const line of written) {
    const [instance, track, number, opened, closed, after, lasts, last, spans, handed, late, outcome] = line;
    if (place !== null && instance !== place) continue;
    const [instanceId = '', holder = null] = instances[instance] ?? [];
    const [region = '', stage = ''] = tracks[track] ?? [];
    const started = began + after;
    visits.push({
      instanceId,
      holder,
      region,
      stage,
      number,
      opened,
      closed,
      started,
      ended: lasts === null ? null : started + lasts,
      last: started + last,
      spans,
      handed: handed ?? NONE,
      late: late ?? NONE,
      outcome: outcome ?? null,
    });
  }
  return visits;
}
