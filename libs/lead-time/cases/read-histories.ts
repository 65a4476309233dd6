import type { PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import type { CaseHistory } from './case-history';
import { type WrittenHistory, historyIn } from './written-history';

const HISTORIES = sqlFile(__dirname, 'case-histories');

/** A tree of instances as it is in the tables now. */
export interface ReadHistory {
  rootId: string;
  /** Grows with every event of the tree. */
  version: number;
  history: WrittenHistory;
}

export async function readHistories(client: PoolClient, rootIds: readonly string[]): Promise<ReadHistory[]> {
  return (await client.query<ReadHistory>(HISTORIES, [rootIds])).rows;
}

/** A case, and the tree of instances that it is in. */
export interface CasePlace {
  id: string;
  rootId: string;
}

/** Whole cases as they are in the tables now, in the order in which they were asked for. */
export async function readCases(client: PoolClient, cases: readonly CasePlace[]): Promise<CaseHistory[]> {
  const read = await readHistories(client, [...new Set(cases.map(({ rootId }) => rootId))]);
  const histories = new Map(read.map(({ rootId, history }) => [rootId, history]));
  return cases.flatMap(({ id, rootId }) => {
    const written = histories.get(rootId);
    return written === undefined ? [] : [historyIn(written, id)];
  });
}
