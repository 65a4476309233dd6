import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@ledtid/platform';
import { PROOFS } from '../bench/proofs';

const ROOT = join(__dirname, '..');
const RESULTS = join(ROOT, 'bench', 'results');
const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs one proof at full size and keeps its raw result in bench/results: 0 it holds, 1 it does not, 2 there is
 * no such proof. On DATABASE_URL, else on an embedded PostgreSQL of its own below .ledtid/.
 */
async function prove(name: string | undefined): Promise<number> {
  const proof = PROOFS[name ?? ''];
  if (!proof) {
    const known = Object.entries(PROOFS).map(([key, { claim }]) => `  ${key}: ${claim}`);
    say(['npm run prove NAME, where NAME is one of', ...known].join('\n'));
    return 2;
  }
  const server = new ProofServer();
  try {
    const result = await proof.run({ databaseUrl: () => server.url(), progress: say });
    mkdirSync(RESULTS, { recursive: true });
    const file = join(RESULTS, `${name}.json`);
    writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
    say([...result.summary, `${result.holds ? 'Holds' : 'DOES NOT HOLD'}: ${proof.claim}.`].join('\n'));
    return result.holds ? 0 : 1;
  } finally {
    await server.stop();
  }
}

/** Started when a proof first asks for it. */
class ProofServer {
  private embedded: Awaited<ReturnType<typeof startEmbeddedPostgres>> | undefined;

  async url(): Promise<string> {
    const given = process.env.DATABASE_URL;
    if (given !== undefined && given !== '') return given;
    this.embedded ??= await startEmbeddedPostgres({ dataDir: join(ROOT, '.ledtid', 'prove') });
    return this.embedded.url;
  }

  async stop(): Promise<void> {
    await this.embedded?.stop();
  }
}

prove(process.argv[2]).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
