import { Client } from 'pg';

/**
 * Databases that a benchmark makes on one server and removes again: each run begins with a fresh clone.
 * The role needs CREATEDB, and SUPERUSER or pg_checkpoint for the same start of every run.
 */
export class BenchDatabases {
  private readonly made: string[] = [];

  constructor(
    private readonly serverUrl: string,
    private readonly prefix = `ledtid_bench_${process.pid}`,
  ) {}

  create(): Promise<string> {
    return this.make('');
  }

  /** Nobody may be connected to what is cloned. */
  clone(url: string): Promise<string> {
    return this.make(` TEMPLATE ${nameIn(url)}`);
  }

  async drop(url: string): Promise<void> {
    await this.onServer(`DROP DATABASE IF EXISTS ${nameIn(url)} WITH (FORCE)`);
  }

  async dropAll(): Promise<void> {
    for (const url of this.made) await this.drop(url);
  }

  /** Writes out what earlier runs left in memory, so that no run pays for the one before. */
  async settle(): Promise<void> {
    await this.onServer('CHECKPOINT');
  }

  private async make(source: string): Promise<string> {
    const name = `${this.prefix}_${this.made.length + 1}`;
    const url = new URL(this.serverUrl);
    url.pathname = `/${name}`;
    await this.onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await this.onServer(`CREATE DATABASE ${name}${source}`);
    this.made.push(url.toString());
    return url.toString();
  }

  private async onServer(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.serverUrl });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}
