import type { Pool } from 'pg';
import { outboxIsEmpty } from '@ledtid/cases';
import { createPool } from '@ledtid/platform';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientTasks } from '../client-process';
import type { ServerTasks } from '../server-process';
import { Child } from '../support/child-process';
import type { Latency } from '../support/figures';
import { latencyOf, rounded } from '../support/figures';
import { arrivalsLeft } from './arrivals-left';
import type { LoadResult, PreparedCase } from './command-client';
import type { SignedIn } from './issuer';

export interface ProductRun {
  readonly databaseUrl: string;
  readonly signedIn: SignedIn;
  readonly connections: number;
  readonly warmUp: readonly PreparedCase[];
  readonly timed: readonly PreparedCase[];
  /** What everybody sends instead of a token, by subject. */
  readonly headers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Nobody stands at the door. */
  readonly allowAll?: boolean;
  /** Where every ChangeSet is to be written; nothing is recorded without. */
  readonly recording?: string | undefined;
  /** A directory for a CPU profile of the server. */
  readonly profile?: string | undefined;
}

export interface ProductFigures {
  readonly commands: number;
  /** From the first request until the outbox was empty. */
  readonly seconds: number;
  readonly perSecond: number;
  readonly milliseconds: Latency;
  /** How long after the last answer the last job reached its queue. */
  readonly secondsToEmptyOutbox: number;
  /** Arrivals that the worker had not worked off by then: it leaves commands the way. */
  readonly arrivalsLeft: number;
}

/** A server and a client, each a process of its own, on a database with drafts. Throws when one command is refused. */
export async function runProduct(run: ProductRun): Promise<ProductFigures> {
  const server = new Child<ServerTasks>('server-process', { profile: run.profile });
  const client = new Child<ClientTasks>('client-process');
  try {
    const { databaseUrl, signedIn, recording, headers, allowAll = false } = run;
    const record = recording !== undefined;
    const url = await server.ask('start', {
      ...{ databaseUrl, issuer: signedIn.issuer, port: 0, record, allowAll },
    });
    const shared = { url, connections: run.connections, tokens: signedIn.tokens, headers };
    accepted(await client.ask('send', { ...shared, cases: run.warmUp }));
    await emptyOutbox(databaseUrl);
    const figures = await measure(databaseUrl, () => client.ask('send', { ...shared, cases: run.timed }));
    if (recording !== undefined) await server.ask('save', recording);
    return figures;
  } finally {
    await client.end();
    await server.end();
  }
}

async function measure(databaseUrl: string, send: () => Promise<LoadResult>): Promise<ProductFigures> {
  const began = performance.now();
  const load = accepted(await send());
  const answered = performance.now();
  await emptyOutbox(databaseUrl);
  const ended = performance.now();
  const seconds = (ended - began) / 1000;
  return {
    ...{
      commands: load.accepted,
      seconds: rounded(seconds, 3),
      perSecond: rounded(load.accepted / seconds, 1),
    },
    milliseconds: latencyOf(load.milliseconds),
    secondsToEmptyOutbox: rounded((ended - answered) / 1000, 3),
    arrivalsLeft: await withPool(databaseUrl, arrivalsLeft),
  };
}

function accepted(load: LoadResult): LoadResult {
  const { refused } = load;
  if (refused === null) return load;
  const { type, caseId, status, body } = refused;
  throw new Error(`The run counts for nothing: ${type} of case ${caseId} was answered ${status}: ${body}`);
}

function emptyOutbox(databaseUrl: string): Promise<void> {
  return withPool(databaseUrl, async (pool) => {
    while (!(await outboxIsEmpty(pool))) await pause(2);
  });
}

async function withPool<Result>(databaseUrl: string, work: (pool: Pool) => Promise<Result>): Promise<Result> {
  const pool = createPool({ url: databaseUrl, max: 1, name: 'ledtid-bench' });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
