import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { caseConfiguration } from '@ledtid/cases';
import { createLogger } from '@ledtid/platform';
import { SystemTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { newCheckpointSettings } from '../../../test/support/checkpoint-settings';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { openDemoIssuer } from '../demo-issuer';
import { PLOTS } from '../demonstration/plots';
import { formOf } from '../demonstration/form';
import { type EmbeddedAppParts, embeddedApp } from './embedded-app';
import { listen } from './listen';

const NOBODY = { name: 'Alva Lind', organisation: 'university-north' };

describe('API and worker in one process', () => {
  let database: TestDatabase;
  let dataDirectory: string;
  let app: NestFastifyApplication;
  let url: string;
  let tokenOf: (role: 'applicant' | 'manager') => Promise<string>;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataDirectory = await mkdtemp(join(tmpdir(), 'ledtid-embedded-app-'));
    const issuer = await openDemoIssuer({ dataDirectory });
    tokenOf = (role) => issuer.issueToken({ role });
    app = await embeddedApp({ ...partsOf(database.url, dataDirectory), issuers: [issuer.configuration()] });
    url = `http://127.0.0.1:${await listen(app, 0, '127.0.0.1')}`;
  }, 60_000);

  afterAll(async () => {
    await app.close();
    // Fails when one of the connections of API, worker or queues is still open.
    await database.drop();
    await rm(dataDirectory, { recursive: true });
  });

  async function ask(path: string, role?: 'applicant' | 'manager', body?: object) {
    const authorization = role === undefined ? {} : { authorization: `Bearer ${await tokenOf(role)}` };
    const headers = { 'content-type': 'application/json', ...authorization };
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${url}${path}`, { headers, ...sent });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  it('is ready as soon as it listens', async () => {
    expect(await ask('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('believes a token of its own issuer, and no other', async () => {
    expect(await ask('/api/v1/me', 'manager')).toMatchObject({ status: 200, body: { subject: 'maria' } });
    expect(await ask('/api/v1/me')).toMatchObject({ status: 401 });
  });

  it('takes a draft, whose submission the worker’s queues are told of', async () => {
    const form = formOf(PLOTS[0]!, 0, NOBODY);
    const draft = await ask('/api/v1/cases', 'applicant', { workflow: 'access-application', form });
    expect(draft).toMatchObject({ status: 201, body: { state: ['draft'] } });
    const { id, version } = draft.body as { id: string; version: number };
    const command = { type: 'SUBMIT', payload: {}, version, idempotencyKey: 'a' };
    const submitted = await ask(`/api/v1/cases/${id}/commands`, 'applicant', command);
    expect(submitted).toMatchObject({ status: 200, body: { state: ['prequalification.waiting'] } });
  });

  it('says which port is taken', async () => {
    const other = await embeddedApp({ ...partsOf(database.url, dataDirectory), issuers: [] });
    const port = Number(new URL(url).port);
    await expect(listen(other, port, '127.0.0.1')).rejects.toMatchObject({ code: 'port-taken' });
    await other.close();
  });
});

function partsOf(databaseUrl: string, dataDirectory: string): Omit<EmbeddedAppParts, 'issuers'> {
  return {
    ...{ databaseUrl, maxConnections: 4, time: new SystemTime(), logger: createLogger('silent') },
    configuration: caseConfiguration(loadWorkflows()),
    checkpoints: newCheckpointSettings(dataDirectory),
    releases: {
      area: join(dataDirectory, 'releases'),
      keys: {
        folder: join(dataDirectory, 'keys'),
        keyEncryptionKeys: { current: 'a', keys: { a: Buffer.alloc(32) } },
      },
      environment: { folder: join(dataDirectory, 'packages'), recipient: 'age1' },
      ...{ holders: {}, optOuts: [], datasets: [] },
    },
  };
}
