import { type CaseFrame, type Horizon, isPast } from './case-frame';
import type { CaseHistory, SpanFacts } from './case-history';

/** An unbroken run of spans of one instance and region that share a key, as seen from a horizon. */
export interface Visit {
  key: string;
  instanceId: string;
  region: string;
  /** Epoch milliseconds. */
  start: number;
  /** Null while it is open. */
  end: number | null;
  spans: SpanFacts[];
}

/** Key of a span in some dimension; null where the span has none and so belongs to no visit. */
export type KeyOf = (span: SpanFacts) => string | null;

/** The visits of a case that had begun by the horizon, pauses included; one entered again is another visit. */
export function visitsOf(history: CaseHistory, keyOf: KeyOf, horizon: Horizon): Visit[] {
  const visits: Visit[] = [];
  const last = new Map<string, Map<string, Visit>>();
  for (const span of history.spans) {
    if (span.start >= horizon.at) continue;
    let regions = last.get(span.instanceId);
    if (regions === undefined) last.set(span.instanceId, (regions = new Map()));
    const before = regions.get(span.region);
    const visit = follow(before, span, keyOf(span));
    if (visit === undefined) regions.delete(span.region);
    else {
      extend(visit, span, horizon);
      if (visit === before) continue;
      visits.push(visit);
      regions.set(span.region, visit);
    }
  }
  return visits;
}

/** The visit that the span continues, a new one, or none. */
function follow(before: Visit | undefined, span: SpanFacts, key: string | null): Visit | undefined {
  if (key === null) return undefined;
  const { instanceId, region, start } = span;
  if (before?.key === key && before.end === start) return before;
  return { key, instanceId, region, start, end: null, spans: [] };
}

function extend(visit: Visit, span: SpanFacts, horizon: Horizon): void {
  visit.end = span.end !== null && isPast(span.end, horizon) ? span.end : null;
  visit.spans.push(span);
}

/**
 * A visit as far as it belongs to what is timed: one under way at `since` counts from then, one over by then
 * or begun after a closed case's end not at all.
 */
export function visitSince(visit: Visit, since: number, frame: CaseFrame): Visit | null {
  if (visit.end !== null && visit.end <= since && visit.start < since) return null;
  if (!frame.open && visit.start >= frame.end && visit.start > since) return null;
  return visit.start >= since ? visit : { ...visit, start: since };
}
