import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoIssuer } from '@ledtid/access';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { demonstrationReleases } from '../../apps/cli';
import { type RunningServer, startServer } from './running-server';
import { type TestDatabase, createTestDatabase } from './test-database';

/** The whole product with the demonstration's holders, as `ledtid start` has it, on a database of its own. */
export interface DemonstrationServer extends RunningServer {
  readonly database: TestDatabase;
  /** The data directory. */
  readonly root: string;
  readonly issuer: DemoIssuer;
  /** The environment's folder, and the key that opens what lies there. */
  readonly packages: string;
  readonly identity: string;
}

export async function startDemonstration(): Promise<DemonstrationServer> {
  const time = new SystemTime();
  const root = await mkdtemp(join(tmpdir(), 'ledtid-demonstration-'));
  const database = await createTestDatabase();
  const issuer = await DemoIssuer.open({ directory: root, time, ids: new OrderedIds(time) });
  const releases = await demonstrationReleases({ dataDirectory: root, databaseUrl: database.url, time });
  const issuers = [issuer.configuration()];
  const server = await startServer({ databaseUrl: database.url, issuers, releases });
  const close = async () => {
    await server.close();
    await database.drop();
    await rm(root, { recursive: true, force: true });
  };
  const identity = await readFile(join(root, 'demonstration', 'environment', 'identity'), 'utf8');
  return { ...server, database, root, issuer, packages: releases.environment.folder, identity, close };
}
