import { TurnedTime } from '@ledtid/time';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { ApiStory, PEOPLE } from '../../test/support/api-story';
import { START, configurationOf } from '../../test/support/memory-family';
import { type Person, RunningApi } from '../../test/support/running-api';
import { tableDigests } from '../../test/support/table-digests';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';

const { anna, bo, olle, lisa, dan, maria } = PEOPLE;
const FORM = loadSamples('access-application').form ?? {};
const NOBODYS = '00000000-0000-7000-8000-000000000000';
const LATER = '2026-03-05T08:00:00.000Z';

interface Bad {
  readonly what: string;
  readonly who?: Person | null;
  readonly call?: string;
  /** Of the body, what differs from a command that would be taken; a text is sent as it is. */
  readonly body: object | string;
  readonly status: number;
  readonly code: string;
  /** What the message tells to do. */
  readonly remedy: RegExp;
  readonly details?: RegExp;
}

const COMMANDS = 'POST /cases/{claimed}/commands';

/** Every refusal of bad input that a script may meet: its status, its stable code, and what it says to do. */
const TABLE: readonly Bad[] = [
  {
    ...{ what: 'an unknown workflow', who: anna, call: 'POST /cases' },
    body: { workflow: 'no-such', form: FORM, ...gone() },
    ...{ status: 422, code: 'unknown-workflow', remedy: /GET \/workflows lists/, details: /no-such/ },
  },
  {
    ...{ what: 'a malformed form', who: anna, call: 'POST /cases' },
    body: { workflow: 'access-application', form: { datasets: 'all of them' }, ...gone() },
    ...{
      status: 422,
      code: 'bad-form',
      remedy: /Correct the fields listed/,
      details: /^datasets: must be array/,
    },
  },
  {
    ...{ what: 'a form that is no object', who: anna, call: 'POST /cases' },
    body: { workflow: 'access-application', form: [], ...gone() },
    ...{ status: 422, code: 'bad-body', remedy: /Correct what is listed/, details: /form must be an object/ },
  },
  {
    ...{ what: 'a malformed change of a form', who: anna, call: 'PATCH /cases/{draft}/form' },
    body: { formVersion: 1, patch: { datasets: [{ dataset: 7 }] }, ...gone() },
    ...{ status: 422, code: 'bad-form', remedy: /Correct the fields listed/, details: /datasets\.0/ },
  },
  {
    ...{
      what: 'a change of a form that somebody else has changed',
      who: anna,
      call: 'PATCH /cases/{draft}/form',
    },
    body: { formVersion: 7, patch: {}, ...gone() },
    ...{ status: 409, code: 'form-changed', remedy: /merge them and save again/ },
  },
  {
    ...{
      what: 'a change of a form that is under assessment',
      who: anna,
      call: 'PATCH /cases/{claimed}/form',
    },
    body: { formVersion: 1, patch: {}, ...gone() },
    ...{
      status: 409,
      code: 'form-not-editable',
      remedy: /only as a draft or while the case is with the applicant/,
    },
  },
  {
    ...{ what: 'an unknown event', body: { type: 'FLY' } },
    ...{ status: 422, code: 'unknown-event', remedy: /actions lists what can be done/, details: /FLY/ },
  },
  {
    ...{ what: 'the name of something that every object has', body: { type: 'constructor' } },
    ...{ status: 422, code: 'unknown-event', remedy: /actions lists what can be done/ },
  },
  {
    ...{ what: 'an event that only the system sends', body: { type: 'CLOCK_DUE' } },
    ...{ status: 403, code: 'role-missing', remedy: /actions lists what you can do/ },
  },
  {
    ...{ what: 'a payload that lacks a field', body: { type: 'DISMISS', payload: { code: 'wrong-door' } } },
    ...{ status: 422, code: 'bad-payload', remedy: /Correct the fields listed/, details: /reason/ },
  },
  {
    ...{ what: 'a payload with an unknown field', body: { payload: { councilMetOm: '2026-03-02' } } },
    ...{ status: 422, code: 'bad-payload', remedy: /Correct the fields listed/, details: /councilMetOm/ },
  },
  {
    ...{ what: 'a stage that the workflow does not have' },
    body: { type: 'PAUSE', payload: { stage: 'lunch', cause: 'legal-opinion' } },
    ...{ status: 422, code: 'bad-payload', remedy: /Correct the fields listed/, details: /prequalification/ },
  },
  {
    ...{ what: 'a cause that is not in the code list' },
    body: { type: 'PAUSE', payload: { stage: 'prequalification', cause: 'rain' } },
    ...{ status: 422, code: 'unknown-cause', remedy: /Pick a code of the list/, details: /rain/ },
  },
  {
    ...{
      what: 'a stale command',
      body: { type: 'CLAIM', payload: { stage: 'prequalification' }, version: 2 },
    },
    ...{ status: 409, code: 'not-possible-now', remedy: /See what is possible now/ },
  },
  {
    ...{ what: 'a stale command', body: { version: 2 } },
    ...{ status: 409, code: 'stale', remedy: /Read the case again, and try again/ },
  },
  {
    ...{ what: 'a version that the case never had', body: { version: 99 } },
    ...{ status: 422, code: 'version-unknown', remedy: /send the version that you see/ },
  },
  {
    ...{ what: 'a key used again with another body' },
    body: { idempotencyKey: 'used', type: 'CLAIM', payload: { stage: 'prequalification', note: 'Mine.' } },
    ...{ status: 422, code: 'key-reused', remedy: /Send a new idempotencyKey/ },
  },
  {
    ...{ what: 'a key that somebody else used', who: PEOPLE.oda },
    body: { idempotencyKey: 'used', type: 'CLAIM', payload: { stage: 'prequalification' } },
    ...{ status: 422, code: 'key-reused', remedy: /Send a new idempotencyKey/ },
  },
  {
    ...{ what: 'an event that is not possible now', body: { type: 'RECORD_FEE_AGREEMENT' } },
    ...{ status: 409, code: 'not-possible-now', remedy: /See what is possible now/ },
  },
  {
    ...{ what: 'the wrong role', who: lisa, body: {} },
    ...{ status: 403, code: 'role-missing', remedy: /actions lists what you can do/ },
  },
  {
    ...{ what: 'somebody else’s case', who: bo, body: {} },
    ...{ status: 404, code: 'unknown-case', remedy: /Check the address/ },
  },
  {
    ...{ what: 'a case of which the role sees nothing', who: maria, body: {} },
    ...{ status: 404, code: 'unknown-case', remedy: /Check the address/ },
  },
  {
    ...{ what: 'an unknown id', call: `POST /cases/${NOBODYS}/commands`, body: {} },
    ...{ status: 404, code: 'unknown-case', remedy: /Check the address/ },
  },
  {
    ...{ what: 'what is no id', call: 'POST /cases/17/commands', body: {} },
    ...{ status: 404, code: 'unknown-case', remedy: /Check the address/ },
  },
  {
    ...{ what: 'a moment in the future', body: { occurredAt: '2026-03-06T08:00:00Z' } },
    ...{ status: 422, code: 'occurred-in-future', remedy: /Say when it happened, or leave the moment out/ },
  },
  {
    ...{ what: 'a moment before the previous event', body: { occurredAt: '2026-03-01T08:00:00Z' } },
    ...{
      status: 422,
      code: 'occurred-before-previous',
      remedy: /Correct that event first, or give a later moment/,
    },
  },
  {
    ...{ what: 'a moment before the case, of what moves nothing' },
    body: {
      type: 'EXTEND_DEADLINE',
      payload: { clock: 'permit-decision', reason: 'Much.' },
      occurredAt: '1999-01-01T00:00Z',
    },
    ...{ status: 422, code: 'occurred-before-previous', remedy: /give a later moment/ },
  },
  {
    ...{ what: 'a moment without its offset', body: { occurredAt: '2026-03-03T08:00:00' } },
    ...{
      status: 422,
      code: 'bad-body',
      remedy: /Correct what is listed/,
      details: /occurredAt: a moment with its offset/,
    },
  },
  {
    ...{ what: 'a corrected time on a day that does not exist' },
    body: {
      type: 'CORRECT',
      payload: { number: 2, happenedAt: '2026-02-30T08:00:00Z', reason: 'Typed wrong.' },
    },
    ...{ status: 422, code: 'bad-payload', remedy: /Correct the fields listed/, details: /happenedAt/ },
  },
  {
    ...{ what: 'an ethics decision on a day that does not exist' },
    body: {
      type: 'RECORD_ETHICS',
      payload: {
        ...{ authority: 'EPM', registrationNumber: '2026-01234-01', kind: 'original', outcome: 'approved' },
        ...{ decidedOn: '2026-02-31', datasets: ['hospital-visits'] },
      },
    },
    ...{
      status: 422,
      code: 'bad-payload',
      remedy: /Correct the fields listed/,
      details: /decidedOn: a date that exists/,
    },
  },
  {
    ...{ what: 'a correction of an event that never was' },
    body: {
      type: 'CORRECT',
      payload: { number: 77, happenedAt: '2026-03-02T09:00:00Z', reason: 'Typed wrong.' },
    },
    ...{ status: 422, code: 'no-such-event', remedy: /events lists them/ },
  },
  {
    ...{ what: 'an unknown property', body: { urgent: true } },
    ...{ status: 422, code: 'bad-body', remedy: /Correct what is listed/, details: /urgent/ },
  },
  {
    ...{ what: 'an empty key', body: { idempotencyKey: '' } },
    ...{ status: 422, code: 'bad-body', remedy: /Correct what is listed/, details: /idempotencyKey/ },
  },
  {
    ...{ what: 'a key that is too long', body: { idempotencyKey: 'k'.repeat(201) } },
    ...{ status: 422, code: 'bad-body', remedy: /Correct what is listed/, details: /idempotencyKey/ },
  },
  {
    ...{ what: 'an unknown basis', body: { basis: 'rumour' } },
    ...{ status: 422, code: 'bad-body', remedy: /Correct what is listed/, details: /phone, letter, email/ },
  },
  {
    ...{ what: 'a character that no table can hold', body: { payload: { note: 'a\0b' } } },
    ...{ status: 422, code: 'bad-body', remedy: /Correct what is listed/, details: /NUL/ },
  },
  {
    ...{ what: 'half a character', body: '{"payload":{"note":"\\ud800"}}' },
    ...{
      status: 422,
      code: 'bad-body',
      remedy: /Correct what is listed/,
      details: /half of a surrogate pair/,
    },
  },
  {
    ...{ what: 'a body without an end of nesting', body: '{"a":'.repeat(5000) + '1' + '}'.repeat(5000) },
    ...{ status: 422, code: 'bad-body', remedy: /Correct what is listed/, details: /levels deep/ },
  },
  {
    ...{ what: 'JSON that breaks off', body: '{"type":' },
    ...{ status: 400, code: 'malformed-json', remedy: /Send one JSON object/ },
  },
  {
    ...{ what: 'a reach for the prototype', body: '{"__proto__":{"admin":true}}' },
    ...{ status: 400, code: 'malformed-json', remedy: /Send one JSON object/ },
  },
  {
    ...{ what: 'a body of more than a mebibyte', body: JSON.stringify({ note: 'x'.repeat(1_100_000) }) },
    ...{ status: 413, code: 'body-too-large', remedy: /Send less/ },
  },
  {
    ...{ what: 'no token', who: null, body: {} },
    ...{ status: 401, code: 'token-missing', remedy: /Authorization: Bearer/ },
  },
  {
    ...{ what: 'an address that does not exist', call: 'POST /case', body: {} },
    ...{ status: 404, code: 'unknown-route', remedy: /\/api\/docs lists every call/ },
  },
];

