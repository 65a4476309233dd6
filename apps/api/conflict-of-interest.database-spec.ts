import { TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../test/support/example-workflow';
import { ApiStory, PEOPLE } from '../../test/support/api-story';
import { START, configurationOf } from '../../test/support/memory-family';
import { RunningApi } from '../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';

const { anna, olle, oda, lisa, dan, berit } = PEOPLE;
const REASON = { reason: 'My brother is the principal investigator.' };

describe('a conflict of interest over HTTP', () => {
  let database: TestDatabase;
  let api: RunningApi;
  let story: ApiStory;

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf([exampleCase, exampleInquiry]);
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time: new TurnedTime(START) });
    story = new ApiStory(api);
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  async function submitted(): Promise<string> {
    const id = await story.draft('example-case', { title: 'A study' });
    await story.must(id, 'SUBMIT', anna);
    await story.must(id, 'CLAIM', olle, { stage: 'check' });
    return id;
  }

  async function readyToDecide(): Promise<string> {
    const id = await submitted();
    await story.must(id, 'PASS', olle);
    await story.must(id, 'CLAIM', lisa, { stage: 'law' });
    await story.must(id, 'FINISH_LAW', lisa);
    await story.must(id, 'CLAIM', dan, { stage: 'data' });
    await story.must(id, 'FINISH_DATA', dan);
    await story.must(id, 'CLAIM', berit, { stage: 'decision' });
    return id;
  }

  it('gives the stage back to the queue, and says by code and text why nothing is possible', async () => {
    const id = await submitted();
    const { stages } = await story.must(id, 'DECLARE_CONFLICT', olle, REASON);
    expect(stages).toMatchObject([{ stage: 'check', activity: 'waiting', assignee: null }]);
    const { actions } = await story.see(id, olle);
    expect(actions.find(({ type }) => type === 'CLAIM')).toMatchObject({
      possible: false,
      why: {
        code: 'conflict-of-interest',
        text: { sv: expect.stringContaining('jäv') as string, en: expect.any(String) as string },
      },
    });
    const refused = await story.send(id, 'CLAIM', olle, { stage: 'check' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'conflict-of-interest' } });
    const handed = await story.send(id, 'CLAIM', oda, { stage: 'check', assignee: 'olle' });
    expect(handed).toMatchObject({ status: 403, body: { code: 'conflict-of-interest' } });
    await story.must(id, 'CLAIM', oda, { stage: 'check' });
  });

  it('keeps its reason where it can be disposed of, and in no ledger row', async () => {
    const id = await submitted();
    await story.must(id, 'DECLARE_CONFLICT', olle, REASON);
    const { rows } = await database.pool.query<{ ledger: string; kept: number }>(
      `SELECT (SELECT json_agg(l)::text FROM ledger l WHERE instance_id = $1) AS ledger,
        (SELECT count(*)::int FROM payload WHERE body ->> 'reason' = $2) AS kept`,
      [id, REASON.reason],
    );
    expect(rows[0]!.ledger).not.toContain('brother');
    expect(rows[0]!.kept).toBe(1);
  });

  it('and a decision by the same person at once: never a decision after the declaration', async () => {
    const won = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const id = await readyToDecide();
      const { version } = await story.see(id, berit);
      const commands = [
        () => story.send(id, 'DECIDE', berit, {}, { version }),
        () => story.send(id, 'DECLARE_CONFLICT', berit, REASON, { version }),
      ];
      const inTurn = round % 2 === 0 ? commands : [...commands].reverse();
      const answers = await Promise.all(inTurn.map((send) => send()));
      const [decided, declared] = round % 2 === 0 ? answers : [...answers].reverse();
      expect(declared!.status).toBe(200);
      const { rows } = await database.pool.query<{ type: string }>(
        `SELECT type FROM ledger WHERE instance_id = $1 AND type IN ('DECIDE', 'DECLARE_CONFLICT') ORDER BY number`,
        [id],
      );
      const told = rows.map(({ type }) => type);
      if (decided!.status === 200) expect(told).toEqual(['DECIDE', 'DECLARE_CONFLICT']);
      else {
        expect(decided).toMatchObject({ status: 403, body: { code: 'conflict-of-interest' } });
        expect(told).toEqual(['DECLARE_CONFLICT']);
      }
      won.add(told[0]!);
    }
    expect(won).toEqual(new Set(['DECIDE', 'DECLARE_CONFLICT']));
  });
});
