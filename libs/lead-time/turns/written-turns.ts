import type { Activity, Party } from '@ledtid/time';
import type { EpochMilliseconds } from '../cases/case-history';

/**
 * Whose turn it was in the instances of data holders in a tree of instances, as sql/turns-below.sql writes it for reports
 * that read a hundred thousand: words, which are alike in many trees, apart from numbers, which lie in one list.
 */
export interface WrittenTurns {
  /** JSON of `TurnWords`. What is in it goes by its place. */
  words: string;
  /**
   * From when on times are told; then instance after instance: its place in the tree, its workflow, whether it awaits
   * another holder's release, when it was created, how long it lasted, how many turns it had; and turn after turn, in the
   * order of region, stage and event: kind, whether a visit to the stage begins with it, start, length. Where something
   * goes on there is `GOES_ON`.
   */
  turns: number[];
}

const GOES_ON = -1;

/** Numbers before the turns of an instance, and of each turn. */
const INSTANCE_NUMBERS = 6;
const TURN_NUMBERS = 4;

export type TurnWords = [workflows: string[], kinds: WrittenKind[]];

type WrittenKind = [
  stage: string,
  activity: Activity,
  party: Party,
  cause: string | null,
  leaf: string | null,
];

/** What many turns have in common. */
export interface TurnKind {
  readonly stage: string;
  readonly activity: Activity;
  readonly party: Party;
  readonly cause: string | null;
  /** Null where somebody was at work: only of a wait it is asked what it was for. */
  readonly leaf: string | null;
}

/** The turns in a tree of instances, their words understood. May be told to many reports: not to be changed. */
export interface TurnsOfTree {
  readonly turns: readonly number[];
  readonly workflows: readonly string[];
  /** In one report mostly the same object for the same kind. */
  readonly kinds: readonly TurnKind[];
}

export const NO_TURNS: TurnsOfTree = { turns: [], workflows: [], kinds: [] };

/** An instance of a data holder. */
export interface TurnsOfInstance {
  readonly workflow: string;
  /** It depends on a release of another holder. */
  readonly awaitsAnother: boolean;
  readonly created: EpochMilliseconds;
  /** Null: it goes on. */
  readonly ended: EpochMilliseconds | null;
  /** Where its turns begin, and end, among the numbers. */
  readonly first: number;
  readonly end: number;
}

/** The instance at a place in the tree, if it is a data holder's. */
export function instanceAt(
  { turns: numbers, workflows }: TurnsOfTree,
  place: number,
): TurnsOfInstance | null {
  const [began = 0] = numbers;
  for (let at = 1; at < numbers.length;) {
    const first = at + INSTANCE_NUMBERS;
    const end = first + (numbers[at + 5] ?? 0) * TURN_NUMBERS;
    if (numbers[at] === place) {
      const created = began + (numbers[at + 3] ?? 0);
      return {
        workflow: workflows[numbers[at + 1] ?? 0] ?? '',
        awaitsAnother: numbers[at + 2] === 1,
        ...{ created, ended: endOf(created, numbers[at + 4]), first, end },
      };
    }
    at = end;
  }
  return null;
}

/** A span of an instance. */
export interface Turn {
  kind: TurnKind;
  /** A visit of the instance to the stage begins with it. */
  begins: boolean;
  started: EpochMilliseconds;
  /** Null: it goes on. */
  ended: EpochMilliseconds | null;
}

/** Tells the turns of an instance one by one, in one object for all of them: a report has a million. */
export function forEachTurn(
  { turns: numbers, kinds }: TurnsOfTree,
  { first, end }: TurnsOfInstance,
  see: (turn: Readonly<Turn>) => void,
): void {
  const [began = 0] = numbers;
  const turn: Turn = { ...NO_TURN };
  for (let at = first; at < end; at += TURN_NUMBERS) {
    turn.kind = kinds[numbers[at] ?? 0] ?? NO_TURN.kind;
    turn.begins = numbers[at + 1] === 1;
    turn.started = began + (numbers[at + 2] ?? 0);
    turn.ended = endOf(turn.started, numbers[at + 3]);
    see(turn);
  }
}

const NO_TURN: Turn = {
  kind: { stage: '', activity: 'waiting', party: 'holder', cause: null, leaf: null },
  ...{ begins: false, started: 0, ended: null },
};

function endOf(started: EpochMilliseconds, lasts = GOES_ON): EpochMilliseconds | null {
  return lasts === GOES_ON ? null : started + lasts;
}
