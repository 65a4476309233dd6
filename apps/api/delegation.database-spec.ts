import { TurnedTime } from '@ledtid/time';
import { ApiStory, type CommandParts, PEOPLE } from '../../test/support/api-story';
import { exampleCase, exampleInquiry } from '../../test/support/example-workflow';
import { START, configurationOf } from '../../test/support/memory-family';
import { ISSUER, type Person, RunningApi, person } from '../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';

const { anna, bo, olle, lisa, dan, berit, hanna, lars, nils, maria } = PEOPLE;
const carl = person('carl', ['applicant']);
const minutes = (count: number) => new Date(Date.parse(START) + count * 60_000).toISOString();

describe('access delegated for a time', () => {
  let time: TurnedTime;
  let database: TestDatabase;
  let api: RunningApi;
  let story: ApiStory;

  beforeEach(async () => {
    time = new TurnedTime(START);
    database = await createTestDatabase();
    const configuration = configurationOf([exampleCase, exampleInquiry]);
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    story = new ApiStory(api);
  });
  afterEach(async () => {
    await api.close();
    await database.drop();
  });

  function draft(): Promise<string> {
    return story.draft('example-case', { title: 'A study' });
  }

  function lending(role: string, to: string, more: object = {}): object {
    return { role, right: 'act', issuer: ISSUER, subject: to, until: minutes(10), ...more };
  }

  async function sees(who: Person, id: string): Promise<[one: number, listed: boolean]> {
    const { status } = await api.call(who, 'GET', `/api/v1/cases/${id}`);
    const list = await api.call<{ items: { id: string }[] }>(who, 'GET', '/api/v1/cases');
    return [status, list.body.items.some((item) => item.id === id)];
  }

  /** Sent with a version that somebody else reads: the sender may see nothing. */
  async function sends(
    id: string,
    type: string,
    who: Person,
    payload: object = {},
    parts: CommandParts = {},
  ) {
    const { version } = await story.see(id, olle);
    return story.send(id, type, who, payload, { version, ...parts });
  }

  it('lets a co-applicant see the applicant’s case, alone and in lists, and act in it until it ends by itself', async () => {
    const id = await draft();
    expect(await sees(bo, id)).toEqual([404, false]);
    const { version } = await story.must(id, 'DELEGATE', anna, lending('applicant', 'bo'));
    expect(await sees(bo, id)).toEqual([200, true]);
    expect(await sees(carl, id)).toEqual([404, false]);
    const path = `/api/v1/cases/${id}/form`;
    const patched = await api.call(bo, 'PATCH', path, { formVersion: 1, patch: { title: 'Ours' } });
    expect(patched).toMatchObject({ status: 200, body: { form: { title: 'Ours' } } });
    await story.must(id, 'SUBMIT', bo, {}, { version });
    const events = await api.call<{ items: object[] }>(nils, 'GET', `/api/v1/cases/${id}/events`);
    expect(events.body.items.at(-1)).toMatchObject({ type: 'SUBMIT', actor: 'bo', onBehalfOf: 'anna' });
    time.turnTo(minutes(9));
    expect(await sees(bo, id)).toEqual([200, true]);
    time.turnTo(minutes(10));
    expect(await sees(bo, id)).toEqual([404, false]);
    expect(await sends(id, 'WITHDRAW', bo)).toMatchObject({ status: 404 });
    expect(await sees(anna, id)).toEqual([200, true]);
  });

  it('lets somebody who may read do nothing else', async () => {
    const id = await draft();
    await story.must(id, 'DELEGATE', anna, lending('applicant', 'bo', { right: 'read' }));
    expect(await story.see(id, bo)).toMatchObject({ form: { title: 'A study' }, actions: [] });
    expect(await story.send(id, 'SUBMIT', bo)).toMatchObject({ status: 403, body: { code: 'role-missing' } });
    const patch = { formVersion: 1, patch: { title: 'Mine' } };
    expect(await api.call(bo, 'PATCH', `/api/v1/cases/${id}/form`, patch)).toMatchObject({ status: 403 });
  });

  it('ends at once when it is withdrawn, by whoever gave it or a case officer', async () => {
    const id = await draft();
    for (const who of [anna, olle]) {
      const { version } = await story.must(id, 'DELEGATE', anna, lending('applicant', 'bo'));
      expect(await story.send(id, 'WITHDRAW_DELEGATION', bo, { number: version })).toMatchObject({
        ...{ status: 403, body: { code: 'delegated-on' } },
      });
      await story.must(id, 'WITHDRAW_DELEGATION', who, { number: version });
      expect(await sees(bo, id)).toEqual([404, false]);
      const again = await story.send(id, 'WITHDRAW_DELEGATION', who, { number: version });
      expect(again).toMatchObject({ status: 409, body: { code: 'delegation-unknown' } });
    }
  });

  it('cannot be given on, given in a role that one has not, to oneself, or for ever', async () => {
    const id = await draft();
    await story.must(id, 'DELEGATE', anna, lending('applicant', 'bo'));
    const codeOf = async (who: Person, payload: object) =>
      (await story.send(id, 'DELEGATE', who, payload)).body.code;
    expect(await codeOf(bo, lending('applicant', 'carl'))).toBe('delegated-on');
    expect(await codeOf(anna, lending('case_officer', 'carl'))).toBe('delegated-on');
    expect(await codeOf(anna, lending('applicant', 'anna'))).toBe('bad-payload');
    expect(await codeOf(berit, lending('decision_maker', 'lars'))).toBe('role-missing');
    expect(await codeOf(hanna, lending('decision_maker', 'lars'))).toBe('bad-payload');
    expect(await codeOf(anna, lending('applicant', 'carl', { until: START }))).toBe('delegation-length');
    expect(await codeOf(anna, lending('applicant', 'carl', { until: '2027-03-04T08:00:00Z' }))).toBe(
      'delegation-length',
    );
  });

  it('gives somebody of the same name at another issuer, a manager or an auditor nothing', async () => {
    const id = await draft();
    await story.must(id, 'DELEGATE', anna, lending('applicant', 'bo', { issuer: 'urn:another' }));
    expect(await sees(bo, id)).toEqual([404, false]);
    await story.must(id, 'DELEGATE', olle, lending('case_officer', 'maria'));
    await story.must(id, 'DELEGATE', olle, lending('case_officer', 'nils'));
    expect(await sees(maria, id)).toEqual([404, false]);
    expect(await story.see(id, nils)).toMatchObject({ form: null, actions: [] });
  });

  it('lets a substitute do an officer’s work in that case alone, in the officer’s name', async () => {
    const [id, other] = [await draft(), await draft()];
    for (const one of [id, other]) await story.must(one, 'SUBMIT', anna);
    expect(await sees(lars, id)).toEqual([404, false]);
    await story.must(id, 'DELEGATE', olle, lending('case_officer', 'lars'));
    await story.must(id, 'CLAIM', lars, { stage: 'check' });
    const third = await story.send(id, 'PASS', lars, {}, { onBehalfOf: 'anna' } as CommandParts);
    expect(third).toMatchObject({ status: 422, body: { code: 'delegated-for-another' } });
    await story.must(id, 'PASS', lars);
    expect(await sees(lars, other)).toEqual([404, false]);
  });

  it('carries no decision, nor a way around four eyes or a conflict of interest', async () => {
    const id = await draft();
    await story.must(id, 'SUBMIT', anna);
    await story.must(id, 'CLAIM', olle, { stage: 'check' });
    await story.must(id, 'PASS', olle);
    await story.must(id, 'CLAIM', dan, { stage: 'data' });
    await story.must(id, 'DELEGATE', lisa, lending('legal_reviewer', 'berit'));
    await story.must(id, 'CLAIM', berit, { stage: 'law' });
    const done = await story.must(id, 'FINISH_LAW', berit);
    await story.must(id, 'FINISH_DATA', dan, {}, { version: done.version });
    const gun = person('gun', ['decision_maker']);
    await story.must(id, 'CLAIM', gun, { stage: 'decision' });
    // Who assessed in another's place has assessed, and so has whoever lent the role.
    expect(await story.send(id, 'DECIDE', berit)).toMatchObject({ body: { code: 'four-eyes' } });
    const lisaDecides = person('lisa', ['decision_maker']);
    expect(await story.send(id, 'DECIDE', lisaDecides)).toMatchObject({ body: { code: 'four-eyes' } });
    await story.must(id, 'DELEGATE', olle, lending('case_officer', 'lars'));
    await story.must(id, 'DECLARE_CONFLICT', olle, { reason: 'A relative applies.' });
    const extension = { clock: 'permit-decision', reason: 'Much to read.' };
    expect(await story.send(id, 'EXTEND_DEADLINE', lars, extension)).toMatchObject({
      ...{ status: 403, body: { code: 'conflict-of-interest' } },
    });
    await story.must(id, 'DECIDE', gun);
  });

  it('answers a repeated command the same after the lending has ended', async () => {
    const id = await draft();
    const { version } = await story.must(id, 'DELEGATE', anna, lending('applicant', 'bo'));
    const command = { type: 'SUBMIT', payload: {}, version, idempotencyKey: 'once' };
    const first = await api.call(bo, 'POST', `/api/v1/cases/${id}/commands`, command);
    expect(first.status).toBe(200);
    const again = await api.call(bo, 'POST', `/api/v1/cases/${id}/commands`, command);
    expect(again.text).toBe(first.text);
    await story.must(id, 'DELEGATE', anna, lending('applicant', 'bo', { right: 'read', until: minutes(60) }));
    time.turnTo(minutes(11));
    expect((await api.call(bo, 'POST', `/api/v1/cases/${id}/commands`, command)).text).toBe(first.text);
  });
});
