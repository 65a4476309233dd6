import type { SpanFacts } from '../cases/case-history';
import type { Piece } from '../path/network';
import type { CaseFigures } from '../reports/case-figures';
import { NOBODY } from '../reports/report';

/** An unbroken part of the critical path in one stage of one region; null where nobody owns the time. */
export interface Passage {
  instanceId: string;
  region: string;
  stage: string | null;
  /** Epoch milliseconds. */
  start: number;
  end: number;
  pieces: Piece[];
}

/** The path from its clock's start on, as the stages that it went through: no gap between one and the next. */
export function passagesOf({ path, since, frame }: CaseFigures): Passage[] {
  const passages: Passage[] = [];
  for (const whole of path.pieces) {
    if (whole.end <= since) continue;
    const piece = { ...whole, start: Math.max(whole.start, since) };
    const owner = ownerOf(piece.span, frame.caseId);
    const last = passages[passages.length - 1];
    if (last !== undefined && isSame(last, owner)) {
      last.end = piece.end;
      last.pieces.push(piece);
    } else passages.push({ ...owner, start: piece.start, end: piece.end, pieces: [piece] });
  }
  return passages;
}

type Owner = Pick<Passage, 'instanceId' | 'region' | 'stage'>;

/** What no stage owns is nobody's, whichever instance waited meanwhile. */
export function ownerOf(span: SpanFacts | null, caseId: string): Owner {
  if (span === null || span.stage === NOBODY) return { instanceId: caseId, region: '', stage: null };
  const { instanceId, region, stage } = span;
  return { instanceId, region, stage };
}

export function isSame(one: Owner, other: Owner): boolean {
  return one.instanceId === other.instanceId && one.region === other.region && one.stage === other.stage;
}
