import { type Instant, type Party, causeOf, civilDateOf, latest, millisecondsBetween } from '@ledtid/time';
import type { LeafInfo, Step, Workflow } from '@ledtid/workflow';
import type { InstanceRow, SpanRow } from '../rows';
import { activeLeaves } from './active-leaves';
import type { Configuration, EvolutionRefusal, Facts, Happening } from './facts';

export interface SpanChanges {
  readonly spans: readonly SpanRow[];
  /** Leaves entered anew; renewed ones (other assignee, other cause) are not among them. */
  readonly entered: readonly LeafInfo[];
  readonly left: readonly string[];
  readonly moved: readonly string[];
  readonly regions: InstanceRow['regions'];
}

/** Closes the spans of leaves that were left and opens those of leaves that were entered. */
export function moveSpans(
  workflow: Workflow,
  facts: Facts,
  next: Step,
  happening: Happening,
  configuration: Configuration,
): SpanChanges {
  const before = activeLeaves(workflow, facts.instance);
  const renewed = renewedLeaves(workflow, before, next.leaves, happening);
  const left = [...without(before, next.leaves), ...renewed].map((leaf) => leaf.region);
  const entered = without(next.leaves, before);
  const closed = facts.spans.map((span) =>
    span.endedAt === null && left.includes(span.region) ? closeSpan(span, happening) : span,
  );
  const regions = { ...facts.instance.regions };
  for (const region of left) regions[region] = { number: happening.number, at: happening.occurredAt };
  const opened = [...entered, ...renewed].map((leaf) => {
    const start = startOf(leaf.region, regions, happening.occurredAt);
    regions[leaf.region] = { number: happening.number, at: start };
    return openSpan(leaf, start, facts, happening, configuration);
  });
  const moved = [...new Set([...left, ...entered.map((leaf) => leaf.region)])].sort();
  return { spans: [...closed, ...opened], entered, left, moved, regions };
}

/**
 * Notes on the named span that its party was asked why it stands. Refused once it has ended, has a cause, or was
 * asked about: the question is put once.
 */
export function askForCause(
  { spans }: Facts,
  { record, occurredAt }: Happening,
): readonly SpanRow[] | EvolutionRefusal {
  const asked = spans.find(({ region, opened }) => region === record.region && opened === record.opened);
  const stands = asked?.endedAt === null && asked.activity !== 'assigned';
  if (!stands || asked.cause !== null || asked.causeAskedAt !== null) return { refused: 'not-possible-now' };
  return spans.map((span) => (span === asked ? { ...span, causeAskedAt: occurredAt } : span));
}

/** An assignee or cause changes within a leaf: its span ends and another begins. */
function renewedLeaves(
  workflow: Workflow,
  before: readonly LeafInfo[],
  after: readonly LeafInfo[],
  { type, record }: Happening,
): LeafInfo[] {
  const changes = workflow.events[type]?.changes;
  if (changes !== 'assignee' && changes !== 'cause') return [];
  return after.filter((leaf) => before.includes(leaf) && leaf.meta.stage === record.stage);
}

function without(leaves: readonly LeafInfo[], others: readonly LeafInfo[]): LeafInfo[] {
  return leaves.filter((leaf) => !others.includes(leaf));
}

/**
 * A join happens when its last branch ended, not when the last message about it came: with late registration
 * the branch registered last may have ended first, and the state after the join must not begin before.
 */
function startOf(region: string, regions: InstanceRow['regions'], occurredAt: Instant): Instant {
  const nested = Object.entries(regions).filter(([name]) => region === '' || name.startsWith(`${region}.`));
  return latest(occurredAt, ...nested.map(([, move]) => move.at));
}

function closeSpan(span: SpanRow, happening: Happening): SpanRow {
  return { ...span, closed: happening.number, endedAt: latest(happening.occurredAt, span.startedAt) };
}

function openSpan(
  leaf: LeafInfo,
  start: Instant,
  facts: Facts,
  happening: Happening,
  { causes }: Configuration,
): SpanRow {
  const { stage, activity } = leaf.meta;
  const previous = facts.spans.find((span) => span.endedAt === null && span.region === leaf.region);
  const cause =
    activity === 'assigned'
      ? null
      : ((happening.record.cause as string | undefined) ?? leaf.meta.cause ?? null);
  return {
    instanceId: facts.instance.id,
    rootId: facts.instance.rootId,
    region: leaf.region,
    opened: happening.number,
    closed: null,
    leaf: leaf.path,
    stage,
    activity,
    party: partyOf(leaf, cause, start, causes),
    cause,
    holder: facts.instance.holder,
    assignee: assigneeOf(leaf, previous, happening),
    startedAt: start,
    endedAt: null,
    recordingLag: Math.round(millisecondsBetween(happening.occurredAt, happening.recordedAt) / 1000),
    causeAskedAt: null,
  };
}

/** On a paused leaf the party that the given cause names is the one everybody waits for. */
function partyOf(leaf: LeafInfo, cause: string | null, at: Instant, causes: Configuration['causes']): Party {
  if (leaf.meta.activity !== 'paused' || cause === null) return leaf.meta.party;
  return causeOf(cause, civilDateOf(at), causes)?.party ?? leaf.meta.party;
}

/** Who holds the stage: whom the event names, who claimed it, or who held it before a pause. */
function assigneeOf(
  leaf: LeafInfo,
  previous: SpanRow | undefined,
  { type, actor, record }: Happening,
): string | null {
  if (leaf.meta.activity === 'waiting') return null;
  const held = previous?.stage === leaf.meta.stage ? previous.assignee : null;
  if (leaf.meta.activity === 'paused') return held;
  const named = record.assignee as string | undefined;
  return named ?? (type === 'CLAIM' ? actor : (held ?? actor));
}
