import type { Pool, PoolClient } from 'pg';
import { withTransaction } from '@ledtid/platform';
import { type CivilDate, type TimeSource, civilDateOf } from '@ledtid/time';
import { rootOfDigests } from './disposal';
import { type DisposalRule, rulesInForce } from './disposal-rules';

/** What one rule took, or would take. */
export interface RuleDisposal {
  readonly rule: string;
  readonly source: string;
  readonly payloads: number;
}

export interface Disposing {
  readonly pool: Pool;
  readonly time: TimeSource;
  readonly rules: readonly DisposalRule[];
}

// The same content has the same digest, so a payload may belong to many events: it goes when all of them are due.
const DUE = `
  SELECT p.digest FROM payload p JOIN (
    SELECT l.payload_digest AS digest,
      bool_and(coalesce(
        ($1::text[] IS NULL OR i.workflow = ANY($1)) AND ($2::text[] IS NULL OR l.type = ANY($2))
          AND (root.ended_at AT TIME ZONE 'Europe/Stockholm')::date + make_interval(years => $3, days => $4)
            < $5::date, false)) AS due
    FROM ledger l LEFT JOIN instance i ON i.id = l.instance_id LEFT JOIN instance root ON root.id = i.root_id
    WHERE l.payload_digest IS NOT NULL GROUP BY l.payload_digest
  ) told ON told.digest = p.digest
  WHERE told.due ORDER BY p.digest COLLATE "C"`;

const RECORD = `
  INSERT INTO disposal (number, rule, source, at, payloads, root)
  SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5 FROM disposal RETURNING number`;

// A document goes with the payload that its event carried. Without its key nobody can open its bytes any more, on
// this disk or in a copy of it; the files themselves are swept away afterwards.
const SHRED = `
  UPDATE document SET state = 'disposed', key = NULL FROM ledger l
  WHERE (l.instance_id, l.number) = (document.instance_id, document.number) AND l.payload_digest = ANY($1)`;

/** What `dispose` would do now, without doing it. */
export async function wouldDispose(disposing: Disposing): Promise<RuleDisposal[]> {
  return withTransaction(disposing.pool, async (client) => {
    const found: RuleDisposal[] = [];
    for (const rule of rulesOf(disposing)) found.push(told(rule, await dueUnder(client, rule, disposing)));
    return found;
  });
}

/**
 * Takes away the payloads that are due under a rule in force today. Their digests stay, in the ledger and with the
 * rule that took them, so the chains verify as before. Commands wait while it looks through the ledger: one that
 * refers to the same content at this moment must not find it gone.
 */
export async function dispose(disposing: Disposing): Promise<RuleDisposal[]> {
  return withTransaction(disposing.pool, async (client) => {
    await client.query('LOCK TABLE payload IN SHARE ROW EXCLUSIVE MODE');
    const done: RuleDisposal[] = [];
    for (const rule of rulesOf(disposing)) {
      const digests = await dueUnder(client, rule, disposing);
      if (digests.length > 0) await takeAway(client, digests, rule, disposing);
      done.push(told(rule, digests));
    }
    return done;
  });
}

async function takeAway(
  client: PoolClient,
  digests: readonly string[],
  { key, source }: DisposalRule,
  { time }: Disposing,
): Promise<void> {
  const values = [key, source, time.now(), digests.length, rootOfDigests(digests)];
  const { rows } = await client.query<{ number: number }>(RECORD, values);
  await client.query('INSERT INTO disposed_payload SELECT unnest($1::text[]), $2', [
    digests,
    rows[0]?.number,
  ]);
  await client.query(SHRED, [digests]);
  await client.query('DELETE FROM payload WHERE digest = ANY($1)', [digests]);
}

async function dueUnder(client: PoolClient, rule: DisposalRule, disposing: Disposing): Promise<string[]> {
  const { workflows, events, afterEnd } = rule;
  const named = (names: readonly string[] | 'all') => (names === 'all' ? null : names);
  const { years = 0, days = 0 }: { years?: number; days?: number } = afterEnd;
  const values = [named(workflows), named(events), years, days, today(disposing)];
  return (await client.query<{ digest: string }>(DUE, values)).rows.map(({ digest }) => digest);
}

function rulesOf(disposing: Disposing): DisposalRule[] {
  return rulesInForce(disposing.rules, today(disposing));
}

function today({ time }: Disposing): CivilDate {
  return civilDateOf(time.now());
}

function told({ key, source }: DisposalRule, digests: readonly string[]): RuleDisposal {
  return { rule: key, source, payloads: digests.length };
}
