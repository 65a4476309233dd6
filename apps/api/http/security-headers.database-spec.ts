import { TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { START, configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

let database: TestDatabase;
let api: RunningApi;

beforeAll(async () => {
  database = await createTestDatabase();
  const configuration = configurationOf(loadWorkflows());
  api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new TurnedTime(START) });
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

test.each(['/health/live', '/api/v1/me', '/api/v1/nowhere', '/api/openapi.json', '/api/v1/cases/%'])(
  '%s: no browser runs, frames, keeps or guesses anything of the answer',
  async (path) => {
    const { headers } = await fetch(`${api.url}${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  },
);

test('the documentation may run the scripts that come with it, and no other', async () => {
  const answer = await fetch(`${api.url}/api/docs`);
  const policy = answer.headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("base-uri 'none'; object-src 'none';");
  const page = await answer.text();
  const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, inline] of scripts) {
    expect(attributes).toMatch(/src=['"]\.?\//);
    expect(inline!.trim()).toBe('');
  }
});
