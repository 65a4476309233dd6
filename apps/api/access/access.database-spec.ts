import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { verifyLedger } from '@ledtid/cases';
import { TurnedTime } from '@ledtid/time';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { START, configurationOf } from '../../../test/support/memory-family';
import { type Person, RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { ApiModule } from '../api.module';
import { SHOWS } from './shows.decorator';

const { anna, bo, olle, nils, maria } = PEOPLE;
const FORM = loadSamples('access-application').form ?? {};

type Records = { items: Record<string, unknown>[]; cursor: string | null };

let database: TestDatabase;
let api: RunningApi;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const configuration = configurationOf(loadWorkflows());
  api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new TurnedTime(START) });
  id = await new ApiStory(api).draft('access-application', FORM);
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

async function latest(query = ''): Promise<Record<string, unknown>[]> {
  return (await api.call<Records>(nils, 'GET', `/api/v1/access-records?limit=5${query}`)).body.items;
}

test('who reads a case stands in the access ledger with what for, and nothing of what was seen', async () => {
  await api.call(olle, 'GET', `/api/v1/cases/${id}`);
  expect((await latest())[0]).toEqual({
    ...{ number: expect.any(Number) as number, at: START, subject: 'olle', roles: ['case_officer'] },
    ...{ purpose: 'case-handling', request: 'GET /api/v1/cases/:id', instances: [id], refused: null },
    ...{ times: null, previousHash: expect.any(String) as string, hash: expect.any(String) as string },
  });
});

test('the purpose is the one that the caller says; one that does not exist is refused', async () => {
  const as = async (purpose: string) =>
    fetch(`${api.url}/api/v1/cases/${id}/events`, {
      headers: { authorization: `Bearer ${await api.tokenOf(olle)}`, 'access-purpose': purpose },
    });
  expect((await as('supervision')).status).toBe(200);
  expect((await latest())[0]).toMatchObject({
    purpose: 'supervision',
    request: 'GET /api/v1/cases/:id/events',
  });
  const refused = await as('curiosity');
  expect([refused.status, await refused.json()]).toEqual([
    400,
    expect.objectContaining({ code: 'purpose-unknown' }),
  ]);
});

test('a list is one look at every case that it shows', async () => {
  const story = new ApiStory(api);
  const more = [await story.draft('access-application', FORM), await story.draft('access-application', FORM)];
  await api.call(olle, 'GET', '/api/v1/cases');
  const [look] = await latest();
  expect(look).toMatchObject({ subject: 'olle', request: 'GET /api/v1/cases' });
  expect(new Set(look!.instances as string[])).toEqual(new Set([id, ...more]));
});

test.each<[string, Person, string, string]>([
  ['somebody else’s case', bo, 'GET', 'unknown-case'],
  ['somebody else’s case, to act in it', bo, 'POST', 'unknown-case'],
  ['what a role may not', maria, 'GET', 'unknown-case'],
])('a refused attempt stands there too: %s', async (_, who, method, code) => {
  const command = { type: 'SUBMIT', payload: {}, version: 1, idempotencyKey: 'k' };
  const path = `/api/v1/cases/${id}${method === 'POST' ? '/commands' : ''}`;
  await api.call(who, method, path, method === 'POST' ? command : undefined);
  expect((await latest('&refused=true'))[0]).toMatchObject({
    subject: who.subject,
    instances: [id],
    refused: code,
  });
});

test('who is turned away at the door of a route is known by name', async () => {
  expect((await api.call(maria, 'GET', '/api/v1/access-records')).status).toBe(403);
  expect((await latest('&refused=true'))[0]).toMatchObject({ subject: 'maria', refused: 'role-missing' });
});

test('an applicant learns when, why and by which role the case was looked at, and no name', async () => {
  await api.call(olle, 'GET', `/api/v1/cases/${id}`);
  await api.call(bo, 'GET', `/api/v1/cases/${id}`);
  const { body, text } = await api.call<Records>(anna, 'GET', `/api/v1/cases/${id}/access`);
  expect(body.items[0]).toEqual({
    ...{ at: START, roles: ['case_officer'], purpose: 'case-handling', request: 'GET /api/v1/cases/:id' },
  });
  expect(text).not.toMatch(/olle|"bo"|anna/);
  expect((await api.call(olle, 'GET', `/api/v1/cases/${id}/access`)).status).toBe(403);
  expect((await api.call(bo, 'GET', `/api/v1/cases/${id}/access`)).status).toBe(404);
});

test('where the look cannot be written down, nothing is shown', async () => {
  await database.pool.query('ALTER TABLE access_record RENAME TO elsewhere');
  const shown = await api.call(olle, 'GET', `/api/v1/cases/${id}`);
  const refused = await api.call(bo, 'GET', `/api/v1/cases/${id}`);
  await database.pool.query('ALTER TABLE elsewhere RENAME TO access_record');
  expect([shown.status, shown.body.code, refused.status]).toEqual([500, 'internal-error', 500]);
  expect(shown.text).not.toContain(id);
  expect((await verifyLedger(database.pool)).fault).toBeNull();
});

/** Routes whose answers show no case. Whoever adds one that does gives it `@Shows`. */
const SHOW_NO_CASE = [
  ...['me', 'workflows', 'workflows/:key', 'causes', 'queues', 'access-records', 'cases/:id/access'],
  ...['health/live', 'health/ready', 'sessions', 'sign-in', 'sign-in/:issuer/callback'],
  ...['document-rules', 'public/status'],
];

test('every route that reads either shows its cases to the access ledger or shows none', () => {
  const unknown = readingRoutes().filter(({ path, shows }) => !shows && !SHOW_NO_CASE.includes(path));
  expect(unknown).toEqual([]);
});

function readingRoutes(): { path: string; shows: boolean }[] {
  const controllers = (ApiModule.forRoot({ issuers: [] }).controllers ?? []) as { prototype: object }[];
  return controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype).flatMap((name) => {
      const handler = (controller.prototype as Record<string, object>)[name]!;
      if (Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) return [];
      const parts = [controller, handler].map((place) => String(Reflect.getMetadata(PATH_METADATA, place)));
      const path = parts
        .join('/')
        .replace(/\/+/g, '/')
        .replace(/^\/|\/$/g, '');
      return [{ path, shows: Reflect.hasMetadata(SHOWS, handler) }];
    }),
  );
}
