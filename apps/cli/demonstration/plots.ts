/** How a case of the history ends, if it has the time. */
export type Ending =
  | 'access'
  | 'partial-grant'
  | 'one-holder-refuses'
  | 'refused'
  | 'all-holders-refuse'
  | 'dismissed'
  | 'not-completed'
  | 'answered'
  | 'withdrawn-early'
  | 'rejected'
  | 'lapsed'
  | 'draft';

/** What data a case is about: which holders, by which track. */
export type Scope = 'both' | 'first-holder' | 'second-holder' | 'both-osl';

export interface Plot {
  readonly ending: Ending;
  readonly scope: Scope;
  /** Completion is asked for once. */
  readonly incomplete?: boolean;
  /** The original approval leaves the second holder's dataset out. */
  readonly uncovered?: boolean;
  /** Ethics was decided only after submission. */
  readonly ethicsLate?: boolean;
  readonly ethicsNotNeeded?: boolean;
  /** The user wants the data later. */
  readonly deferred?: boolean;
  /** A delivery is sent back to its holder. */
  readonly returned?: boolean;
  readonly pausedFor?: 'council-meeting' | 'legal-opinion' | 'principle-question' | 'staff-absence';
  readonly extended?: boolean;
}

const ACCESS: Plot = { ending: 'access', scope: 'both' };

/** In the order of submission, the oldest first: those at the end are the ones still open. */
export const PLOTS: readonly Plot[] = [
  { ...ACCESS, incomplete: true, returned: true },
  { ...ACCESS, scope: 'first-holder' },
  { ending: 'dismissed', scope: 'second-holder' },
  { ...ACCESS, uncovered: true },
  { ending: 'refused', scope: 'both', pausedFor: 'legal-opinion' },
  { ...ACCESS, scope: 'both-osl', extended: true },
  { ending: 'partial-grant', scope: 'both', uncovered: true },
  { ending: 'withdrawn-early', scope: 'both' },
  { ...ACCESS, pausedFor: 'council-meeting' },
  { ending: 'answered', scope: 'second-holder', pausedFor: 'principle-question' },
  { ...ACCESS, returned: true, ethicsLate: true },
  { ending: 'one-holder-refuses', scope: 'both' },
  { ...ACCESS, scope: 'second-holder', incomplete: true },
  { ending: 'not-completed', scope: 'first-holder' },
  { ...ACCESS, deferred: true },
  { ending: 'lapsed', scope: 'first-holder' },
  { ...ACCESS, uncovered: true, returned: true },
  { ending: 'all-holders-refuse', scope: 'second-holder' },
  { ...ACCESS, ethicsNotNeeded: true, scope: 'first-holder' },
  { ending: 'partial-grant', scope: 'both', incomplete: true },
  { ending: 'rejected', scope: 'both' },
  { ...ACCESS, pausedFor: 'staff-absence' },
  { ...ACCESS, scope: 'first-holder', incomplete: true },
  { ...ACCESS, scope: 'both-osl', returned: true },
  { ending: 'refused', scope: 'second-holder' },
  { ...ACCESS, uncovered: true },
  { ...ACCESS, pausedFor: 'council-meeting' },
  { ending: 'withdrawn-early', scope: 'first-holder' },
  ACCESS,
  { ...ACCESS, scope: 'second-holder', ethicsLate: true },
  { ...ACCESS, incomplete: true, extended: true },
  { ending: 'dismissed', scope: 'both' },
  ACCESS,
  { ...ACCESS, uncovered: true, pausedFor: 'legal-opinion' },
  { ...ACCESS, scope: 'first-holder' },
  { ...ACCESS, incomplete: true },
  ACCESS,
  { ...ACCESS, scope: 'second-holder' },
  { ...ACCESS, ethicsLate: true },
  ACCESS,
  { ending: 'draft', scope: 'both' },
  { ending: 'draft', scope: 'first-holder' },
];
