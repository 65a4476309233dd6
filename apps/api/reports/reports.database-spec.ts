import { TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { PEOPLE } from '../../../test/support/api-story';
import { FactRows, toldId } from '../../../test/support/fact-rows';
import { configurationOf } from '../../../test/support/memory-family';
import { type Person, RunningApi } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const { anna, olle, nils, lars, maria, olga } = PEOPLE;

interface ClocksAnswer {
  readonly breaches: { readonly items: { readonly case: unknown }[]; readonly cursor: string | null };
}

describe('reports over HTTP', () => {
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const time = new TurnedTime('2026-06-10T10:00:00.000Z');
    const configuration = configurationOf(loadWorkflows());
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    const facts = new FactRows(database.pool);
    const late = { key: 'permit-decision', start: '2026-02-01T08:00:00Z', outcome: 'breached' } as const;
    for (const id of [1, 2]) {
      await facts.instance({ id });
      await facts.cycle({ ...late, of: id, due: `2026-05-0${id}` });
    }
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  function ask<Body>(who: Person, path: string) {
    return api.call<Body>(who, 'GET', `/api/v1/reports/${path}`);
  }

  it.each([
    ['a case officer', olle],
    ['an auditor', nils],
  ])('name the case of a breach to %s, who may see every case', async (_role, who) => {
    const { body } = await ask<ClocksAnswer>(who, 'clocks?limit=1');
    const worst = { id: toldId(1), registrationNumber: '2026-00001' };
    expect(body.breaches).toMatchObject({ total: 2, items: [{ case: worst, daysOver: 40 }] });
  });

  it.each([
    ['a manager', maria],
    ['an administrator', olga],
    ['a data engineer', lars],
  ])('name none to %s, on no page', async (_role, who) => {
    const first = await ask<ClocksAnswer>(who, 'clocks?limit=1');
    const second = await ask<ClocksAnswer>(who, `clocks?limit=1&cursor=${first.body.breaches.cursor}`);
    for (const { status, text, body } of [first, second]) {
      expect({ status, items: body.breaches.items }).toMatchObject({ status: 200, items: [{ case: null }] });
      expect(text).not.toMatch(/2026-0000|00000000-0000/);
    }
    expect(second.body.breaches.cursor).toBeNull();
  });

  it('cannot be talked into naming cases by the address', async () => {
    const { text } = await ask(maria, 'clocks?namesCases=true');
    expect(text).not.toMatch(/2026-0000|00000000-0000/);
  });

  it('tell quality, empty where nothing could be known', async () => {
    expect(await ask(maria, 'quality')).toMatchObject({
      ...{
        status: 200,
        body: { report: 'quality', cases: 2, total: { returns: 0, complaints: null }, rows: [] },
      },
    });
  });

  it('are refused to applicants, and with words for pages and rows that are not there', async () => {
    expect(await ask(anna, 'clocks')).toMatchObject({ status: 403 });
    expect(await ask(maria, 'clocks?cursor=abc')).toMatchObject({ status: 422, body: { code: 'bad-page' } });
    const wrong = { status: 422, body: { code: 'unknown-dimension' } };
    expect(await ask(maria, 'quality?by=month')).toMatchObject(wrong);
  });
});
