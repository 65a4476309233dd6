import { checkRebuild, verifyLedger } from '@ledtid/cases';
import { TurnedTime } from '@ledtid/time';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { START, configurationOf } from '../../../test/support/memory-family';
import { type Person, RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const { bo, olle, lisa, hanna, dan, berit, anna, nils } = PEOPLE;
const FORM = loadSamples('access-application').form ?? {};

interface Item {
  readonly key: string;
  readonly source: string;
  readonly assessments: readonly Record<string, unknown>[];
}
interface Checklist {
  readonly key: string;
  readonly version: number;
  readonly stage: string;
  readonly items: readonly Item[];
}

const criterion = (item: string, outcome: string, justification?: string) => ({
  ...{ stage: 'legal-review', checklist: 'criteria', version: 1, item, outcome },
  ...(justification !== undefined && { justification }),
});

let database: TestDatabase;
let api: RunningApi;
let story: ApiStory;
const configuration = configurationOf(loadWorkflows());

beforeAll(async () => {
  database = await createTestDatabase();
  api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new TurnedTime(START) });
  story = new ApiStory(api);
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

async function submitted(): Promise<string> {
  const id = await story.draft('access-application', FORM);
  await story.must(id, 'SUBMIT', anna);
  return id;
}

async function underReview(): Promise<string> {
  const id = await submitted();
  await story.must(id, 'CLAIM', olle, { stage: 'prequalification' });
  await story.must(id, 'FINISH_PREQUALIFICATION', olle);
  return id;
}

function ask(who: Person, id: string) {
  return api.call<{ items: Checklist[] }>(who, 'GET', `/api/v1/cases/${id}/checklists`);
}

async function itemOf(id: string, key: string): Promise<Item | undefined> {
  const { items } = (await ask(berit, id)).body;
  return items.flatMap((checklist) => checklist.items).find((item) => item.key === key);
}

describe('the checklists of a case', () => {
  it('list each point of Art 67 and each criterion of Art 68, with nothing assessed', async () => {
    const { body } = await ask(olle, await submitted());
    expect(body.items.map(({ key, version, stage, items }) => [key, version, stage, items.length])).toEqual([
      ['content', 1, 'prequalification', 12],
      ['criteria', 1, 'legal-review', 10],
    ]);
    expect(body.items.flatMap(({ items }) => items.flatMap(({ assessments }) => assessments))).toEqual([]);
  });

  it('keep who found what, when and why, the latest finding first', async () => {
    const id = await underReview();
    await story.must(id, 'ASSESS_ITEM', lisa, criterion('68-1-b', 'unclear', 'Which years are needed?'));
    await story.must(id, 'ASSESS_ITEM', hanna, criterion('68-1-b', 'met'));
    expect((await itemOf(id, '68-1-b'))?.assessments).toMatchObject([
      { actor: 'hanna', outcome: 'met', justification: null, occurredAt: START },
      { actor: 'lisa', outcome: 'unclear', justification: 'Which years are needed?' },
    ]);
  });

  it('are assessed by whoever works the stage while it is active, and by nobody else', async () => {
    const id = await submitted();
    const early = await story.send(id, 'ASSESS_ITEM', lisa, criterion('68-1-a', 'met'));
    expect([early.status, early.body.code]).toEqual([409, 'stage-not-active']);
    const offered = async (who: Person) =>
      (await story.see(id, who)).actions.filter(({ type }) => type === 'ASSESS_ITEM');
    expect(await offered(olle)).toMatchObject([{ stage: 'prequalification', possible: true }]);
    expect([...(await offered(lisa)), ...(await offered(anna))]).toEqual([]);
    const other = await story.send(id, 'ASSESS_ITEM', dan, criterion('68-1-a', 'met'));
    expect(other.status).toBe(403);
  });

  it.each([
    ['an item that the checklist does not have', { item: '68-9-z' }, 'checklist-item-unknown'],
    ['a version that there is not', { version: 2 }, 'checklist-item-unknown'],
    ['an item of another stage', { checklist: 'content', item: '67-2-a' }, 'checklist-item-unknown'],
    ['a finding that is no code', { outcome: 'perhaps' }, 'bad-payload'],
    ['what is not met without a justification', { outcome: 'not-met' }, 'bad-payload'],
  ])('refuse %s', async (_what, wrong, code) => {
    const id = await underReview();
    const answer = await story.send(id, 'ASSESS_ITEM', lisa, { ...criterion('68-1-a', 'met'), ...wrong });
    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  it('keep whoever assessed a criterion from deciding, and not whoever looked whether all was there', async () => {
    const id = await submitted();
    await story.must(id, 'CLAIM', olle, { stage: 'prequalification' });
    const complete = { stage: 'prequalification', checklist: 'content', version: 1, item: '67-2-a' };
    await story.must(id, 'ASSESS_ITEM', olle, { ...complete, outcome: 'met' });
    await story.must(id, 'FINISH_PREQUALIFICATION', olle);
    await story.must(id, 'ASSESS_ITEM', hanna, criterion('68-1-a', 'met'));
    const { rows } = await database.pool.query('SELECT assessors FROM instance WHERE id = $1', [id]);
    expect(rows).toEqual([{ assessors: ['hanna'] }]);
  });

  it('are read by whoever may read the case, and their reading stands in the access ledger', async () => {
    const id = await underReview();
    const answers = await Promise.all([berit, anna, bo, nils].map((who) => ask(who, id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404, 403]);
    const records = `/api/v1/access-records?limit=1&subject=berit&case=${id}`;
    const { body } = await api.call<{ items: object[] }>(nils, 'GET', records);
    expect(body.items).toMatchObject([{ request: 'GET /api/v1/cases/:id/checklists' }]);
  });

  it('leave codes alone in the ledger, from which the facts are rebuilt', async () => {
    const { rows } = await database.pool.query(`SELECT record FROM ledger WHERE type = 'ASSESS_ITEM'`);
    const names = rows.flatMap(({ record }: { record: object }) => Object.keys(record));
    expect([...new Set(names)].sort()).toEqual(['checklist', 'item', 'outcome', 'stage', 'version']);
    expect((await verifyLedger(database.pool)).fault).toBeNull();
    expect((await checkRebuild(database.pool, configuration)).differences).toEqual([]);
  });
});
