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
  arcs: Arc[];
  /** The arc along which the critical path goes. */
  critical: Arc | null;
}

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
    this.start = { at: start, arcs: [], critical: null };
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
    const times = new Map<Moment, number>([[this.start, this.start.at]]);
    for (const moment of this.moments) times.set(moment, this.timeOf(moment, times, removal));
    return times.get(end) ?? this.start.at;
  }

  private timeOf(moment: Moment, times: Map<Moment, number>, removal: Removal): number {
    return Math.max(
      ...moment.arcs.map((arc) => (times.get(arc.from) ?? this.start.at) + length(arc, removal)),
    );
  }

  private add(at: number, arcs: Arc[], critical: Arc | null): Moment {
    const moment = { at, arcs, critical };
    this.moments.push(moment);
    return moment;
  }
}

function length(arc: Arc, removal: Removal): number {
  if (arc.kind === 'lag') return arc.lag;
  return arc.pieces.reduce((sum, piece) => sum + piece.end - piece.start - removal(piece), 0);
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
