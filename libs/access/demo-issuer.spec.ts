import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CountedIds, TurnedTime } from '@ledtid/time';
import { ROLES } from '@ledtid/workflow';
import { DemoIssuer } from './demo-issuer';
import { DEMO_PEOPLE } from './demo-people';
import { TokenVerifier } from './token-verifier';

const time = new TurnedTime('2026-11-22T09:00:00.000Z');

describe('the demo issuer', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'demo-issuer-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const open = (seed = 1) => DemoIssuer.open({ directory, time, ids: new CountedIds(seed) });

  it.each(ROLES)('gives a %s a token that the verifier believes', async (role) => {
    const issuer = await open();
    const verifier = new TokenVerifier({ issuers: [issuer.configuration()], time });
    const identity = await verifier.verify(await issuer.issueToken({ role }));
    expect(identity).toMatchObject({ roles: [role] });
  });

  it('gives by name somebody who reviewed and also decides', async () => {
    const issuer = await open();
    const verifier = new TokenVerifier({ issuers: [issuer.configuration()], time });
    const token = await issuer.issueToken({ role: 'decision_maker', name: 'hanna' });
    expect(await verifier.verify(token)).toMatchObject({ roles: ['legal_reviewer', 'decision_maker'] });
  });

  it('refuses a name that does not hold the role', async () => {
    const issuer = await open();
    const asked = issuer.issueToken({ role: 'administrator', name: 'alva' });
    await expect(asked).rejects.toMatchObject({ code: 'demo-person-unknown' });
  });

  it('keeps its key over a restart, readable by its owner alone', async () => {
    const token = await (await open(1)).issueToken({ role: 'auditor' });
    const restarted = await open(2);
    const verifier = new TokenVerifier({ issuers: [restarted.configuration()], time });
    expect(await verifier.verify(token)).toHaveProperty('subject');
    const [file] = await readdir(directory);
    expect((await stat(join(directory, file!))).mode & 0o777).toBe(0o600);
  });

  it('ends up with one key when two processes start at once', async () => {
    const issuers = await Promise.all([1, 2, 3, 4].map((seed) => open(seed)));
    const keys = new Set(issuers.map((issuer) => JSON.stringify(issuer.configuration().keys)));
    expect(keys.size).toBe(1);
    expect(await readdir(directory)).toHaveLength(1);
  });

  it('shows nobody its private key', async () => {
    const { keys } = (await open()).configuration();
    expect(keys).toMatchObject({ jwks: { keys: [{ kty: 'EC' }] } });
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  it('does not exist in production, nor leaves a key there', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      await expect(open()).rejects.toMatchObject({ code: 'demo-issuer-in-production' });
      expect(await readdir(directory)).toEqual([]);
    } finally {
      process.env.NODE_ENV = before;
    }
  });
});

describe('the people of the demonstration', () => {
  it('have a subject each', () => {
    expect(new Set(DEMO_PEOPLE.map(({ subject }) => subject)).size).toBe(DEMO_PEOPLE.length);
  });
});
