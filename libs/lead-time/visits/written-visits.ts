import type { EpochMilliseconds } from '../cases/case-history';

/**
 * The visits to stages in a tree of instances as sql/trees.sql writes them, for reports that read them by the hundred
 * thousand: words, which are alike in many trees, apart from numbers, which lie in one list.
 */
export interface WrittenVisits {
  /** `{id,id}`. Instances go by their places in it. */
  instances: string;
  /** JSON of each instance: `[[holder, outcome]]`. */
  members: string;
  /** JSON of what is visited: `[[region, stage]]`. Tracks go by their places in it. */
  tracks: string;
  /**
   * From when on times are told; how many instances there are; of each when it would begin were it the case of a
   * report, and how long it would last; then visit after visit in the order of instance, track and number:
   * `VISIT_NUMBERS` numbers, then when it was handed over, then by how many seconds spans were registered late.
   * Where something goes on there is `GOES_ON`.
   */
  visits: number[];
}

const GOES_ON = -1;

/** Place, track, number, opened, closed, start, length, start of the last span, spans, last, hand-overs, late spans. */
const VISIT_NUMBERS = 12;

/** A stage in a region: what a visit is to. */
export interface Track {
  region: string;
  stage: string;
}

/** An instance, as far as its visits need to tell. */
export interface Member {
  holder: string | null;
  outcome: string | null;
}

/** The visits in a tree of instances, their words understood. May be told to many reports: not to be changed. */
export interface VisitsOfTree extends Pick<WrittenVisits, 'instances' | 'visits'> {
  /** In one report mostly the same object for the same track, and a list for the same list. */
  readonly tracks: readonly Track[];
  readonly members: readonly Member[];
}

/** One case of a report. */
export interface VisitsOfCase {
  readonly tree: VisitsOfTree;
  readonly rootId: string;
  /** Of the row in which its tree is kept: another row has another. Null where it is not kept. */
  readonly mark: string | null;
  /** Of the instance that is the case. */
  readonly place: number;
  /** The case is this instance alone, and not the whole tree. */
  readonly isPart: boolean;
}

/** In the order of their places. */
export function instanceIds({ instances }: Pick<WrittenVisits, 'instances'>): string[] {
  return instances.slice(1, -1).split(',');
}

/** From first submission to access to the last part, or to the end without; null: it goes on. */
export function wholeCase({ tree: { visits }, place }: VisitsOfCase): TimedCase {
  const [began = 0] = visits;
  const at = 2 + 2 * place;
  return timed(began + (visits[at] ?? 0), visits[at + 1]);
}

function timed(started: EpochMilliseconds, lasts = GOES_ON): TimedCase {
  return { started, ended: lasts === GOES_ON ? null : started + lasts };
}

interface TimedCase {
  started: EpochMilliseconds;
  ended: EpochMilliseconds | null;
}

/** A visit to a stage. */
export interface StageVisit extends TimedCase {
  /** Of its instance. */
  place: number;
  track: Track;
  /** From 1: how often the instance has been in this stage of this region. */
  number: number;
  /** Ledger numbers of the events that began and ended it; null: it goes on. */
  opened: number;
  closed: number | null;
  /** Where its last span started. */
  last: EpochMilliseconds;
  spans: number;
  /** Its instance ended with it. */
  isLast: boolean;
  /** When it went from one assignee to another. */
  handed: readonly EpochMilliseconds[];
  /** In seconds, how late each span was registered that was. */
  late: readonly number[];
  /** When the instance came back to the stage; null: it has not. */
  cameBack: EpochMilliseconds | null;
}

const NONE: readonly number[] = [];

/** Tells the visits of a case one by one, in one object for all of them: a report has a million. */
export function forEachVisit(
  { tree: { visits: numbers, tracks }, place: own, isPart }: VisitsOfCase,
  see: (visit: Readonly<StageVisit>) => void,
): void {
  const [began = 0, instances = 0] = numbers;
  const visit = { ...NO_VISIT };
  for (let at = 2 + 2 * instances; at < numbers.length;) {
    const handed = at + VISIT_NUMBERS;
    const late = handed + (numbers[at + 10] ?? 0);
    const next = late + (numbers[at + 11] ?? 0);
    visit.place = numbers[at] ?? 0;
    if (!isPart || visit.place === own) {
      visit.track = tracks[numbers[at + 1] ?? 0] ?? NO_VISIT.track;
      visit.handed = handed === late ? NONE : numbers.slice(handed, late);
      visit.late = late === next ? NONE : numbers.slice(late, next);
      // One that is not the first of its kind follows the one before it.
      visit.cameBack = (numbers[next + 2] ?? 0) > 1 ? began + (numbers[next + 5] ?? 0) : null;
      tellNumbers(visit, numbers, at, began);
      see(visit);
    }
    at = next;
  }
}

const NO_VISIT: StageVisit = {
  ...{
    place: 0,
    track: { region: '', stage: '' },
    number: 0,
    opened: 0,
    closed: null,
    started: 0,
    ended: null,
  },
  ...{ last: 0, spans: 0, isLast: false, handed: NONE, late: NONE, cameBack: null },
};

function tellNumbers(visit: StageVisit, numbers: readonly number[], at: number, began: number): void {
  const [closed = GOES_ON, lasts = GOES_ON] = [numbers[at + 4], numbers[at + 6]];
  visit.number = numbers[at + 2] ?? 0;
  visit.opened = numbers[at + 3] ?? 0;
  visit.closed = closed === GOES_ON ? null : closed;
  visit.started = began + (numbers[at + 5] ?? 0);
  visit.ended = lasts === GOES_ON ? null : visit.started + lasts;
  visit.last = visit.started + (numbers[at + 7] ?? 0);
  visit.spans = numbers[at + 8] ?? 0;
  visit.isLast = numbers[at + 9] === 1;
}
