import type { SpanFacts } from '../cases/case-history';

/** A stretch of one span's time, or of time that no span owns. Epoch milliseconds. */
export interface Piece {
  start: number;
  end: number;
  span: SpanFacts | null;
}

/** How one moment follows from an earlier one. */
export type Arc =
  | { kind: 'work'; from: Moment; pieces: Piece[] }
  /** Began so much later, for reasons that the facts do not hold; `shown` leads through what ran meanwhile. */
  | { kind: 'lag'; from: Moment; lag: number; shown: () => Moment };

/** A point of the case: when it is reached follows from the latest of its arcs. */
export interface Moment {
  at: number;
  /** Its place in the order in which moments were made; the start has −1. */
  place: number;
  arcs: Arc[];
  /** The arc along which the critical path goes. */
  critical: Arc | null;
}

/** What keys have of a piece's time, in milliseconds. */
export type Shares = readonly (readonly [key: string, milliseconds: number])[];

/** What of a piece's time is to be taken out, in milliseconds. */
export type Removal = (piece: Piece) => number;

/**
 * A case as a network of moments, as in the critical path method (Kelley and Walker 1959): arcs take time,
 * and a moment is reached when the last of its arcs is done. Moments are kept in the order in which they were
 * made, each after those it follows from.
 */
export class Network {
  readonly start: Moment;
  private readonly moments: Moment[] = [];

  constructor(start: number) {
    this.start = { at: start, place: -1, arcs: [], critical: null };
  }

  /** Time that passes in the given pieces, which follow each other from `from` on. */
  work(from: Moment, pieces: Piece[]): Moment {
    const last = pieces[pieces.length - 1];
    if (last === undefined) return from;
    const arc: Arc = { kind: 'work', from, pieces };
    return this.add(last.end, [arc], arc);
  }

  lag(from: Moment, until: number, shown: () => Moment): Moment {
    const arc: Arc = { kind: 'lag', from, lag: until - from.at, shown };
    return this.add(until, [arc], arc);
  }

  /** Reached when all of `ends` are; the path goes on through the chosen one. */
  join(ends: readonly Moment[], chosen: number): Moment {
    const arcs = ends.map((from): Arc => ({ kind: 'work', from, pieces: [] }));
    return this.add(Math.max(...ends.map(({ at }) => at)), arcs, arcs[chosen] ?? null);
  }

  /** When `end` would have been reached had the time been taken out. With nothing taken out, when it was. */
  reached(end: Moment, removal: Removal): number {
    return this.pass(end, (arc) => arcLength(arc) - removed(arc, removal));
  }

  /**
   * When `end` would have been reached without what a key has of the pieces, for each key by itself: all are
   * taken through the moments together, so that each arc is looked at once.
   */
  reachedWithout(end: Moment, keys: readonly string[], shares: (piece: Piece) => Shares): number[] {
    const width = keys.length;
    const places = new Map(keys.map((key, place) => [key, place]));
    const times = new Float64Array(this.moments.length * width);
    const losses = new Float64Array(width);
    for (const { place, arcs } of this.moments) {
      const own = times.subarray(place * width, (place + 1) * width).fill(-Infinity);
      for (const arc of arcs) {
        sumShares(losses.fill(0), arc, places, shares);
        const length = arcLength(arc);
        const from = arc.from.place * width;
        for (let key = 0; key < width; key += 1) {
          const start = from < 0 ? this.start.at : (times[from + key] ?? 0);
          own[key] = Math.max(own[key] ?? -Infinity, start + length - (losses[key] ?? 0));
        }
      }
    }
    return keys.map((_, key) => (end.place < 0 ? this.start.at : (times[end.place * width + key] ?? 0)));
  }

  private pass(end: Moment, lengthOf: (arc: Arc) => number): number {
    const times = new Float64Array(this.moments.length);
    for (const { place, arcs } of this.moments) {
      let latest = -Infinity;
      for (const arc of arcs) {
        const from = arc.from.place < 0 ? this.start.at : (times[arc.from.place] ?? 0);
        latest = Math.max(latest, from + lengthOf(arc));
      }
      times[place] = latest;
    }
    return end.place < 0 ? this.start.at : (times[end.place] ?? this.start.at);
  }

  private add(at: number, arcs: Arc[], critical: Arc | null): Moment {
    const moment = { at, place: this.moments.length, arcs, critical };
    this.moments.push(moment);
    return moment;
  }
}

function arcLength(arc: Arc): number {
  if (arc.kind === 'lag') return arc.lag;
  let sum = 0;
  for (const { start, end } of arc.pieces) sum += end - start;
  return sum;
}

function removed(arc: Arc, removal: Removal): number {
  return arc.kind === 'lag' ? 0 : arc.pieces.reduce((sum, piece) => sum + removal(piece), 0);
}

function sumShares(
  sums: Float64Array,
  arc: Arc,
  places: ReadonlyMap<string, number>,
  sharesOf: (piece: Piece) => Shares,
): void {
  if (arc.kind === 'lag') return;
  for (const piece of arc.pieces) {
    for (const [key, time] of sharesOf(piece)) {
      const place = places.get(key);
      if (place !== undefined) sums[place] = (sums[place] ?? 0) + time;
    }
  }
}

/** The way through the network that decided when its end was reached, from first to last. */
export interface Way {
  /** Follow each other without a gap. */
  pieces: Piece[];
  moments: Moment[];
}

export function criticalPath(end: Moment): Way {
  const pieces: Piece[] = [];
  const moments: Moment[] = [];
  let moment: Moment | null = end;
  while (moment !== null) {
    moments.push(moment);
    const arc: Arc | null = moment.critical;
    if (arc?.kind === 'work') pieces.push(...[...arc.pieces].reverse());
    moment = arc === null ? null : before(arc);
  }
  return { pieces: pieces.reverse(), moments: moments.reverse() };
}

function before(arc: Arc): Moment {
  return arc.kind === 'work' ? arc.from : arc.shown();
}
