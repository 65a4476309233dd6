import type { SpanFacts } from '../cases/case-history';
import type { CaseTimeline, PlacedSpan } from '../cases/timeline';
import { NOBODY } from '../reports/report';
import { DEPENDENCY_CAUSES } from './dependency-causes';

/** What a stretch of one region is made of decides who owns its time. */
export type StretchKind =
  /** The region's own spans. */
  | 'own'
  /** No own span: regions inside it run. */
  | 'inside'
  /** The parent only waits for its children. */
  | 'children'
  /** A release waits for another one. */
  | 'dependency';

export interface Stretch {
  kind: StretchKind;
  start: number;
  end: number;
  /** Own spans, cut to the stretch. */
  spans: PlacedSpan[];
}

/** A region of one instance. */
export interface Track {
  instanceId: string;
  region: string;
}

/** The stretches of a region in [from, until), in order and without a gap. */
export function stretchesOf(timeline: CaseTimeline, track: Track, from: number, until: number): Stretch[] {
  const stretches: Stretch[] = [];
  const waits = dependencyWaits(timeline, track);
  let reached = from;
  for (const span of timeline.own(track.instanceId, track.region)) {
    const cut = cutTo(span, from, until);
    if (cut === null) continue;
    if (cut.start > reached) stretches.push(inside(reached, cut.start));
    addSpan(stretches, cut, kindOf(timeline, track, cut, waits));
    reached = cut.end;
  }
  if (reached < until) stretches.push(inside(reached, until));
  return stretches;
}

export function cutTo(span: PlacedSpan, from: number, until: number): PlacedSpan | null {
  // Most lie wholly inside: no copy of those.
  if (span.start >= from && span.end <= until) return span;
  const start = Math.max(span.start, from);
  const end = Math.min(span.end, until);
  return start < end ? { facts: span.facts, start, end, cut: span.cut || end < span.end } : null;
}

function inside(start: number, end: number): Stretch {
  return { kind: 'inside', start, end, spans: [] };
}

/** A cause changed in mid-wait, or a time corrected, does not make two waits of one. */
function addSpan(stretches: Stretch[], span: PlacedSpan, kind: StretchKind): void {
  const last = stretches[stretches.length - 1];
  const goesOn = last !== undefined && last.kind === kind && last.spans[0]?.facts.stage === span.facts.stage;
  if (kind === 'own' || !goesOn) {
    stretches.push({ kind, start: span.start, end: span.end, spans: [span] });
    return;
  }
  last.end = span.end;
  last.spans.push(span);
}

type Waits = ReadonlySet<SpanFacts>;

function kindOf(timeline: CaseTimeline, { instanceId }: Track, span: PlacedSpan, waits: Waits): StretchKind {
  if (waitingChildren(timeline, instanceId, span).length > 0) return 'children';
  return waits.has(span.facts) ? 'dependency' : 'own';
}

/**
 * The children for which a parent's span waits: all that have stages while its own stage is `none`, else those
 * that stand with the party for which it stands still (an inquiry for a region paused for its holder).
 */
export function waitingChildren(
  timeline: CaseTimeline,
  instanceId: string,
  { facts, start, end }: PlacedSpan,
): string[] {
  if (facts.stage !== NOBODY && (facts.party === 'hdab' || facts.activity === 'assigned')) return [];
  const children = timeline.children(instanceId).map(({ id }) => id);
  return children.filter((id) => {
    const interval = timeline.stagedInterval(id);
    if (interval === null || interval.start >= end || interval.end <= start) return false;
    return (
      facts.stage === NOBODY ||
      timeline
        .within(id, '')
        .some((own) => own.facts.party === facts.party && own.start < end && own.end > start)
    );
  });
}

/**
 * The spans in which a release waits for another one. A wait is known by a cause that any of its spans has:
 * who later names another cause in the same leaf does not end the wait.
 */
function dependencyWaits(timeline: CaseTimeline, { instanceId, region }: Track): Waits {
  const waits = new Set<SpanFacts>();
  if (timeline.instance(instanceId).dependsOn.length === 0) return waits;
  let run: PlacedSpan[] = [];
  for (const span of timeline.own(instanceId, region)) {
    const last = run[run.length - 1];
    const goesOn = last !== undefined && last.facts.leaf === span.facts.leaf && last.end === span.start;
    run = goesOn ? [...run, span] : [span];
    if (run.some(({ facts }) => tellsOfAnother(facts))) for (const { facts } of run) waits.add(facts);
  }
  return waits;
}

function tellsOfAnother({ cause, activity }: SpanFacts): boolean {
  return activity !== 'assigned' && cause !== null && DEPENDENCY_CAUSES.has(cause);
}
