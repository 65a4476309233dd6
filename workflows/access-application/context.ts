import type { CivilDate } from '@ledtid/time';
import type { Recorded } from '@ledtid/workflow';
import type { Track } from './codes';

/** One dataset that the case is about. */
export interface AppliedDataset {
  readonly dataset: string;
  readonly holder: string;
  readonly part: string | null;
  readonly track: Track;
  readonly ethicsNeeded: boolean;
  /** The dataset whose persons define this one's population, where it is another. */
  readonly populationFrom: string | null;
}

export type InquiryState = 'asked' | 'answered' | 'declined' | 'gone-on-without';
export type ReleaseState = 'open' | 'access' | 'refused' | 'cancelled';

/** What the machine knows of its case: ids, codes and dates only. */
export interface ApplicationContext {
  /** What the last submitted form asked for. */
  readonly applied: readonly AppliedDataset[];
  /** Ids of `applied` that the case is about now; earlier scopes are kept beside it. */
  readonly scope: readonly string[];
  readonly formerScopes: readonly (readonly string[])[];
  /** The user wants the data later. */
  readonly deferred: boolean;

  readonly completionRequests: number;
  readonly completionLimit: number;
  readonly completionWindowClosed: boolean;

  /** Date of the decision that covers a dataset, by dataset. */
  readonly coveredOn: Readonly<Record<string, CivilDate>>;
  readonly ethicsNotNeeded: readonly string[];
  readonly ethicsNotNeededAtAll: boolean;
  readonly originalRefused: boolean;
  /** The date that stands as the covering approval of the whole case. */
  readonly covering: CivilDate | null;
  readonly amendmentFor: readonly string[];

  readonly inquiryRound: number;
  /** By holder; the latest inquiry of each. */
  readonly inquiries: Readonly<Record<string, InquiryState>>;

  readonly heard: boolean;
  readonly agreesToStatistics: boolean;
  readonly granted: readonly string[];
  readonly partial: boolean;
  readonly permitDays: number | null;

  /** By name of the release: holder, part and occasion. */
  readonly releases: Readonly<Record<string, ReleaseState>>;
}

/** Requests within the one completion window, unless the configuration says otherwise (D6.3 table 3). */
const DEFAULT_COMPLETION_LIMIT = 2;

export function initialContext(input: Recorded | undefined): ApplicationContext {
  const limit = input?.completionLimit;
  return {
    ...{ applied: [], scope: [], formerScopes: [], deferred: false },
    ...{ completionRequests: 0, completionWindowClosed: false },
    completionLimit: typeof limit === 'number' ? limit : DEFAULT_COMPLETION_LIMIT,
    ...{ coveredOn: {}, ethicsNotNeeded: [], ethicsNotNeededAtAll: false, originalRefused: false },
    ...{ covering: null, amendmentFor: [], inquiryRound: 0, inquiries: {} },
    ...{
      heard: false,
      agreesToStatistics: false,
      granted: [],
      partial: false,
      permitDays: null,
      releases: {},
    },
  };
}

/** The datasets that the case is about now. */
export function inScope({ applied, scope }: ApplicationContext): AppliedDataset[] {
  return applied.filter(({ dataset }) => scope.includes(dataset));
}

export function holdersInScope(context: ApplicationContext): string[] {
  return [...new Set(inScope(context).map(({ holder }) => holder))].sort();
}
