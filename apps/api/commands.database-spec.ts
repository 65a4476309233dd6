import { TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../test/support/example-workflow';
import { ApiStory, PEOPLE } from '../../test/support/api-story';
import { START, configurationOf } from '../../test/support/memory-family';
import { RunningApi, person } from '../../test/support/running-api';
import { tableDigests } from '../../test/support/table-digests';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';

const { anna, bo, olle, oda, lisa, dan, berit, hanna } = PEOPLE;

describe('commands over HTTP', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;
  let story: ApiStory;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf([exampleCase, exampleInquiry]);
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    story = new ApiStory(api);
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  async function submitted(): Promise<string> {
    const id = await story.draft('example-case', { title: 'A study' });
    await story.must(id, 'SUBMIT', anna);
    return id;
  }

  async function inReview(): Promise<string> {
    const id = await submitted();
    await story.must(id, 'CLAIM', olle, { stage: 'check' });
    await story.must(id, 'PASS', olle);
    return id;
  }

  it('answer with the case in the members and order of the contract', async () => {
    const id = await submitted();
    const body = await story.must(id, 'CLAIM', olle, { stage: 'check' });
    expect(Object.keys(body)).toEqual([
      ...['id', 'registrationNumber', 'workflow', 'workflowVersion', 'parent', 'holder', 'part', 'occasion'],
      ...[
        'dependsOn',
        'version',
        'form',
        'formVersion',
        'state',
        'outcome',
        'stages',
        'clocks',
        'children',
        'actions',
      ],
    ]);
    expect(body).toMatchObject({
      version: 3,
      form: { title: 'A study' },
      state: ['check.assigned'],
      stages: [
        { stage: 'check', region: '', activity: 'assigned', party: 'hdab', assignee: 'olle', since: START },
      ],
      clocks: [
        { key: 'pre-screening', label: { en: 'Pre-screening' }, due: '2026-03-16', outcome: 'running' },
      ],
    });
    expect(body.registrationNumber).toMatch(/^2026-\d{5}$/);
    expect(await story.see(id, olle)).toEqual(body);
  });

  it('offer each role its own actions, with label, schema and why not', async () => {
    const id = await inReview();
    await story.must(id, 'CLAIM', lisa, { stage: 'law' });
    const ofLisa = (await story.see(id, lisa)).actions;
    expect(ofLisa.map(({ type, stage }) => `${type} ${stage ?? ''}`.trim()).sort()).toEqual([
      ...['ASK_ETHICS', 'DECLARE_CONFLICT', 'DELEGATE', 'FINISH_LAW', 'HAND_OFF law', 'PAUSE law'],
      'SEND_MESSAGE',
    ]);
    expect(ofLisa.find(({ type }) => type === 'PAUSE')).toMatchObject({
      label: { sv: 'Pausa', en: 'Pause' },
      possible: true,
      payloadSchema: {
        properties: { stage: { const: 'law' }, cause: { type: 'string', minLength: 1 } },
        required: expect.arrayContaining(['stage', 'cause']),
        additionalProperties: false,
      },
    });
    expect((await story.see(id, anna)).actions.map(({ type }) => type)).toEqual([
      ...['WITHDRAW', 'SEND_MESSAGE', 'DELEGATE'],
    ]);
    const list = await api.call<{ items: unknown[]; cursor: null }>(
      lisa,
      'GET',
      `/api/v1/cases/${id}/actions`,
    );
    expect(list.body).toEqual({ items: ofLisa, cursor: null });
  });

  it('say by code and text why an action is not possible', async () => {
    const id = await inReview();
    await story.must(id, 'CLAIM', hanna, { stage: 'law' });
    await story.must(id, 'FINISH_LAW', hanna);
    await story.must(id, 'CLAIM', dan, { stage: 'data' });
    await story.must(id, 'FINISH_DATA', dan);
    await story.must(id, 'CLAIM', berit, { stage: 'decision' });
    const decide = (await story.see(id, hanna)).actions.find(({ type }) => type === 'DECIDE');
    expect(decide).toMatchObject({
      ...{ decision: true, possible: false },
      why: { code: 'four-eyes', text: { en: expect.stringContaining('Another decision maker') as string } },
    });
    const refused = await story.send(id, 'DECIDE', hanna);
    expect(refused).toMatchObject({ status: 403, body: { code: 'four-eyes' } });
    expect((await story.send(id, 'DECIDE', berit)).body).toMatchObject({
      state: ['granted'],
      outcome: 'access',
    });
  });

  it('let one of two officers win who claim the same step at once, and show the other the case as it is', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await submitted();
      const claims = await Promise.all(
        [olle, oda].map((who) => story.send(id, 'CLAIM', who, { stage: 'check' }, { version: 2 })),
      );
      expect(claims.map(({ status }) => status).sort()).toEqual([200, 409]);
      const loser = claims.find(({ status }) => status === 409);
      const winner = claims.find(({ status }) => status === 200);
      expect(loser?.body).toMatchObject({
        present: { state: ['check.assigned'], version: 3, stages: winner?.body.stages },
        actions: expect.any(Array) as unknown[],
      });
    }
  });

  it('let parallel reviewers work from the same version without disturbing each other', async () => {
    const id = await inReview();
    const { version } = await story.see(id, lisa);
    const claims = await Promise.all([
      story.send(id, 'CLAIM', lisa, { stage: 'law' }, { version }),
      story.send(id, 'CLAIM', dan, { stage: 'data' }, { version }),
    ]);
    expect(claims.map(({ status }) => status)).toEqual([200, 200]);
    const finished = await Promise.all([
      story.send(id, 'FINISH_LAW', lisa, {}, { version: version + 2 }),
      story.send(id, 'FINISH_DATA', dan, {}, { version: version + 2 }),
    ]);
    expect(finished.map(({ status }) => status)).toEqual([200, 200]);
    expect((await story.see(id, berit)).state).toEqual(['decision.waiting']);
  });

  it('answer a repeated command byte for byte as the first time, whatever has happened since', async () => {
    const id = await inReview();
    await story.must(id, 'CLAIM', dan, { stage: 'data' });
    const command = {
      ...{ type: 'ASK_HOLDERS', payload: { holders: ['one', 'two'], question: 'Can you?' } },
      ...{ version: 5, idempotencyKey: 'ask', occurredAt: '2026-03-02T09:00:00+01:00', basis: 'phone' },
    };
    const path = `/api/v1/cases/${id}/commands`;
    const first = await api.call(dan, 'POST', path, command);
    expect(first).toMatchObject({ status: 200, body: { children: [{ holder: 'one' }, { holder: 'two' }] } });
    const holder = person('ines', ['data_holder'], ['one']);
    const child = (first.body.children as { id: string }[])[0]?.id ?? '';
    await story.must(child, 'CLAIM', holder, { stage: 'inquiry' });
    await story.must(child, 'ANSWER', holder);
    await story.must(id, 'WITHDRAW', anna);
    const before = await tableDigests(database.pool);
    const again = await api.call(dan, 'POST', path, { ...command, version: 1 });
    expect(again).toMatchObject({ status: 200, text: first.text });
    expect(await tableDigests(database.pool)).toEqual(before);
  });

  it('carry out a command once, however many times it arrives at once', async () => {
    const id = await submitted();
    const command = { type: 'CLAIM', payload: { stage: 'check' }, version: 2, idempotencyKey: 'once' };
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => api.call(olle, 'POST', `/api/v1/cases/${id}/commands`, command)),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await story.see(id, olle)).version).toBe(3);
  });

  it('save a form beside the ledger, and show both versions to whoever was slower', async () => {
    const id = await story.draft('example-case', { title: 'First' });
    const path = `/api/v1/cases/${id}/form`;
    const saved = await api.call(anna, 'PATCH', path, { formVersion: 1, patch: { title: 'Second' } });
    expect(saved).toMatchObject({
      status: 200,
      body: { version: 1, formVersion: 2, form: { title: 'Second' } },
    });
    const slower = await api.call(anna, 'PATCH', path, { formVersion: 1, patch: { title: 'Mine' } });
    expect(slower).toMatchObject({
      ...{ status: 409 },
      body: {
        code: 'form-changed',
        versions: { formVersion: 2, current: { title: 'Second' }, yours: { title: 'Mine' } },
      },
    });
    expect(await api.call(bo, 'PATCH', path, { formVersion: 2, patch: {} })).toMatchObject({ status: 404 });
    expect(await api.call(olle, 'PATCH', path, { formVersion: 2, patch: {} })).toMatchObject({ status: 403 });
  });

  it('refuse to act as the applicant of somebody else’s case, by whatever other role it is seen', async () => {
    const both = person('both', ['applicant', 'case_officer']);
    const id = await submitted();
    expect(await story.send(id, 'WITHDRAW', both)).toMatchObject({
      status: 403,
      body: { code: 'role-missing' },
    });
    expect((await story.see(id, both)).actions.map(({ type }) => type)).not.toContain('WITHDRAW');
    const own = await story.draft('example-case', { title: 'Own' }, both);
    expect(await story.send(own, 'SUBMIT', both)).toMatchObject({ status: 200 });
  });

  it('refuse to answer for another holder, by whatever other role the inquiry is seen', async () => {
    const id = await inReview();
    await story.must(id, 'CLAIM', dan, { stage: 'data' });
    const { children } = await story.must(id, 'ASK_HOLDERS', dan, { holders: ['one'] });
    const child = children[0]?.id ?? '';
    const other = person('johan', ['data_holder'], ['two']);
    const both = person('both', ['data_holder', 'case_officer'], ['two']);
    expect(await api.call(other, 'GET', `/api/v1/cases/${child}`)).toMatchObject({ status: 404 });
    expect(await story.send(child, 'CLAIM', both, { stage: 'inquiry' })).toMatchObject({ status: 403 });
    expect(
      (await story.must(child, 'CLAIM', person('ines', ['data_holder'], ['one']), { stage: 'inquiry' }))
        .state,
    ).toEqual(['asked.assigned']);
  });
});
