import type { PoolClient } from 'pg';
import { overReported, type FilteredStatement } from '../cases/reported';
import { type CaseFilters, filtersOf } from '../cases/wanted';
import type { EpochMilliseconds } from '../cases/case-history';
import { eachRow } from '../each-row';
import { lotsOf } from '../lots-of';
import type { RememberedRows } from '../remembered-rows';
import { staleRoots } from '../sheets/stale-roots';
import { sqlFile } from '../sql-file';
import { treesBelow } from './trees-of-visits';
import { VisitWords } from './visit-words';
import { type VisitsOfCase, type VisitsOfTree, type WrittenVisits, instanceIds } from './written-visits';

const VISITS = sqlFile(__dirname, 'visits-of-report');
const STALE_CASES = sqlFile(__dirname, 'stale-cases');

/** Trees of instances of which nothing is kept, worked out at once. */
export const TREES_AT_ONCE = 200;

/** Which visits a report counts, and where it looks for them first. */
export interface VisitsAsked {
  readonly filters: CaseFilters;
  /** What is over before is of no interest. */
  readonly from: EpochMilliseconds;
  /** What begins then or later is not either. */
  readonly until: EpochMilliseconds;
  readonly remembered: RememberedRows;
  /** Says which cases the filters leave: `overReported` or its like. */
  readonly over?: (statement: string) => FilteredStatement;
}

/**
 * Tells the visits of all cases that a report is over, as far as they touch [from, until), case by case: those remembered
 * or kept, and worked out from their spans those of which the present version is not kept.
 */
export async function visitsOfReport(
  client: PoolClient,
  asked: VisitsAsked,
  see: (one: VisitsOfCase) => void,
): Promise<void> {
  const stale = await staleRoots(client);
  const words = new VisitWords();
  await keptVisits(client, asked, stale, words, see);
  if (stale.length > 0) await staleVisits(client, asked, stale, words, see);
}

/** The visits only where they were asked for. */
type KeptCase = Omit<VisitsOfCase, 'tree' | 'mark'> & { mark: string } & {
  [Column in keyof WrittenVisits]: WrittenVisits[Column] | null;
};

/** Of what is remembered the database tells only that it is the same still; where nothing is, all at once. */
async function keptVisits(
  client: PoolClient,
  { filters, from, until, remembered, over = overReported }: VisitsAsked,
  stale: readonly string[],
  words: VisitWords,
  see: (one: VisitsOfCase) => void,
): Promise<void> {
  const known = remembered.about<VisitsOfTree>('visits');
  const statement = over(VISITS)(filters);
  const unknown = new Set<string>();
  const scope = [filtersOf(filters), stale, Number.isFinite(from) ? from : null, until];
  const seeKept = (row: KeptCase): void => {
    const { rootId, mark, place, isPart } = row;
    const tree = isTold(row)
      ? known.keep(rootId, mark, words.of(row), row.visits.length)
      : known.find(rootId, mark);
    if (tree === undefined) unknown.add(rootId);
    else see({ rootId, mark, place, isPart, tree });
  };
  await eachRow(client, statement, [...scope, known.isEmpty, null], seeKept);
  if (unknown.size > 0) await eachRow(client, statement, [...scope, true, [...unknown]], seeKept);
}

function isTold(row: KeptCase): row is KeptCase & WrittenVisits {
  return row.visits !== null;
}

interface StaleCase {
  id: string;
  rootId: string;
  isPart: boolean;
}

async function staleVisits(
  client: PoolClient,
  { filters, from, until, over = overReported }: VisitsAsked,
  stale: readonly string[],
  words: VisitWords,
  see: (one: VisitsOfCase) => void,
): Promise<void> {
  const { rows } = await client.query<StaleCase>(over(STALE_CASES)(filters), [filtersOf(filters), stale]);
  const roots = [...new Set(rows.map(({ rootId }) => rootId))];
  for (const lot of lotsOf(roots, TREES_AT_ONCE)) {
    const trees = await treesBelow(client, lot);
    for (const { id, rootId, isPart } of rows) {
      const tree = trees.get(rootId);
      if (tree === undefined || tree.began >= until) continue;
      // As in sql/visits-of-report.sql: a part that no stage owns goes on without the tree.
      if (tree.ended !== null && tree.ended < from && !isPart) continue;
      see({ rootId, mark: null, isPart, place: instanceIds(tree).indexOf(id), tree: words.of(tree) });
    }
  }
}
