import type { SpanFacts } from '../cases/case-history';
import type { KeyOf } from '../cases/visits';
import type { Piece } from '../path/network';
import { monthParts } from './months';
import { type Dimension, NOBODY } from './report';

/** Milliseconds of a piece in [from, …) by key; the keys' parts add up to the piece's own part. */
export type SharesOf = (piece: Piece, from: number) => [key: string, milliseconds: number][];

/** The dimensions whose rows are visits; the rows of `month` are whole cases. */
export const VISIT_KEYS: Record<Exclude<Dimension, 'month'>, KeyOf> = {
  stage: staged((span) => span.stage),
  party: staged((span) => span.party),
  // Only its own turn: what the body does with a holder's data is the body's time.
  holder: staged((span) => (span.party === 'holder' ? span.holder : null)),
  cause: staged((span) => (span.activity === 'assigned' ? null : span.cause)),
};

function staged(keyOf: KeyOf): KeyOf {
  return (span: SpanFacts) => (span.stage === NOBODY ? null : keyOf(span));
}

export function sharesBy(dimension: Dimension): SharesOf {
  if (dimension === 'month') {
    return (piece, from) =>
      monthParts(Math.max(piece.start, from), piece.end).map(({ key, start, end }) => [key, end - start]);
  }
  const keyOf = VISIT_KEYS[dimension];
  return (piece, from) => {
    const length = piece.end - Math.max(piece.start, from);
    const key = piece.span === null ? null : keyOf(piece.span);
    return length > 0 ? [[key ?? NOBODY, length]] : [];
  };
}
