import type { PoolClient } from 'pg';
import { sqlFile } from '../sql-file';
import type { WrittenHistory } from './written-history';

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
