import { toInstant } from '@ledtid/time';
import type { SpanFacts } from '../cases/case-history';
import type { IdleTime } from '../cases/idle';
import type { StoryTurn } from './case-story';
import type { Passage } from './passages';

/** Whose turn it was within a passage; who of a party's people had it is not told apart. */
export function turnsOf({ pieces }: Passage, idle: IdleTime): StoryTurn[] {
  const runs: { span: SpanFacts; start: number; end: number }[] = [];
  for (const { span, start, end } of pieces) {
    if (span === null) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && isSameTurn(last.span, span)) last.end = end;
    else runs.push({ span, start, end });
  }
  return runs.map(({ span, start, end }) => {
    const { activity, party, cause, leaf, instanceId } = span;
    return {
      ...{ start: toInstant(start), end: toInstant(end), seconds: (end - start) / 1000 },
      ...{ activity, party, cause: activity === 'assigned' ? null : cause, leaf },
      idle: activity === 'assigned' ? idle.within(instanceId, start, end) / 1000 : 0,
    };
  });
}

function isSameTurn(one: SpanFacts, other: SpanFacts): boolean {
  return (
    one.activity === other.activity &&
    one.party === other.party &&
    one.cause === other.cause &&
    one.leaf === other.leaf
  );
}
