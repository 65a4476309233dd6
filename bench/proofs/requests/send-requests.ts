import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createPool, runMigrations } from '@ledtid/platform';
import type { Pool } from 'pg';
import { routesOf } from '../../../apps/api';
import { MIGRATIONS } from '../../../migrations';
import { type Content, contentIn, faultsOf, tablesIn } from '../../commands/check-database';
import { BenchDatabases } from '../../support/bench-databases';
import { answerFaults } from './answer-faults';
import { type AskedWorld, askedWorld } from './asked-world';
import { type RawAnswer, exchange } from './exchange';
import { type MadeRequest, requestsOf } from './made-request';

export interface RequestsSettings {
  /** A server on which a database may be made. */
  readonly databaseUrl: string;
  /** Requests of each route of the document. */
  readonly each: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
}

export interface RequestsFindings {
  readonly requests: number;
  /** Requests by kind; and by route, which status came how often. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly routes: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Stable codes of the errors, and how often each came. */
  readonly codes: Readonly<Record<string, number>>;
  /** A line each, with what was sent; the first of each sort. */
  readonly faults: readonly string[];
}

const AT_ONCE = 8;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Who looks, and who is refused, is written down: what no request may change is all the rest. */
const TRACE = 'access_record';

/**
 * Sends seeded requests of every route to the real server, and holds each answer, and the tables after each refusal,
 * to what was promised. What can only read is sent several at once, what could write alone.
 */
export async function sendRequests(settings: RequestsSettings): Promise<RequestsFindings> {
  const databases = new BenchDatabases(settings.databaseUrl, `ledtid_requests_${process.pid}`);
  const databaseUrl = await databases.create();
  await runMigrations(databaseUrl, MIGRATIONS);
  const pool = createPool({ url: databaseUrl, max: 2, name: 'ledtid-bench' });
  const directory = await mkdtemp(join(tmpdir(), 'ledtid-requests-'));
  const world = await askedWorld(databaseUrl, directory);
  try {
    const held = (await tablesIn(pool)).filter((table) => table !== TRACE);
    const sending = new Sending(world, pool, held);
    for (const [place, route] of routesOf(world.document).entries()) {
      const seed = settings.seed + place;
      const requests = fc.sample(requestsOf(route, world), { numRuns: settings.each, seed });
      await sending.send(requests);
      settings.progress(`${route.operation}: ${requests.length} requests, ${sending.faults} faults so far.`);
    }
    return sending.findings(await faultsOf(databaseUrl));
  } finally {
    await world.api.close();
    await pool.end();
    await databases.dropAll();
    await rm(directory, { recursive: true });
  }
}

/** Counts what came back, and keeps the first fault of each sort. */
class Sending {
  private readonly kinds: Record<string, number> = {};
  private readonly routes: Record<string, Record<string, number>> = {};
  private readonly codes: Record<string, number> = {};
  private readonly found = new Map<string, string>();
  private sent = 0;

  constructor(
    private readonly world: AskedWorld,
    private readonly pool: Pool,
    private readonly tables: readonly string[],
  ) {}

  get faults(): number {
    return this.found.size;
  }

  async send(requests: readonly MadeRequest[]): Promise<void> {
    let content = await this.content();
    for (const block of blocksOf(requests)) {
      const answers = await Promise.all(block.map((request) => this.exchanged(request)));
      const after = await this.content();
      const [only] = block;
      const accepted = block.length === 1 && !isSafe(only) && (answers[0]?.status ?? 0) < 300;
      if (!accepted && only && JSON.stringify(after) !== JSON.stringify(content)) {
        this.fault(only, `something was changed in ${changedIn(content, after)}`, answers[0]);
      }
      content = after;
    }
  }

  findings(ofDatabase: readonly string[]): RequestsFindings {
    const { sent, kinds, routes, codes, found } = this;
    return { requests: sent, kinds, routes, codes, faults: [...found.values(), ...ofDatabase] };
  }

  private async exchanged(request: MadeRequest): Promise<RawAnswer> {
    const answer = await exchange(this.world.api.url, request);
    this.sent += 1;
    count(this.kinds, request.kind);
    count((this.routes[request.operation] ??= {}), String(answer.status));
    const code = /^\{"type":"urn:ledtid:problem:([\w-]+)"/.exec(answer.body)?.[1];
    if (code !== undefined) count(this.codes, code);
    for (const fault of answerFaults(request, answer, this.world.secrets)) this.fault(request, fault, answer);
    return answer;
  }

  private fault(request: MadeRequest, what: string, answer: RawAnswer | undefined): void {
    const sort = `${request.operation} ${what}`;
    if (this.found.has(sort)) return;
    const { method, target, headers, body, as } = request;
    const told = headers.filter(([name]) => name !== 'authorization');
    const shown = JSON.stringify({ as, method, target, headers: told, body }).slice(0, 2000);
    this.found.set(
      sort,
      `${sort}: ${shown} was answered ${answer?.status ?? 0} ${answer?.body.slice(0, 300) ?? ''}`,
    );
  }

  private content(): Promise<Content> {
    return contentIn(this.pool, this.tables);
  }
}

/** Runs of what can only read, sent together; what could write by itself. */
function blocksOf(requests: readonly MadeRequest[]): MadeRequest[][] {
  const blocks: MadeRequest[][] = [];
  for (const request of requests) {
    const last = blocks.at(-1);
    const joins = last !== undefined && last.length < AT_ONCE && isSafe(request) && last.every(isSafe);
    if (joins) last.push(request);
    else blocks.push([request]);
  }
  return blocks;
}

function isSafe(request: MadeRequest | undefined): boolean {
  return request !== undefined && SAFE.has(request.method.toUpperCase());
}

function changedIn(before: Content, after: Content): string {
  return Object.keys(after)
    .filter((table) => after[table]?.sum !== before[table]?.sum)
    .join(', ');
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
