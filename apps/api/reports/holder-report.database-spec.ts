import { TurnedTime } from '@ledtid/time';
import { loadWorkflows } from '@ledtid/workflows';
import { PEOPLE } from '../../../test/support/api-story';
import { FactRows } from '../../../test/support/fact-rows';
import { configurationOf } from '../../../test/support/memory-family';
import { type Person, RunningApi, person } from '../../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const { anna, olle, nils, maria } = PEOPLE;
const ines = person('ines', ['data_holder'], ['region-norr']);
const both = person('both', ['data_holder'], ['region-norr', 'registry-hjarta']);
const nowhere = person('nowhere', ['data_holder']);
const karin = person('karin', ['environment_operator'], ['region-norr']);

const DAY = 86_400;
const HOLDERS = { 'region-norr': 2, 'registry-hjarta': 5 };

describe('the own view of a holder over HTTP', () => {
  let database: TestDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await createTestDatabase();
    const time = new TurnedTime('2026-06-10T10:00:00.000Z');
    const configuration = configurationOf(loadWorkflows());
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    const facts = new FactRows(database.pool);
    await facts.instance({ id: 1 });
    for (const [index, [holder, days]] of Object.entries(HOLDERS).entries()) {
      const [id, start, end] = [index + 2, '2026-03-02T08:00:00Z', `2026-03-0${2 + days}T08:00:00Z`];
      await facts.instance({ id, root: 1, holder, start, end, outcome: 'access' });
      await facts.span({ of: id, events: [1, 2], stage: 'extraction', party: 'holder', start, end });
    }
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  function ask(who: Person | null, path: string) {
    return api.call<{ holder?: string; code?: string }>(who, 'GET', `/api/v1/reports/${path}`);
  }

  async function ownDays(who: Person, path: string): Promise<[string | undefined, number | undefined]> {
    const { status, body } = await ask(who, path);
    expect(status).toBe(200);
    const { parts } = (body as { time: { parts: { key: string; seconds: number }[] } }).time;
    return [body.holder, (parts.find(({ key }) => key === 'own')?.seconds ?? NaN) / DAY];
  }

  it('is told to the holder itself, named or not', async () => {
    expect(await ownDays(ines, 'holder')).toEqual(['region-norr', 2]);
    expect(await ownDays(ines, 'holder?holder=region-norr&from=2026-03-01')).toEqual(['region-norr', 2]);
    expect(await ownDays(both, 'holder?holder=registry-hjarta')).toEqual(['registry-hjarta', 5]);
  });

  it.each(['holder?holder=registry-hjarta', 'holder?holder=nobody', 'holder?holder='])(
    'is to another holder as if it were not there: %s',
    async (path) => {
      const { status, body, text } = await ask(ines, path);
      expect([status, body.code]).toEqual([404, 'holder-unknown']);
      expect(text).not.toContain('hjarta');
    },
  );

  it('is the only report that a holder reads, however it is asked for', async () => {
    const paths = ['lead-time', 'clocks', 'quality', 'flow?holder=region-norr', 'holder/cases?key=total'];
    for (const path of [...paths, 'Holder']) {
      expect([path, (await ask(ines, path)).status]).toEqual([path, 403]);
    }
    expect(await ask(ines, '%68older?holder=registry-hjarta')).toMatchObject({ status: 404 });
    expect(await ask(ines, 'holder?case=00000000-0000-7000-8000-000000000001')).toMatchObject({
      status: 404,
    });
  });

  it.each([
    ['a manager', maria],
    ['a case officer', olle],
    ['an auditor', nils],
  ])('is told of any holder to %s, who must name it', async (_role, who) => {
    expect(await ownDays(who, 'holder?holder=registry-hjarta')).toEqual(['registry-hjarta', 5]);
    expect(await ask(who, 'holder')).toMatchObject({ status: 422, body: { code: 'holder-not-named' } });
  });

  it.each([
    ['of several organisations', both],
    ['of none', nowhere],
  ])('must be named by a holder %s', async (_what, who) => {
    expect(await ask(who, 'holder')).toMatchObject({ status: 422, body: { code: 'holder-not-named' } });
  });

  it('is refused to everybody else, whatever their organisation', async () => {
    for (const who of [anna, karin]) {
      expect(await ask(who, 'holder?holder=region-norr')).toMatchObject({
        status: 403,
        body: { code: 'role-missing' },
      });
    }
    expect(await ask(nowhere, 'holder?holder=region-norr')).toMatchObject({ status: 404 });
    expect(await ask(null, 'holder?holder=region-norr')).toMatchObject({ status: 401 });
  });

  it('is not for the public, and names no case and no other holder', async () => {
    const published = await ask(ines, 'holder?public=true');
    expect(published).toMatchObject({ status: 422, body: { code: 'not-public' } });
    const { text } = await ask(ines, 'holder');
    expect(text).not.toMatch(/hjarta|2026-0000|00000000-0000/);
  });
});
