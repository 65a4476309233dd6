import type { Pool } from 'pg';
import { type Configuration as CaseConfiguration, retentionRules } from '@ledtid/cases';
import {
  createLogger,
  createPool,
  findFreePort,
  runMigrations,
  startEmbeddedPostgres,
} from '@ledtid/platform';
import { SystemTime } from '@ledtid/time';
import { MIGRATIONS } from '../../../migrations';
import { callbackPath, documentSettings, signInSettings } from '../../api';
import { installedConfiguration } from '../configuration';
import type { Context } from '../context';
import { openDemoIssuer } from '../demo-issuer';
import { writeDemonstration } from '../demonstration';
import { checkpointSettings } from '../ledger/ledger-settings';
import { embeddedDocuments } from '../documents/embedded-documents';
import { removeServerFile, writeServerFile } from '../server-file';
import type { Closers } from './closers';
import { demonstrationReleases } from './demonstration-releases';
import { embeddedApp } from './embedded-app';
import type { Interruption } from './interruption';
import { listen } from './listen';
import { mountDemoSignIn } from './mount-demo-sign-in';
import { becomeSoleServer } from './sole-server';

export interface StartOptions {
  readonly port: number;
  /** Without the demonstration's history. */
  readonly empty: boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly databaseUrl: string;
  readonly pool: Pool;
}

/** Loopback only: the demo issuer signs in anybody who can reach it. */
const LOOPBACK = '127.0.0.1';

/** Starts everything of the embedded default; what must be stopped is in `closers`, also when it throws. */
export async function startEmbedded(
  context: Context,
  options: StartOptions,
  closers: Closers,
  interruption: Interruption,
): Promise<RunningServer> {
  const { dataDirectory, settings } = context;
  // First of all: it refuses production, and a clock or workflow at fault is told before anything is made.
  const issuer = await openDemoIssuer(context);
  const configuration = installedConfiguration(context);
  const { databaseUrl, pool } = await openDatabase(context, closers);
  interruption.check();
  if (!options.empty) await ensureDemonstration(context, pool, configuration, interruption);
  const time = new SystemTime();
  const releases = await demonstrationReleases({ dataDirectory, databaseUrl, time });
  const checkpoints = await checkpointSettings(context);
  const documents = documentSettings(settings, await embeddedDocuments(dataDirectory));
  interruption.check();
  // Known before it listens: sign-in needs the address to which browsers come back.
  const port = options.port === 0 ? await findFreePort(null) : options.port;
  const signIn = signInSettings({ ...settings, port });
  const publicUrl = signIn.publicUrl();
  const app = await embeddedApp({
    ...{ databaseUrl, configuration, releases, checkpoints, documents, time },
    retention: retentionRules(settings.retention),
    ...{ issuers: [issuer.configuration(publicUrl)], signIn },
    ...{ redisUrl: settings.redisUrl ?? undefined, maxConnections: settings.databaseConnections },
    logger: createLogger(settings.logLevel === 'info' ? 'warn' : settings.logLevel, process.stderr),
  });
  closers.add(() => app.close());
  mountDemoSignIn(app, await issuer.provider((name) => `${publicUrl}${callbackPath(name)}`));
  await listen(app, port, settings.host ?? LOOPBACK);
  const url = `http://localhost:${port}`;
  await writeServerFile(context, { url, pid: process.pid });
  closers.add(() => removeServerFile(context));
  return { url, databaseUrl, pool };
}

async function openDatabase({ dataDirectory }: Context, closers: Closers) {
  const server = await startEmbeddedPostgres({ dataDir: dataDirectory });
  // Until we know that no other server runs on it: one that somebody else uses is left alone.
  let stop = () => server.release();
  closers.add(() => stop());
  closers.add(await becomeSoleServer(server.url));
  stop = () => server.stop();
  await runMigrations(server.url, MIGRATIONS);
  const pool = createPool({ url: server.url, max: 2, name: 'ledtid-start' });
  closers.add(() => pool.end());
  return { databaseUrl: server.url, pool };
}

async function ensureDemonstration(
  context: Context,
  pool: Pool,
  configuration: CaseConfiguration,
  interruption: Interruption,
): Promise<void> {
  const { rows } = await pool.query<{ begun: boolean }>('SELECT EXISTS (SELECT FROM instance) AS begun');
  if (rows[0]?.begun === true) return;
  context.progress('Making the history of the demonstration …');
  await writeDemonstration({
    pool,
    configuration,
    until: new SystemTime().now(),
    check: () => interruption.check(),
  });
}
