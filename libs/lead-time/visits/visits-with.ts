import type { PoolClient } from 'pg';
import { type VisitsAsked, visitsOfReport } from './visits-of-report';
import type { VisitsOfCase } from './written-visits';

/** Roots of trees: those that are kept, and those of whose present version nothing is. */
export interface WantedTrees {
  readonly kept: readonly string[];
  readonly stale: readonly string[];
}

/** What a report must know of a tree beside its visits. */
export interface BesideVisits<Value> {
  /** By which it is remembered. */
  readonly subject: string;
  read(client: PoolClient, trees: WantedTrees): Promise<ReadonlyMap<string, Value>>;
  /** Of a tree of which nothing was read. */
  readonly nothing: Value;
  /** About as many numbers as it takes the place of. */
  size(value: Value): number;
}

/**
 * Tells the visits of all cases that a report is over, as `visitsOfReport` does, with something else of their trees. Of a tree
 * that is kept as it was when that was read it need not be read again.
 */
export async function visitsWith<Value>(
  client: PoolClient,
  asked: VisitsAsked,
  beside: BesideVisits<Value>,
  see: (one: VisitsOfCase, value: Value) => void,
): Promise<void> {
  const known = asked.remembered.about<Value>(beside.subject);
  const unknown: VisitsOfCase[] = [];
  await visitsOfReport(client, asked, (one) => {
    const value = one.mark === null ? undefined : known.find(one.rootId, one.mark);
    if (value === undefined) unknown.push(one);
    else see(one, value);
  });
  if (unknown.length === 0) return;
  const rootsOf = (isKept: boolean): string[] => [
    ...new Set(unknown.filter(({ mark }) => (mark !== null) === isKept).map(({ rootId }) => rootId)),
  ];
  const found = await beside.read(client, { kept: rootsOf(true), stale: rootsOf(false) });
  for (const one of unknown) {
    const value = found.get(one.rootId) ?? beside.nothing;
    if (one.mark !== null) known.keep(one.rootId, one.mark, value, beside.size(value));
    see(one, value);
  }
}
