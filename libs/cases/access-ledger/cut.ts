import type { KeyObject } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Instant } from '@ledtid/time';
import { type Checkpoint, isSignedBy } from '../ledger/checkpoints/checkpoint';
import { CheckpointError } from '../ledger/checkpoints/checkpoint-error';
import { keyIdOf } from '../ledger/checkpoints/checkpoint-keys';
import { firstCovering, lastCut } from '../ledger/checkpoints/stored-checkpoints';
import { rowsOf } from '../ledger/rows-in-order';
import { type AccessRecord, hashOf } from './access-record';
import { lookOf } from './stored-looks';

/** What is asked to be cut: looks of before a moment, under a rule. */
export interface CutRule {
  readonly before: Instant;
  readonly rule: string;
  readonly source: string;
}

type Cut = NonNullable<Checkpoint['cut']>;

/** The last of the looks of before a moment; 0: there are none. The newest always stays: the chain goes on from it. */
export async function lastDueLook(client: Pool | PoolClient, before: Instant): Promise<number> {
  const { rows } = await client.query<{ last: number | null }>(
    `SELECT least((SELECT min(number) FROM access_record WHERE at >= $1), max(number)) - 1 AS last
     FROM access_record`,
    [before],
  );
  return rows[0]?.last ?? 0;
}

/**
 * The next cut, or null when no more is due, or is not yet covered by a checkpoint of this key. The chain is walked
 * from the last row that goes to where that checkpoint saw it end, so that no row can be made to look older than it
 * was for the sake of being cut. The transaction must be open. Throws `access-ledger-rewritten`.
 */
export async function nextCut(
  client: PoolClient,
  { before, rule, source }: CutRule,
  key: KeyObject,
): Promise<Cut | null> {
  const looks = await lastDueLook(client, before);
  if (looks <= (await lastCut(client))) return null;
  const covering = await firstCovering(client, looks, keyIdOf(key));
  if (covering === undefined) return null;
  if (!isSignedBy(covering, key)) throw rewritten(looks);
  return { looks, hash: await vouchedHash(client, looks, covering), rule, source };
}

/** The hash of a row from which the chain leads to where a checkpoint saw it end. */
async function vouchedHash(
  client: PoolClient,
  from: number,
  { looks: to = 0, looksHash }: Checkpoint,
): Promise<string> {
  const statement = `SELECT * FROM access_record WHERE number BETWEEN ${from} AND ${to} ORDER BY number`;
  let first: AccessRecord | undefined;
  let last: AccessRecord | undefined;
  for await (const columns of rowsOf(client, 'vouched_looks', statement)) {
    const look = lookOf(columns);
    const follows = last === undefined || look.previousHash === last.hash;
    if (!follows || hashOf(look) !== look.hash) throw rewritten(look.number);
    first ??= look;
    last = look;
  }
  if (first?.number !== from || last?.hash !== looksHash) throw rewritten(to);
  return first.hash;
}

export function rewritten(number: number): CheckpointError {
  return new CheckpointError(
    'access-ledger-rewritten',
    `Row ${number} of the access ledger is gone, or has another hash than when a checkpoint named it.`,
    'Run `ledtid verify`, and find out who wrote to the database past the product.',
  );
}
