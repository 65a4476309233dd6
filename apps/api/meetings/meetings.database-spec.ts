import { checkRebuild } from '@ledtid/cases';
import { TurnedTime } from '@ledtid/time';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { START, configurationOf } from '../../../test/support/memory-family';
import { type Person, RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const { anna, olle, lisa, nils, maria } = PEOPLE;
const FORM = loadSamples('access-application').form ?? {};
const TODAY = START.slice(0, 10);
const FIRST = '2026-03-12';
const SECOND = '2026-03-26';

interface Meeting {
  readonly date: string;
  readonly cases: readonly Record<string, unknown>[];
}

const configuration = configurationOf(loadWorkflows());
let database: TestDatabase;
let api: RunningApi;
let story: ApiStory;

beforeEach(async () => {
  database = await createTestDatabase();
  api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new TurnedTime(START) });
  story = new ApiStory(api);
});
afterEach(async () => {
  await api.close();
  await database.drop();
});

async function submitted(): Promise<string> {
  const id = await story.draft('access-application', FORM);
  await story.must(id, 'SUBMIT', anna);
  return id;
}

function ask(who: Person, query = '') {
  return api.call<{ items: Meeting[] }>(who, 'GET', `/api/v1/meetings${query}`);
}

it('shows coming meetings with their cases, each where it was placed last', async () => {
  const [moved, stays] = [await submitted(), await submitted()];
  await story.must(moved, 'PLACE_ON_AGENDA', olle, { meeting: FIRST });
  await story.must(stays, 'PLACE_ON_AGENDA', olle, { meeting: FIRST, note: 'Is the linkage possible?' });
  await story.must(moved, 'PLACE_ON_AGENDA', olle, { meeting: SECOND });
  expect((await ask(lisa)).body.items).toMatchObject([
    { date: FIRST, cases: [{ id: stays, result: null, note: 'Is the linkage possible?' }] },
    { date: SECOND, cases: [{ id: moved, result: null, note: null }] },
  ]);
});

it('keeps an outcome with its meeting, and refuses one of a meeting that has not been', async () => {
  const id = await submitted();
  await story.must(id, 'PLACE_ON_AGENDA', olle, { meeting: TODAY });
  const outcome = { meeting: TODAY, result: 'postponed', note: 'The holder was away.' };
  await story.must(id, 'RECORD_COUNCIL_OUTCOME', olle, outcome);
  await story.must(id, 'PLACE_ON_AGENDA', olle, { meeting: SECOND });
  const early = await story.send(id, 'RECORD_COUNCIL_OUTCOME', olle, { ...outcome, meeting: SECOND });
  expect([early.status, early.body.code]).toEqual([422, 'occurred-in-future']);
  expect((await ask(lisa)).body.items).toMatchObject([
    { date: TODAY, cases: [{ id, result: 'postponed', note: 'The holder was away.' }] },
    { date: SECOND, cases: [{ id, result: null }] },
  ]);
  expect((await ask(lisa, `?from=${FIRST}`)).body.items).toMatchObject([{ date: SECOND }]);
  expect((await checkRebuild(database.pool, configuration)).differences).toEqual([]);
});

it('takes no case that is not handed in, is over, or is placed by somebody else than its officer', async () => {
  const draft = await story.draft('access-application', FORM);
  const over = await submitted();
  await story.must(over, 'WITHDRAW', anna, { code: 'funding' });
  for (const id of [draft, over]) {
    const answer = await story.send(id, 'PLACE_ON_AGENDA', olle, { meeting: FIRST });
    expect([answer.status, answer.body.code]).toEqual([409, 'not-possible-now']);
    expect((await story.see(id, olle)).actions.map(({ type }) => type)).not.toContain('PLACE_ON_AGENDA');
  }
  const id = await submitted();
  expect((await story.send(id, 'PLACE_ON_AGENDA', anna, { meeting: FIRST })).status).toBe(403);
  expect((await story.send(id, 'PLACE_ON_AGENDA', olle, { meeting: '2026-02-30' })).status).toBe(422);
});

it('is for the body alone; an auditor sees the agendas without what was said, and every look is recorded', async () => {
  const id = await submitted();
  await story.must(id, 'PLACE_ON_AGENDA', olle, { meeting: FIRST, note: 'Said in the body.' });
  expect((await Promise.all([anna, maria].map((who) => ask(who)))).map(({ status }) => status)).toEqual([
    403, 403,
  ]);
  expect((await ask(nils)).body.items).toMatchObject([{ date: FIRST, cases: [{ id, note: null }] }]);
  await ask(lisa);
  const { body } = await api.call<{ items: object[] }>(
    ...([nils, 'GET', '/api/v1/access-records?limit=1&subject=lisa'] as const),
  );
  expect(body.items).toMatchObject([{ request: 'GET /api/v1/meetings', instances: [id] }]);
});
