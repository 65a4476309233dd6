import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMO_PEOPLE, type DemoIssuer } from '@ledtid/access';
import { findFreePort } from '@ledtid/platform';
import { SystemTime } from '@ledtid/time';
import { Browser } from '../../../test/support/browser';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { configurationOf } from '../../../test/support/memory-family';
import { RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { callbackPath } from '../../api';
import { openDemoIssuer } from '../demo-issuer';
import { mountDemoSignIn } from './mount-demo-sign-in';

describe('the sign-in page of the demonstration', () => {
  let database: TestDatabase;
  let directory: string;
  let issuer: DemoIssuer;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    directory = await mkdtemp(join(tmpdir(), 'ledtid-demo-sign-in-'));
    issuer = await openDemoIssuer({ dataDirectory: directory });
    const port = await findFreePort(null);
    const url = `http://127.0.0.1:${port}`;
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, time: new SystemTime(), port },
      configuration: configurationOf([exampleCase, exampleInquiry]),
      issuers: [{ ...issuer.configuration(url), subjectPrefix: 'demo:' }],
      prepare: async (app: NestFastifyApplication) =>
        mountDemoSignIn(app, await issuer.provider((name) => `${url}${callbackPath(name)}`)),
    });
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
    await rm(directory, { recursive: true });
  });

  async function pickPage(browser: Browser): Promise<{ address: string; page: Response }> {
    const page = await browser.follow(`${api.url}/api/v1/sign-in?returnTo=/health/live`);
    if (typeof page === 'string') throw new Error(page);
    return { address: browser.visited.at(-1) ?? '', page };
  }

  const picks = (browser: Browser, address: string, subject: string) =>
    browser.sendForm(address, new URLSearchParams({ subject }));

  it('offers everybody, each under their roles', async () => {
    const { page } = await pickPage(new Browser());
    const html = await page.text();
    for (const { subject, roles } of DEMO_PEOPLE) {
      expect(html.split(`value="${subject}"`)).toHaveLength(roles.length + 1);
    }
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(DEMO_PEOPLE)('signs $subject in', async ({ subject, name, roles, organisations }) => {
    const browser = new Browser();
    const { address } = await pickPage(browser);
    const picked = await picks(browser, address, subject);
    const back = await browser.follow(new URL(picked.headers.get('location') ?? '', address).href);
    expect(typeof back === 'string' ? back : back.status).toBe(200);
    const me = await browser.send('GET', `${api.url}/api/v1/me`);
    expect(await me.json()).toMatchObject({
      ...{ subject: `demo:${subject}`, name, roles, organisations, assurance: 'substantial' },
    });
  });

  it('asks again after somebody who is not on it', async () => {
    const browser = new Browser();
    const { address } = await pickPage(browser);
    const answer = await picks(browser, address, 'root');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Who are you?');
  });

  it('gives nobody a session who comes to it without having begun here', async () => {
    const answer = await picks(new Browser(), `${api.url}/demo-sign-in/pick/of-nobody`, 'olga');
    expect(answer.status).toBe(400);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('believes the tokens of the command line beside it', async () => {
    const token = await issuer.issueToken({ role: 'manager' });
    const headers = { authorization: `Bearer ${token}` };
    const me = await new Browser().send('GET', `${api.url}/api/v1/me`, headers);
    expect(await me.json()).toMatchObject({ subject: 'demo:maria', session: null });
  });

  it('says where it stands, as any provider', async () => {
    const page = await fetch(`${api.url}/demo-sign-in/.well-known/openid-configuration`);
    expect(await page.json()).toMatchObject({ token_endpoint: `${api.url}/demo-sign-in/token` });
  });

  it('does not exist in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      expect(() => issuer.provider((name) => name)).toThrow(/demo-issuer-in-production/);
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});
