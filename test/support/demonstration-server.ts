import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoIssuer, type IssuerConfiguration } from '@ledtid/access';
import { OrderedIds, SystemTime } from '@ledtid/time';
import { demonstrationReleases } from '../../apps/cli';
import { newDocumentSettings } from './document-settings';
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

export interface DemonstrationParts {
  /** Another way into the database for the product itself than its owner's. */
  readonly asRole?: (database: TestDatabase) => Promise<string>;
  /** Whom it believes besides the demonstration's own. */
  readonly issuers?: readonly IssuerConfiguration[];
}

export async function startDemonstration(parts: DemonstrationParts = {}): Promise<DemonstrationServer> {
  const { asRole = async ({ url }) => url, issuers: others = [] } = parts;
  const time = new SystemTime();
  const root = await mkdtemp(join(tmpdir(), 'ledtid-demonstration-'));
  const database = await createTestDatabase();
  const issuer = await DemoIssuer.open({ directory: root, time, ids: new OrderedIds(time) });
  const releases = await demonstrationReleases({ dataDirectory: root, databaseUrl: database.url, time });
  const issuers = [issuer.configuration(), ...others];
  const documents = newDocumentSettings(join(root, 'documents'));
  const server = await startServer({ databaseUrl: await asRole(database), issuers, releases, documents });
  const close = async () => {
    await server.close();
    await database.drop();
    await rm(root, { recursive: true, force: true });
  };
  const identity = await readFile(join(root, 'demonstration', 'environment', 'identity'), 'utf8');
  return { ...server, database, root, issuer, packages: releases.environment.folder, identity, close };
}
