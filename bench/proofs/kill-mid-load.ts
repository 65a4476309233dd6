import type { Pool } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { outboxIsEmpty } from '@ledtid/cases';
import { createPool } from '@ledtid/platform';
import type { ClientTasks } from '../client-process';
import { arrivalsLeft } from '../commands/arrivals-left';
import { faultsOf } from '../commands/check-database';
import type { PreparedCase } from '../commands/command-client';
import { type SignedIn, signIn } from '../commands/issuer';
import { makeJourneys } from '../commands/journeys';
import { EVERYBODY } from '../commands/people';
import { prepareDrafts } from '../commands/prepare-drafts';
import type { ServerTasks } from '../server-process';
import { BenchDatabases } from '../support/bench-databases';
import { Child } from '../support/child-process';
import { commandFaults, jobFaults, logOutbox } from './kept-promises';

export interface KillSettings {
  readonly databaseUrl: string;
  /** Multiples of ten: ten commands a case on average. */
  readonly cases: number;
  readonly connections: number;
  readonly kills: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
}

interface KillFindings {
  readonly accepted: number;
  readonly kills: number;
  readonly repeated: number;
  readonly jobs: number;
  readonly arrivals: number;
  /** A line each; empty when everything that was promised was kept. */
  readonly faults: readonly string[];
}

/**
 * Kills API and worker with -9 several times while a client sends commands, starts them again each time, and
 * compares what the client was told with what is in the database and the queues.
 */
export async function killMidLoad(settings: KillSettings): Promise<KillFindings> {
  const databases = new BenchDatabases(settings.databaseUrl);
  const databaseUrl = await databases.create();
  const prepared = await prepareDrafts(databaseUrl, makeJourneys(settings.cases, settings.seed));
  const pool = createPool({ url: databaseUrl, max: 2, name: 'ledtid-bench' });
  try {
    await logOutbox(pool);
    return await new KilledServer(settings, databaseUrl, pool, await signIn(EVERYBODY)).endure(prepared);
  } finally {
    await pool.end();
    await databases.dropAll();
  }
}

/**
 * | state   | entered by        | then                                           |
 * |---------|-------------------|------------------------------------------------|
 * | stopped | it is made        | `start`                                        |
 * | running | `start`           | `Child.kill`, and `start` again on its port    |
 */
class KilledServer {
  private server = new Child<ServerTasks>('server-process');
  private url = '';

  constructor(
    private readonly settings: KillSettings,
    private readonly databaseUrl: string,
    private readonly pool: Pool,
    private readonly signedIn: SignedIn,
  ) {}

  async endure(prepared: readonly PreparedCase[]): Promise<KillFindings> {
    const { connections, progress } = this.settings;
    const { tokens } = this.signedIn;
    const client = new Child<ClientTasks>('client-process');
    try {
      await this.start(0);
      const load = { url: this.url, connections, tokens, cases: prepared, patient: true };
      const sending = client.ask('send', load);
      const [sent] = await Promise.all([sending, this.killInTurn(prepared)]);
      progress(`${sent.accepted} commands accepted, ${sent.repeated} requests sent again.`);
      await this.until(async () => (await outboxIsEmpty(this.pool)) && (await arrivalsLeft(this.pool)) === 0);
      const refused = sent.refused === null ? [] : [`refused: ${JSON.stringify(sent.refused)}`];
      const { accepted, repeated } = sent;
      return { ...(await this.findings(prepared, refused)), accepted, repeated, kills: this.settings.kills };
    } finally {
      await client.end();
      await this.server.end();
    }
  }

  private async start(port: number): Promise<void> {
    const { databaseUrl } = this;
    this.url = await this.server.ask('start', {
      ...{ databaseUrl, issuer: this.signedIn.issuer, port, record: false },
    });
  }

  /** Spread evenly over the load. */
  private async killInTurn(prepared: readonly PreparedCase[]): Promise<void> {
    const commands = prepared.reduce((sum, { errands }) => sum + errands.length, 0);
    const { kills, progress } = this.settings;
    for (let kill = 1; kill <= kills; kill += 1) {
      await this.until(async () => (await this.accepted()) >= (commands * kill) / (kills + 1));
      await this.server.kill();
      progress(`Killed after ${await this.accepted()} of ${commands} commands.`);
      this.server = new Child<ServerTasks>('server-process');
      await this.start(Number(new URL(this.url).port));
    }
  }

  private async accepted(): Promise<number> {
    const { rows } = await this.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM idempotency',
    );
    return rows[0]?.count ?? 0;
  }

  private async until(happened: () => Promise<boolean>): Promise<void> {
    while (!(await happened())) await pause(20);
  }

  private async findings(prepared: readonly PreparedCase[], refused: readonly string[]) {
    const jobs = await jobFaults(this.pool);
    return {
      ...{ jobs: jobs.jobs, arrivals: jobs.arrivals },
      faults: [
        ...refused,
        ...(await commandFaults(this.pool, prepared)),
        ...jobs.faults,
        ...(await faultsOf(this.databaseUrl)),
      ],
    };
  }
}
