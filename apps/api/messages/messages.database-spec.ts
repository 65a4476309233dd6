import { verifyLedger } from '@ledtid/cases';
import { TurnedTime } from '@ledtid/time';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { type GrantedCase, SURROUNDINGS, grantedCase } from '../../../test/support/granted-case';
import { START, configurationOf } from '../../../test/support/memory-family';
import { type Person, RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const { anna, bo, olle, lisa, nils, maria } = PEOPLE;
const { ines, johan } = SURROUNDINGS;

interface Message {
  readonly number: number;
  readonly actor: string;
  readonly text: string;
  readonly unread: boolean;
}

let database: TestDatabase;
let api: RunningApi;
let story: ApiStory;
let granted: GrantedCase;

beforeAll(async () => {
  database = await createTestDatabase();
  const configuration = configurationOf(loadWorkflows());
  api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new TurnedTime(START) });
  story = new ApiStory(api);
  granted = await grantedCase(story);
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

function ask(who: Person, id: string, query = '') {
  return api.call<{ items: Message[]; cursor: string | null; code?: string }>(
    ...([who, 'GET', `/api/v1/cases/${id}/messages${query}`] as const),
  );
}

async function read(who: Person, id: string): Promise<Message[]> {
  return (await ask(who, id)).body.items;
}

function mark(who: Person, id: string, number: number) {
  return api.call(who, 'PUT', `/api/v1/cases/${id}/messages/read`, { number });
}

describe('messages of a case', () => {
  it('go between its applicant and the body, and are unread by everybody but their writer until marked', async () => {
    const { id } = granted;
    await story.must(id, 'SEND_MESSAGE', anna, { text: 'When may I expect an answer?' });
    await story.must(id, 'SEND_MESSAGE', olle, { text: 'Within two weeks.' });
    const seen = await read(anna, id);
    expect(seen).toMatchObject([
      { actor: 'olle', text: 'Within two weeks.', unread: true },
      { actor: 'anna', text: 'When may I expect an answer?', unread: false },
    ]);
    expect((await mark(anna, id, seen[0]!.number)).status).toBe(204);
    expect((await read(anna, id)).map(({ unread }) => unread)).toEqual([false, false]);
    expect((await read(lisa, id)).map(({ unread }) => unread)).toEqual([true, true]);
  });

  it('stay read when an earlier one is marked, and are not read in advance', async () => {
    const { id } = granted;
    await mark(anna, id, 999_999);
    await mark(anna, id, 1);
    expect((await read(anna, id)).some(({ unread }) => unread)).toBe(false);
    await story.must(id, 'SEND_MESSAGE', lisa, { text: 'One thing more.' });
    expect((await read(anna, id)).filter(({ unread }) => unread)).toMatchObject([
      { text: 'One thing more.' },
    ]);
  });

  it('are told of to the applicant and to whoever has a stage of the case, and to nobody who only may see it', async () => {
    const id = await story.draft('access-application', loadSamples('access-application').form ?? {});
    await story.must(id, 'SUBMIT', anna);
    await story.must(id, 'CLAIM', olle, { stage: 'prequalification' });
    await story.must(id, 'SEND_MESSAGE', anna, { text: 'Is all there?' });
    await story.must(id, 'SEND_MESSAGE', lisa, { text: 'It seems so.' });
    const unread = async (who: Person) => {
      const { body } = await api.call<{ items: { id: string; unread: number }[] }>(
        ...([who, 'GET', '/api/v1/unread-messages'] as const),
      );
      return body.items.find((item) => item.id === id)?.unread ?? 0;
    };
    expect(await Promise.all([anna, olle, lisa, bo, maria].map(unread))).toEqual([1, 2, 0, 0, 0]);
    await mark(olle, id, (await read(olle, id))[0]!.number);
    expect(await unread(olle)).toBe(0);
  });

  it('of an inquiry are for its data holder and the body alone', async () => {
    const inquiry = granted.inquiries['region-norr'] ?? '';
    await story.must(inquiry, 'SEND_MESSAGE', ines, { text: 'Which years?' });
    expect(await read(olle, inquiry)).toMatchObject([{ actor: 'ines', text: 'Which years?' }]);
    const answers = await Promise.all([anna, johan, bo].map((who) => ask(who, inquiry)));
    expect(answers.map(({ status }) => status)).toEqual([403, 404, 404]);
    expect((await story.send(inquiry, 'SEND_MESSAGE', anna, { text: 'And me?' })).status).toBe(403);
  });

  it('are for nobody who may not read the case, and their reading stands in the access ledger', async () => {
    const { id } = granted;
    const [others, manager, auditor] = await Promise.all([bo, maria, nils].map((who) => ask(who, id)));
    expect([others, manager, auditor].map((answer) => answer?.status)).toEqual([404, 404, 403]);
    expect((await mark(bo, id, 1)).status).toBe(404);
    expect((await mark(nils, id, 1)).status).toBe(403);
    await read(lisa, id);
    const records = `/api/v1/access-records?limit=1&subject=lisa&case=${id}`;
    const { body } = await api.call<{ items: object[] }>(nils, 'GET', records);
    expect(body.items).toMatchObject([{ request: 'GET /api/v1/cases/:id/messages', instances: [id] }]);
  });

  it('are refused empty, or without end', async () => {
    for (const text of ['', 'x'.repeat(10_001)]) {
      expect((await story.send(granted.id, 'SEND_MESSAGE', anna, { text })).status).toBe(422);
    }
  });

  it('are walked page by page from the latest on', async () => {
    const { body } = await ask(anna, granted.id, '?limit=2');
    const rest = await ask(anna, granted.id, `?limit=2&cursor=${body.cursor ?? ''}`);
    expect([...body.items, ...rest.body.items].map(({ text }) => text)).toEqual(
      (await read(anna, granted.id)).map(({ text }) => text),
    );
    expect((await ask(anna, granted.id, '?cursor=bm8')).body.code).toBe('bad-cursor');
  });

  it('leave no word in the ledger, which still verifies', async () => {
    const { rows } = await database.pool.query(`SELECT record FROM ledger WHERE type = 'SEND_MESSAGE'`);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every(({ record }) => JSON.stringify(record) === '{}')).toBe(true);
    expect((await verifyLedger(database.pool)).fault).toBeNull();
  });
});
