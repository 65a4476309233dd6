import type { Schemas } from '../api/client';

type Span = Pick<Schemas['SpanBody'], 'stage' | 'startedAt' | 'endedAt'>;

/** A stage in which a case is or has been, from its first to its last moment there. */
export interface PassedStage {
  readonly stage: string;
  readonly from: string;
  /** Null: the case is there now. */
  readonly to: string | null;
  /** How often it has come there again after it had left. */
  readonly returns: number;
}

/** The stages of a case in the order in which it came to them first; a draft is in none. */
export function passedStages(spans: readonly Span[]): PassedStage[] {
  const passed = new Map<string, PassedStage>();
  const inOrder = spans
    .filter(({ stage }) => stage !== 'none')
    .toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
  for (const { stage, startedAt, endedAt } of inOrder) {
    const before = passed.get(stage);
    passed.set(
      stage,
      before === undefined ? first(stage, startedAt, endedAt) : joined(before, startedAt, endedAt),
    );
  }
  return [...passed.values()];
}

function first(stage: string, from: string, to: string | null): PassedStage {
  return { stage, from, to, returns: 0 };
}

/** A stage has many spans, one for each change of who works on it; one after a gap is a return. */
function joined(before: PassedStage, startedAt: string, endedAt: string | null): PassedStage {
  const isReturn = before.to !== null && startedAt > before.to;
  const to = before.to === null || endedAt === null ? null : later(before.to, endedAt);
  return { ...before, to, returns: before.returns + (isReturn ? 1 : 0) };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