/** Calls that are no commands take nothing from the command that would be taken. */
function gone() {
  return { type: undefined, payload: undefined, version: undefined, idempotencyKey: undefined };
}

describe('bad input', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;
  let ids: Record<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf(loadWorkflows());
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    const story = new ApiStory(api);
    const draft = await story.draft('access-application', FORM);
    const claimed = await story.draft('access-application', FORM);
    await story.must(claimed, 'SUBMIT', anna);
    time.turnTo('2026-03-03T08:00:00.000Z');
    const own = { idempotencyKey: 'used' };
    await story.must(claimed, 'CLAIM', olle, { stage: 'prequalification' }, own);
    time.turnTo(LATER);
    ids = { draft, claimed };
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  it.each(TABLE.map((bad) => [bad.what, bad] as const))(
    '%s: says what to do, and changes nothing',
    async (_, bad) => {
      const [method = '', pattern = ''] = (bad.call ?? COMMANDS).split(' ');
      const path = pattern.replace(/\{(\w+)\}/, (_match, name: string) => ids[name] ?? '');
      const taken = { type: 'FINISH_PREQUALIFICATION', payload: {}, version: 3, idempotencyKey: 'fresh' };
      const body = typeof bad.body === 'string' ? bad.body : { ...taken, ...bad.body };
      const before = await tableDigests(database.pool);

      const answer = await api.call(bad.who === undefined ? olle : bad.who, method, `/api/v1${path}`, body);

      expect({ status: answer.status, code: answer.body.code }).toEqual({
        status: bad.status,
        code: bad.code,
      });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body).toMatchObject({ status: bad.status, type: `urn:ledtid:problem:${bad.code}` });
      const text = answer.body.text as { sv: string; en: string };
      expect(text.en).toMatch(bad.remedy);
      expect(text.sv).not.toBe(text.en);
      if (bad.details) expect((answer.body.details as string[]).join('\n')).toMatch(bad.details);
      expect(await tableDigests(database.pool)).toEqual(before);
    },
  );

  it('would have been taken but for what was wrong with it', async () => {
    const taken = { type: 'FINISH_PREQUALIFICATION', payload: {}, version: 3, idempotencyKey: 'fresh' };
    const answer = await api.call(olle, 'POST', `/api/v1/cases/${ids.claimed}/commands`, taken);
    expect(answer.status).toBe(200);
  });

  it('tells somebody else’s case from an unknown id by nothing but the time of day', async () => {
    const others = await api.call(bo, 'GET', `/api/v1/cases/${ids.claimed}`);
    const nobodys = await api.call(bo, 'GET', `/api/v1/cases/${NOBODYS}`);
    expect(others).toMatchObject({ status: 404, text: nobodys.text });
  });

  it('shows with a conflict the case as it is and what is possible now', async () => {
    const stale = {
      type: 'CLAIM',
      payload: { stage: 'technical-feasibility' },
      version: 3,
      idempotencyKey: 'late',
    };
    const path = `/api/v1/cases/${ids.claimed}/commands`;
    const claim = { ...stale, idempotencyKey: 'first', version: 4 };
    expect((await api.call(dan, 'POST', path, claim)).status).toBe(200);
    const answer = await api.call(dan, 'POST', path, stale);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      present: { id: ids.claimed, version: 5, state: ['review.legal.waiting', 'review.technical.assigned'] },
      actions: expect.arrayContaining([expect.objectContaining({ type: 'ASK_HOLDERS', possible: true })]),
    });
  });
});
