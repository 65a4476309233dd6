import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { ReleaseFault } from '../release-fault';
import { quoteText } from './quote';

export type Parameter = string | number | boolean;
export type Row = Record<string, unknown>;

/** A statement and the values for its `$1`, `$2`, …; values never stand in the text. */
export interface Statement {
  sql: string;
  parameters: Parameter[];
}

export interface EngineSettings {
  /** Threads of one step; default 2. */
  threads?: number;
  /** As DuckDB spells it (`2GB`); default 2GB. What does not fit spills into the scratch folder. */
  memoryLimit?: string;
}

export interface EngineScope extends EngineSettings {
  /** Private folder for spilled data, removed with the step. */
  scratch: string;
  /** Folders that statements may read and write. Everything else on the machine is closed to them. */
  folders: string[];
}

/**
 * DuckDB, in memory, for one step. It sees only the folders of its scope and the configuration is locked,
 * so that not even a mistake in a compiled statement could read another release.
 */
export class Engine {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  static async open(scope: EngineScope): Promise<Engine> {
    const spill = join(scope.scratch, 'spill');
    await mkdir(spill, { recursive: true, mode: 0o700 });
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(scope.threads ?? 2),
      memory_limit: scope.memoryLimit ?? '2GB',
      temp_directory: spill,
      preserve_insertion_order: 'true',
    });
    const engine = new Engine(instance, await instance.connect());
    const folders = [scope.scratch, ...scope.folders].map((folder) => quoteText(`${folder}/`));
    await engine.run('set up', `SET allowed_directories = [${folders.join(', ')}]`);
    await engine.run('set up', "SET TimeZone = 'UTC'");
    await engine.run('set up', 'SET enable_external_access = false');
    await engine.run('set up', 'SET lock_configuration = true');
    return engine;
  }

  /** `purpose` is all that an error says about the statement: DuckDB's own message may quote a row. */
  async run(purpose: string, sql: string, parameters: Parameter[] = []): Promise<void> {
    await this.attempt(purpose, () => this.connection.run(sql, parameters as DuckDBValue[]));
  }

  /** Small results only: rows as plain values, whole numbers as `number`. */
  async rows<T extends Row>(purpose: string, sql: string, parameters: Parameter[] = []): Promise<T[]> {
    return this.attempt(purpose, async () => {
      const reader = await this.connection.runAndReadAll(sql, parameters as DuckDBValue[]);
      return reader.getRowObjectsJS().map((row) => mapNumbers(row) as T);
    });
  }

  async count(purpose: string, sql: string, parameters: Parameter[] = []): Promise<number> {
    const rows = await this.rows<{ n: number }>(purpose, `SELECT count(*) AS n FROM (${sql})`, parameters);
    return rows[0]?.n ?? 0;
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }

  private async attempt<T>(purpose: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw engineFault(purpose, error);
    }
  }
}

export async function withEngine<T>(scope: EngineScope, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await Engine.open(scope);
  try {
    return await work(engine);
  } finally {
    engine.close();
  }
}

function mapNumbers(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}

function engineFault(purpose: string, error: unknown): ReleaseFault {
  const kind =
    /^([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*) Error:/.exec(String((error as Error).message))?.[1] ?? 'Unknown';
  const code = `engine-${kind.toLowerCase().replaceAll(' ', '-')}`;
  return new ReleaseFault(
    code,
    `The data engine could not ${purpose} (${kind} Error).`,
    'Look at the source and the disk, then re-drive the step.',
  );
}
