import { type ChildRequest, childName } from '@ledtid/workflow';
import { type AppliedDataset, type ApplicationContext, type ReleaseState, inScope } from './context';
import type { ReleaseEndedPayload, ReleaseToldPayload } from './payloads';

/** One release: what one holder delivers in one part on one occasion. */
interface PlannedRelease {
  readonly holder: string;
  readonly part: string | null;
  readonly track: AppliedDataset['track'];
  readonly datasets: readonly AppliedDataset[];
}

const FIRST_OCCASION = '1';

/** The releases that a grant of these datasets asks for: one per holder and part, and per track where both occur. */
function plannedReleases(datasets: readonly AppliedDataset[]): PlannedRelease[] {
  const planned = new Map<string, PlannedRelease>();
  for (const dataset of datasets) {
    const { holder, track } = dataset;
    const part = dataset.part ?? (hasBothTracks(datasets, dataset) ? track : null);
    const key = JSON.stringify([holder, part]);
    const others = planned.get(key)?.datasets ?? [];
    planned.set(key, { holder, part, track, datasets: [...others, dataset] });
  }
  return [...planned.values()];
}

/** A holder decides for itself on one track and delivers on the body's request on the other: two releases. */
function hasBothTracks(
  datasets: readonly AppliedDataset[],
  { holder, part, track }: AppliedDataset,
): boolean {
  return datasets.some((other) => other.holder === holder && other.part === part && other.track !== track);
}

function nameOf({ holder, part }: PlannedRelease): string {
  return childName({ holder, part, occasion: FIRST_OCCASION });
}

/** Names of the releases whose population a release needs. */
function awaitedBy(release: PlannedRelease, all: readonly PlannedRelease[]): string[] {
  const wanted = release.datasets.map(({ populationFrom }) => populationFrom);
  return all
    .filter((other) => other !== release && other.datasets.some(({ dataset }) => wanted.includes(dataset)))
    .map(nameOf);
}

export function grantedDatasets(context: ApplicationContext): AppliedDataset[] {
  return inScope(context).filter(({ dataset }) => context.granted.includes(dataset));
}

/** What an accepted permit opens: a release per holder and part. */
export function releaseRequests(context: ApplicationContext): ChildRequest[] {
  const planned = plannedReleases(grantedDatasets(context));
  return planned.map((release) => {
    const dependsOn = awaitedBy(release, planned);
    return {
      workflow: 'release',
      ...{
        holder: release.holder,
        part: release.part,
        occasion: FIRST_OCCASION,
        track: release.track,
        dependsOn,
      },
      input: {
        datasets: release.datasets.map(({ dataset }) => dataset),
        awaits: dependsOn,
        deferred: context.deferred,
      },
    };
  });
}

/** Whether every granted population can be found: its dataset is granted too, and no two wait for each other. */
export function populationsAreFound(datasets: readonly AppliedDataset[]): boolean {
  const ids = new Set(datasets.map(({ dataset }) => dataset));
  if (datasets.some(({ populationFrom }) => populationFrom !== null && !ids.has(populationFrom)))
    return false;
  const planned = plannedReleases(datasets);
  const waits = new Map(planned.map((release) => [nameOf(release), awaitedBy(release, planned)]));
  const ready = new Set<string>();
  for (let before = -1; before < ready.size;) {
    before = ready.size;
    for (const [name, awaited] of waits) if (awaited.every((other) => ready.has(other))) ready.add(name);
  }
  return ready.size === waits.size;
}

export function withReleasesOpened(context: ApplicationContext): ApplicationContext {
  const names = releaseRequests(context).map(({ holder, part, occasion }) =>
    childName({ holder, part, occasion }),
  );
  return { ...context, releases: Object.fromEntries(names.map((name) => [name, 'open' as const])) };
}

export function toldName({ holder, part, occasion }: Partial<ReleaseToldPayload>): string {
  return childName({ holder: holder ?? null, part: part ?? null, occasion: occasion ?? null });
}

export function withReleaseEnded(
  context: ApplicationContext,
  record: Partial<ReleaseEndedPayload>,
): ApplicationContext {
  const ended: ReleaseState = record.outcome ?? 'cancelled';
  return { ...context, releases: { ...context.releases, [toldName(record)]: ended } };
}

export type Ending = 'access' | 'partial' | 'refused' | 'withdrawn';

/** How the case ends when its releases stand so; null while one is open. */
export function endingOf({ releases, partial }: ApplicationContext): Ending | null {
  const states = Object.values(releases);
  if (states.includes('open')) return null;
  if (states.every((state) => state === 'access')) return partial ? 'partial' : 'access';
  if (states.includes('access')) return 'partial';
  return states.includes('refused') ? 'refused' : 'withdrawn';
}

export function hasAccess({ releases }: ApplicationContext): boolean {
  return Object.values(releases).includes('access');
}
