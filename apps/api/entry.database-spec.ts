import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CasesModule } from '@ledtid/cases';
import { PlatformModule } from '@ledtid/platform';
import { TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../test/support/example-workflow';
import { PEOPLE } from '../../test/support/api-story';
import { START, configurationOf } from '../../test/support/memory-family';
import { RunningApi } from '../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import { ApiModule } from './api.module';
import { createApi } from './create-api';
import { describeApi } from './open-api';

const { anna, maria, olle } = PEOPLE;
const configuration = configurationOf([exampleCase, exampleInquiry]);

@Controller('forgotten')
class ForgottenController {
  @Get()
  all(): string {
    return 'what nobody declared who may see it';
  }
}

@Module({ controllers: [ForgottenController] })
class ForgetfulModule {}

describe('the way in', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const forgetful = [ForgetfulModule];
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time, imports: forgetful });
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  it('is closed where a route declares nobody, whoever asks', async () => {
    for (const who of [null, ...Object.values(PEOPLE)]) {
      const answer = await api.call(who, 'GET', '/api/v1/forgotten');
      expect(answer).toMatchObject({ status: 403, body: { code: 'route-without-rule' } });
    }
  });

  it('is closed without a valid token on every route that is described, but health, what is public and those of sign-in services', async () => {
    const { body } = await api.call<{ paths: Record<string, Record<string, unknown>> }>(
      null,
      'GET',
      '/api/openapi.json',
    );
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
    expect(routes.length).toBeGreaterThan(15);
    for (const [method, path] of routes) {
      if (/^\/health|\/(forgotten|sign-in|back-channel-logout|public\/status)$/.test(path)) continue;
      const answer = await api.call(
        null,
        method,
        path.replace(/\{\w+\}/g, '1'),
        method === 'GET' ? undefined : {},
      );
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: 401 });
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="ledtid"');
    }
  });

  it('does not open for a token that was altered', async () => {
    const token = await api.tokenOf(anna);
    const altered = `${token.slice(0, -4)}AAAA`;
    const answer = await fetch(`${api.url}/api/v1/me`, { headers: { authorization: `Bearer ${altered}` } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="ledtid", error="invalid_token"');
  });

  it('tells who somebody is', async () => {
    expect((await api.call(anna, 'GET', '/api/v1/me')).body).toEqual({
      ...{ subject: 'anna', name: null, roles: ['applicant'], organisations: ['university'] },
      ...{ issuer: 'urn:ledtid:test-issuer', assurance: 'substantial', session: null },
    });
  });

  it('lets reports be read by managers and not by applicants', async () => {
    expect(await api.call(maria, 'GET', '/api/v1/reports/lead-time')).toMatchObject({
      ...{ status: 200, body: { report: 'lead-time', method: 'exact', rows: [] } },
    });
    expect(await api.call(anna, 'GET', '/api/v1/reports/lead-time')).toMatchObject({ status: 403 });
    expect(await api.call(maria, 'GET', '/api/v1/reports/weather')).toMatchObject({
      status: 404,
      body: { code: 'unknown-report' },
    });
    expect(await api.call(maria, 'GET', '/api/v1/reports/lead-time?from=soon')).toMatchObject({
      status: 422,
      body: { code: 'bad-period' },
    });
  });

  it('shows the cases behind a figure to those who may see every case, and to managers only the figure', async () => {
    const path = '/api/v1/reports/lead-time/cases?key=total&purpose=53-1-e';
    expect(await api.call(olle, 'GET', path)).toMatchObject({
      status: 200,
      body: { items: [], cursor: null },
    });
    expect(await api.call(maria, 'GET', path)).toMatchObject({ status: 403, body: { code: 'role-missing' } });
    expect(await api.call(olle, 'GET', '/api/v1/reports/lead-time/cases')).toMatchObject({ status: 422 });
    expect(await api.call(olle, 'GET', '/api/v1/reports/flow/cases?key=total')).toMatchObject({
      status: 422,
      body: { code: 'no-cases-behind' },
    });
    expect(await api.call(olle, 'GET', path.replace('53-1-e', '53-1-x'))).toMatchObject({
      status: 422,
      body: { code: 'unknown-filter-value' },
    });
  });

  it('shows workflows with stages, states, events, roles, form, texts and diagram', async () => {
    const { body } = await api.call<Record<string, unknown[]>>(anna, 'GET', '/api/v1/workflows/example-case');
    expect(body).toMatchObject({
      ...{
        key: 'example-case',
        version: 1,
        startable: true,
        form: { version: 1, schema: { type: 'object' } },
      },
      diagram: expect.stringContaining('stateDiagram') as string,
    });
    expect(body.states).toContainEqual(
      expect.objectContaining({
        path: 'check.assigned',
        stage: 'check',
        activity: 'assigned',
        party: 'hdab',
      }),
    );
    expect(body.events).toContainEqual(
      expect.objectContaining({ type: 'DECIDE', roles: ['decision_maker'], decision: true }),
    );
    expect(await api.call(anna, 'GET', '/api/v1/workflows/none')).toMatchObject({
      status: 404,
      body: { code: 'unknown-workflow' },
    });
  });

  it('keeps answers out of caches', async () => {
    const { headers } = await api.call(anna, 'GET', '/api/v1/me');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('shows the description to read and as JSON without signing in', async () => {
    const answer = await fetch(`${api.url}/api/docs`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('swagger-ui');
  });

  it('answers an address that cannot be decoded with a problem', async () => {
    const answer = await api.call(anna, 'GET', '/api/v1/cases/%zz');
    expect(answer).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('is ready when every migration has run, and says which has not', async () => {
    expect(await api.call(null, 'GET', '/health/ready')).toMatchObject({
      status: 200,
      body: { status: 'ok' },
    });
    const { rows } = await database.pool.query<{ name: string }>(
      'SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1',
    );
    const name = rows[0]?.name ?? '';
    await database.pool.query('UPDATE schema_migration SET name = $1 WHERE name = $2', ['other', name]);
    const answer = await api.call(null, 'GET', '/health/ready');
    await database.pool.query('UPDATE schema_migration SET name = $2 WHERE name = $1', ['other', name]);
    expect(answer).toMatchObject({
      ...{ status: 503, body: { code: 'not-ready', details: [expect.stringContaining(name) as string] } },
    });
    expect(await api.call(null, 'GET', '/health/live')).toMatchObject({ status: 200 });
  });
});

describe('without its database', () => {
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    const imports = [
      PlatformModule.forRoot({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none' }),
      CasesModule.forRoot({ configuration }),
      ApiModule.forRoot({ issuers: [] }),
    ];
    app = await createApi({ module: ForgetfulModule, imports }, { logger: false });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => app.close());

  it('the API lives, is not ready, and can be described', async () => {
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      code: 'not-ready',
      details: [expect.stringContaining('does not answer') as string],
    });
    expect(Object.keys(describeApi(app).paths)).toContain('/api/v1/cases/{id}/commands');
  });
});
