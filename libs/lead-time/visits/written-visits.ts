import type { EpochMilliseconds } from '../cases/case-history';

type Milliseconds = number;

/**
 * The visits to stages in a tree of instances as sql/trees.sql writes them: short, because reports read them by the
 * hundred thousand. Instances and tracks go by their places in the lists.
 */
export type WrittenVisits = [
  /** From when on times are told. */
  began: EpochMilliseconds,
  /** As the case of a report each would begin so long after `began`, and last so long; null: it goes on. */
  instances: [id: string, holder: string | null, begins: Milliseconds, lasts: Milliseconds | null][],
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
  /** Of the instance that is the case. */
  place: number;
  /** The case is this instance alone, and not the whole tree. */
  isPart: boolean;
}

/** From first submission to access to the last part, or to the end without; null: it goes on. */
export function wholeCase({ visits: [began, instances], place }: VisitsOfCase): TimedCase {
  const [, , begins = 0, lasts = null] = instances[place] ?? [];
  const started = began + begins;
  return { started, ended: lasts === null ? null : started + lasts };
}

interface TimedCase {
  started: EpochMilliseconds;
  ended: EpochMilliseconds | null;
}

/** A visit to a stage. */
export interface StageVisit extends TimedCase {
  instanceId: string;
  holder: string | null;
  region: string;
  stage: string;
  /** From 1: how often the instance has been in this stage of this region. */
  number: number;
  /** Ledger numbers of the events that began and ended it; null: it goes on. */
  opened: number;
  closed: number | null;
  /** Where its last span started. */
  last: EpochMilliseconds;
  spans: number;
  handed: readonly EpochMilliseconds[];
  late: readonly number[];
  outcome: string | null;
}

const NONE: readonly number[] = [];

/** In the order in which they are written: one that is not the first of its kind follows the one before it. */
export function visitsIn({
  visits: [began, instances, tracks, written],
  place,
  isPart,
}: VisitsOfCase): StageVisit[] {
  const visits: StageVisit[] = [];
  for (const line of written) {
    const [instance, track, number, opened, closed, after, lasts, last, spans, handed, late, outcome] = line;
    if (isPart && instance !== place) continue;
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
