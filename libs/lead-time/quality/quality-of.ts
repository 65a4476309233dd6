import type { Quality } from '@ledtid/workflow';
import type { QualityBody, QualityFigures, QualityPart } from './quality';

/** What events a workflow can declare; a correction is one that changes nothing but a time. */
export type EventKind = Quality | 'correction';

/** How often something happened. `stage` is null for what belongs to none, `holder` where there is none. */
export interface QualityCount {
  stage: string | null;
  holder: string | null;
  what: EventKind | 'passed' | 'right' | 'reEntry' | 'redelivery';
  times: number;
}

/** `known`: what the workflows declare. What nobody could have recorded is not told as none. */
export function qualityOf(
  cases: number,
  counts: readonly QualityCount[],
  known: ReadonlySet<EventKind>,
): QualityBody {
  const figures = (some: readonly QualityCount[]): QualityFigures => figuresOf(some, known);
  const total = figures(counts);
  const part = (key: string, some: readonly QualityCount[]): QualityPart => ({ key, ...figures(some) });
  const rows = keysOf(counts, 'stage').map((stage) => {
    const own = counts.filter((count) => count.stage === stage);
    const holders = keysOf(own, 'holder').map((key) =>
      part(
        key,
        own.filter(({ holder }) => holder === key),
      ),
    );
    return { ...part(stage, own), rows: holders.sort(worstFirst) };
  });
  const { completionRequests } = total;
  const completionRequestsPerCase =
    completionRequests === null || cases === 0 ? null : completionRequests / cases;
  return { cases, completionRequestsPerCase, total, rows: rows.sort(worstFirst) };
}

function figuresOf(counts: readonly QualityCount[], known: ReadonlySet<EventKind>): QualityFigures {
  const passed = timesOf(counts, 'passed');
  const when = (kind: EventKind, what: QualityCount['what'] = kind): number | null =>
    known.has(kind) ? timesOf(counts, what) : null;
  return {
    passed,
    firstTimeRight: passed === 0 ? null : timesOf(counts, 'right') / passed,
    returns: when('return'),
    redeliveries: when('return', 'redelivery'),
    complaints: when('complaint'),
    completionRequests: when('completion'),
    corrections: when('correction'),
    reEntries: timesOf(counts, 'reEntry'),
  };
}

function timesOf(counts: readonly QualityCount[], what: QualityCount['what']): number {
  return counts.reduce((sum, count) => (count.what === what ? sum + count.times : sum), 0);
}

function keysOf(counts: readonly QualityCount[], name: 'stage' | 'holder'): string[] {
  return [...new Set(counts.flatMap(({ [name]: key }) => (key === null ? [] : [key])))];
}

function worstFirst(one: QualityPart, other: QualityPart): number {
  return wrong(other) - wrong(one) || (one.key < other.key ? -1 : 1);
}

function wrong({ passed, firstTimeRight }: QualityPart): number {
  return passed * (1 - (firstTimeRight ?? 1));
}
