import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchDatabases } from '../support/bench-databases';
import { type Environment, describeEnvironment } from '../support/environment';
import { rounded } from '../support/figures';
import { contentOf, faultsOf } from './check-database';
import type { PreparedCase } from './command-client';
import { signIn } from './issuer';
import { makeJourneys } from './journeys';
import { EVERYBODY } from './people';
import { prepareDrafts } from './prepare-drafts';
import { type LimitFigures, runLimit } from './run-limit';
import { type ProductFigures, type ProductRun, runProduct } from './run-product';

export interface CommandsSettings {
  readonly databaseUrl: string;
  /** Multiples of ten: ten commands a case on average. */
  readonly cases: number;
  readonly warmUpCases: number;
  readonly connections: number;
  readonly rounds: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
  readonly profile?: string | undefined;
}

export interface CommandsRound {
  readonly product: ProductFigures;
  /** The limit right before the product and right after it; the one after is also the next round's before. */
  readonly limits: readonly [LimitFigures, LimitFigures];
  /** Of the product to the mean of the two: a machine whose speed drifts while they run changes both sides. */
  readonly ratio: number;
}

export interface CommandsMeasurement extends Environment {
  readonly seed: number;
  readonly connections: number;
  readonly cases: number;
  readonly commands: number;
  /** Rows that the commands wrote, drafts included, by table. */
  readonly rows: Readonly<Record<string, number>>;
  readonly rounds: readonly CommandsRound[];
}

/**
 * Measures the product end to end against the plain limit, in turns that begin and end with the limit, each on
 * a fresh clone of one database of drafts. A first run of the product, outside the figures, records what the limit replays; its database is
 * verified and rebuilt, and every replay must end in the very same rows. Throws where anything differs.
 */
export async function measureCommands(settings: CommandsSettings): Promise<CommandsMeasurement> {
  const databases = new BenchDatabases(settings.databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'ledtid-bench-'));
  try {
    return await new CommandsMeasuring(settings, databases, join(folder, 'changes.ndjson')).measure();
  } finally {
    await databases.dropAll();
    await rm(folder, { recursive: true });
  }
}

type Shared = Omit<ProductRun, 'databaseUrl' | 'recording'>;

class CommandsMeasuring {
  constructor(
    private readonly settings: CommandsSettings,
    private readonly databases: BenchDatabases,
    private readonly recording: string,
  ) {}

  async measure(): Promise<CommandsMeasurement> {
    const { databaseUrl, seed, connections, cases, warmUpCases, progress } = this.settings;
    const environment = await describeEnvironment(databaseUrl);
    const drafts = await this.databases.create();
    const journeys = [...makeJourneys(warmUpCases, seed + 1), ...makeJourneys(cases, seed)];
    const prepared = await prepareDrafts(drafts, journeys);
    progress(`${prepared.length} drafts prepared.`);
    const shared = await this.shared(prepared);
    const content = await this.record(drafts, shared);
    const rounds: CommandsRound[] = [];
    let before = await this.limit(drafts, shared, content);
    for (let number = 1; number <= this.settings.rounds; number += 1) {
      const product = await this.onClone(drafts, (clone) => runProduct({ ...shared, databaseUrl: clone }));
      const after = await this.limit(drafts, shared, content);
      const round = roundOf(product, [before, after]);
      progress(`Round ${number}: ${described(round)}`);
      rounds.push(round);
      before = after;
    }
    const rows = Object.fromEntries(Object.entries(content).map(([table, counted]) => [table, counted.rows]));
    const commands = shared.timed.reduce((sum, { errands }) => sum + errands.length, 0);
    return { ...environment, seed, connections, cases, commands, rows, rounds };
  }

  private async shared(prepared: readonly PreparedCase[]): Promise<Shared> {
    const { warmUpCases, connections, profile } = this.settings;
    return {
      ...{ signedIn: await signIn(EVERYBODY), connections, profile },
      ...{ warmUp: prepared.slice(0, warmUpCases), timed: prepared.slice(warmUpCases) },
    };
  }

  private async record(drafts: string, shared: Shared) {
    const databaseUrl = await this.databases.clone(drafts);
    const { perSecond } = await runProduct({ ...shared, databaseUrl, recording: this.recording });
    this.settings.progress(`Recorded, at ${perSecond} commands a second.`);
    const faults = await faultsOf(databaseUrl);
    if (faults.length > 0) throw new Error(`The product left faults behind:\n${faults.join('\n')}`);
    const content = await contentOf(databaseUrl);
    await this.databases.drop(databaseUrl);
    return content;
  }

  private limit(drafts: string, shared: Shared, content: object): Promise<LimitFigures> {
    return this.onClone(drafts, async (databaseUrl) => {
      const { recording } = this;
      const { connections } = shared;
      const warmUp = shared.warmUp.map(({ id }) => id);
      const figures = await runLimit({ databaseUrl, connections, recording, warmUp });
      this.demandEqual(content, await contentOf(databaseUrl));
      return figures;
    });
  }

  private async onClone<Result>(
    drafts: string,
    work: (databaseUrl: string) => Promise<Result>,
  ): Promise<Result> {
    const databaseUrl = await this.databases.clone(drafts);
    await this.databases.settle();
    const result = await work(databaseUrl);
    await this.databases.drop(databaseUrl);
    return result;
  }

  private demandEqual(recorded: object, replayed: object): void {
    if (JSON.stringify(recorded) === JSON.stringify(replayed)) return;
    const [was, is] = [JSON.stringify(recorded), JSON.stringify(replayed)];
    throw new Error(`The replay wrote other rows than the product: ${is} instead of ${was}`);
  }
}

function roundOf(product: ProductFigures, limits: CommandsRound['limits']): CommandsRound {
  const [before, after] = limits;
  const mean = (before.perSecond + after.perSecond) / 2;
  return { product, limits, ratio: rounded(product.perSecond / mean, 3) };
}

function described({ product, limits, ratio }: CommandsRound): string {
  const { p50, p95, p99 } = product.milliseconds;
  return (
    `product ${product.perSecond}/s (p50 ${p50}, p95 ${p95}, p99 ${p99} ms), ` +
    `limit ${limits.map(({ perSecond }) => `${perSecond}/s`).join(' before and ')} after, ratio ${ratio}`
  );
}
