import { CountedIds, TurnedTime } from '@ledtid/time';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import type { Identity } from '../identity';
import { newSecret } from './secrets';
import { Sessions } from './sessions';
import { SignInAttempts } from './sign-in-attempts';

const NINE = '2026-11-22T09:00:00.000Z';
const EVA: Identity = {
  ...{ subject: 'eva', name: 'Eva Berg', issuer: 'https://a.example' },
  ...{ roles: ['legal_reviewer'], organisations: ['body'] },
};

describe('time over sessions', () => {
  let database: TestDatabase;
  let time: TurnedTime;
  let sessions: Sessions;
  let attempts: SignInAttempts;
  let ids: CountedIds;

  beforeAll(async () => {
    database = await createTestDatabase();
    ids = new CountedIds();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    time = new TurnedTime(NINE);
    const limits = { idleSeconds: 1800, absoluteSeconds: 28_800, parallel: 3 };
    sessions = new Sessions({ pool: database.pool, time, ids, limits });
    attempts = new SignInAttempts(database.pool, time);
  });

  it('a session knows its person and its ends', async () => {
    const secret = await sessions.open(EVA, NINE);
    expect(await sessions.find(secret)).toMatchObject({
      ...{ identity: EVA, authenticatedAt: NINE },
      ...{ idleUntil: '2026-11-22T09:30:00.000Z', endsAt: '2026-11-22T17:00:00.000Z' },
    });
  });

  it('an unused session ends at the last moment of its idle time, and not before', async () => {
    const secret = await sessions.open(EVA, NINE);
    time.turnTo('2026-11-22T09:29:59.999Z');
    expect(await sessions.find(secret)).toHaveProperty('identity');
    time.turnTo('2026-11-22T09:59:59.999Z');
    expect(await sessions.find(secret)).toMatchObject({ code: 'session-idle' });
    expect(await sessions.find(secret)).toMatchObject({ code: 'session-idle' });
  });

  it('a used one goes on, but never past its absolute end', async () => {
    const secret = await sessions.open(EVA, NINE);
    for (let minutes = 20; minutes < 480; minutes += 20) {
      time.turnTo(new Date(Date.parse(NINE) + minutes * 60_000).toISOString());
      expect(await sessions.find(secret)).toHaveProperty('identity');
    }
    time.turnTo('2026-11-22T17:00:00.000Z');
    expect(await sessions.find(secret)).toMatchObject({ code: 'session-expired' });
  });

  it('many asked for at once are each told their own, in two statements', async () => {
    const secrets = [await sessions.open(EVA, NINE), newSecret(), await sessions.open(EVA, NINE)];
    await sessions.revoke(secrets[2] ?? '');
    const asked = jest.spyOn(database.pool, 'query');
    const [live, unknown, revoked, again] = await Promise.all([
      ...secrets.map((secret) => sessions.find(secret)),
      // Asked when the first statement is under way.
      Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => sessions.find(secrets[0] ?? '')),
    ]);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(2);
    asked.mockRestore();
    expect(live).toMatchObject({ identity: EVA });
    expect([unknown, revoked]).toMatchObject([{ code: 'session-unknown' }, { code: 'session-revoked' }]);
    expect(again).toEqual(live);
  });

  it('one that was revoked while another was looked up is told so', async () => {
    const [one = '', other = ''] = [await sessions.open(EVA, NINE), await sessions.open(EVA, NINE)];
    const looking = sessions.find(one);
    await sessions.revoke(other);
    expect(await sessions.find(other)).toMatchObject({ code: 'session-revoked' });
    expect(await looking).toMatchObject({ identity: EVA });
  });

  it('a lookup that the database refuses does not stop the next one', async () => {
    const secret = await sessions.open(EVA, NINE);
    const broken = jest.spyOn(database.pool, 'query').mockImplementationOnce(() => {
      throw new Error('gone');
    });
    await expect(sessions.find(secret)).rejects.toThrow('gone');
    broken.mockRestore();
    expect(await sessions.find(secret)).toMatchObject({ identity: EVA });
  });

  it('a revoked one stays so', async () => {
    const secret = await sessions.open(EVA, NINE);
    await sessions.revoke(secret);
    expect(await sessions.find(secret)).toMatchObject({ code: 'session-revoked' });
    time.turnTo('2026-11-23T09:00:00.000Z');
    expect(await sessions.find(secret)).toMatchObject({ code: 'session-revoked' });
  });

  it('of many opened at once as many live as one person may have', async () => {
    const anna = { ...EVA, subject: 'anna' };
    await Promise.all(Array.from({ length: 20 }, () => sessions.open(anna, NINE)));
    expect(await sessions.list('anna')).toHaveLength(3);
  });

  it('one that is idle takes no place among those that a person may have', async () => {
    const frida = { ...EVA, subject: 'frida' };
    const used = await sessions.open(frida, NINE);
    for (const _ of [1, 2]) await sessions.open(frida, NINE);
    time.turnTo('2026-11-22T09:20:00.000Z');
    await sessions.find(used);
    time.turnTo('2026-11-22T09:40:00.000Z');
    for (const _ of [1, 2]) await sessions.open(frida, NINE);
    expect(await sessions.find(used)).toHaveProperty('identity');
    expect(await sessions.list('frida')).toHaveLength(3);
  });

  it('a sign-in that is begun waits ten minutes, and for one answer', async () => {
    const attempt = { issuer: 'staff', returnTo: '/', fresh: false };
    const [slow, quick] = [newSecret(), newSecret()];
    await attempts.begin(slow, attempt);
    await attempts.begin(quick, attempt);
    expect(await attempts.take(quick)).toEqual(attempt);
    expect(await attempts.take(quick)).toMatchObject({ code: 'sign-in-not-begun' });
    time.turnTo('2026-11-22T09:10:00.000Z');
    expect(await attempts.take(slow)).toMatchObject({ code: 'sign-in-expired' });
  });
});
