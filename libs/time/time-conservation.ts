import type { Instant } from './instant';
import type { Span } from './span';

/**
 * `gap`: no span is open. `overlap`: two spans of one region are, or one of a region and one of a region
 * around it. `outside`: a span lies outside the instance's life. `reversed`: it ends before it starts.
 */
export type ConservationBreach = 'gap' | 'overlap' | 'outside' | 'reversed';

/** What is wrong from a moment to another (null: it still is). `regions` are those of the spans named. */
export interface ConservationViolation {
  breach: ConservationBreach;
  regions: string[];
  /** Ledger numbers that opened the spans at fault; the neighbours of a gap. */
  opened: number[];
  from: Instant;
  to: Instant | null;
}

/** An instance's life; `end` null while it lasts. */
export interface Life {
  start: Instant;
  end: Instant | null;
}

type ConservedSpan = Pick<Span, 'region' | 'opened' | 'start' | 'end'>;

/**
 * Checks the spans of one instance: at every instant of its life at least one span is open, and no more than
 * one per active region. A region without a span beside one that has one is finished, not at fault. Answers
 * what is wrong, in order of time; nothing if time is conserved.
 */
export function timeConservationViolations(
  spans: readonly ConservedSpan[],
  life: Life,
): ConservationViolation[] {
  const ordered = [...spans].sort(
    (one, other) => compare(one.start, other.start) || compare(one.end, other.end),
  );
  const violations = [
    ...reversed(ordered),
    ...outside(ordered, life),
    ...gaps(ordered, life),
    ...overlaps(ordered),
  ];
  return violations.sort((one, other) => compare(one.from, other.from));
}

function reversed(spans: readonly ConservedSpan[]): ConservationViolation[] {
  return spans
    .filter(({ start, end }) => end !== null && end < start)
    .map((span) => violation('reversed', [span], span.start, span.end));
}

function outside(spans: readonly ConservedSpan[], life: Life): ConservationViolation[] {
  return spans
    .filter(({ start, end }) => start < life.start || compare(end, life.end) > 0)
    .map((span) => violation('outside', [span], span.start, span.end));
}

function gaps(spans: readonly ConservedSpan[], life: Life): ConservationViolation[] {
  const found: ConservationViolation[] = [];
  let coveredTo: Instant | null = life.start;
  let last: ConservedSpan | undefined;
  for (const span of spans) {
    if (coveredTo !== null && span.start > coveredTo) {
      found.push(violation('gap', last ? [last, span] : [span], coveredTo, span.start));
    }
    if (compare(span.end, coveredTo) > 0) [coveredTo, last] = [span.end, span];
  }
  if (compare(life.end, coveredTo) > 0 && coveredTo !== null) {
    found.push(violation('gap', last ? [last] : [], coveredTo, life.end));
  }
  return found;
}

/** Only spans still open when the next begins can overlap it: in a history without fault those are few. */
function overlaps(spans: readonly ConservedSpan[]): ConservationViolation[] {
  const found: ConservationViolation[] = [];
  let open: ConservedSpan[] = [];
  for (const span of spans) {
    open = open.filter((earlier) => compare(earlier.end, span.start) > 0);
    for (const earlier of open) {
      const to = compare(earlier.end, span.end) < 0 ? earlier.end : span.end;
      const together = compare(to, span.start) > 0 && cannotBothBeActive(earlier.region, span.region);
      if (together) found.push(violation('overlap', [earlier, span], span.start, to));
    }
    open.push(span);
  }
  return found;
}

/** The same region, or one inside the other: the root has no leaf while a parallel state is active. */
function cannotBothBeActive(one: string, other: string): boolean {
  return one === other || isAround(one, other) || isAround(other, one);
}

function isAround(outer: string, inner: string): boolean {
  return outer === '' || inner.startsWith(`${outer}.`);
}

/** Instants in order, with null (still open) after every one. */
function compare(one: Instant | null, other: Instant | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}

function violation(
  breach: ConservationBreach,
  spans: readonly ConservedSpan[],
  from: Instant,
  to: Instant | null,
): ConservationViolation {
  return {
    breach,
    regions: spans.map(({ region }) => region),
    opened: spans.map(({ opened }) => opened),
    from,
    to,
  };
}
