import { TurnedTime } from '@ledtid/time';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { ApiStory, PEOPLE } from '../../test/support/api-story';
import { SURROUNDINGS, grantedCase } from '../../test/support/granted-case';
import { START, configurationOf } from '../../test/support/memory-family';
import { type Answer, type Person, RunningApi } from '../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';

const { anna, bo, olle, lisa, dan, berit, maria, nils, lars, olga } = PEOPLE;
const { ines, johan, karin } = SURROUNDINGS;
const FORM = loadSamples('access-application').form ?? {};

/** Names of what is there, in the order of the table's columns. */
const THERE = [
  'case',
  'inquiry of norr',
  'inquiry of hjarta',
  'release of norr',
  'release of hjarta',
  'permit',
  'other case',
];

type What = 'whole' | 'status' | 'ledger' | '-';

/** docs/access.md, role by role, over THERE. */
const TABLE: readonly [string, Person, What[]][] = [
  ['the applicant', anna, ['whole', 'status', 'status', 'status', 'status', 'status', '-']],
  ['another applicant', bo, ['-', '-', '-', '-', '-', '-', 'whole']],
  ['a case officer', olle, ['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole']],
  ['a legal reviewer', lisa, ['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole']],
  ['a technical reviewer', dan, ['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole']],
  ['a decision maker', berit, ['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole']],
  ['the first holder', ines, ['-', 'whole', '-', 'whole', '-', '-', '-']],
  ['the second holder', johan, ['-', '-', 'whole', '-', 'whole', '-', '-']],
  ['an environment operator', karin, ['-', '-', '-', 'whole', 'whole', '-', '-']],
  ['a data engineer', lars, ['-', '-', '-', 'whole', 'whole', '-', '-']],
  ['an auditor', nils, ['ledger', 'ledger', 'ledger', 'ledger', 'ledger', 'ledger', 'ledger']],
  ['a manager', maria, ['-', '-', '-', '-', '-', '-', '-']],
  ['an administrator', olga, ['-', '-', '-', '-', '-', '-', '-']],
];

describe('who sees what', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;
  let ids: string[];

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf(loadWorkflows());
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    ids = await granted(new ApiStory(api));
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  it.each(TABLE)('%s, of one case by its id', async (_who, who, seen) => {
    const found = await Promise.all(ids.map((id) => sightOver(api, who, id)));
    expect(Object.fromEntries(THERE.map((name, index) => [name, found[index]]))).toEqual(
      Object.fromEntries(THERE.map((name, index) => [name, seen[index]])),
    );
  });

  it.each(TABLE)('%s, in a list: just what can be read by its id', async (_who, who, seen) => {
    const listed = await allPages(api, who, '/api/v1/cases?limit=2');
    const expected = ids.filter((_id, index) => seen[index] !== '-');
    expect(listed.map(({ id }) => id).sort()).toEqual([...expected].sort());
    for (const { id, form } of listed) {
      const whole = seen[ids.indexOf(id as string)] === 'whole';
      const hasForm = id === ids[0] || id === ids[6];
      expect(form !== null).toBe(whole && hasForm);
    }
  });

  it.each(TABLE.filter(([, who]) => who !== maria && who !== olga))(
    '%s, in the queues of the releases: just the cases of the list',
    async (_who, who, seen) => {
      const stages = ['extraction', 'secrecy-review'];
      const items = (
        await Promise.all(stages.map((stage) => allPages(api, who, `/api/v1/queues/${stage}`)))
      ).flat();
      const visible = [3, 4].filter((index) => seen[index] !== '-').map((index) => ids[index]);
      expect(items.map(({ id }) => id).sort()).toEqual([...visible].sort());
    },
  );

  it('counts for a manager all cases, and shows none', async () => {
    const counts = await api.call<{ items: { stage: string }[] }>(maria, 'GET', '/api/v1/queues');
    expect(counts.body.items.find(({ stage }) => stage === 'extraction')).toEqual({
      ...{ stage: 'extraction', waiting: 1, assigned: 0, paused: 0 },
      byCause: expect.any(Object) as object,
      ...{ oldest: START, due: 1, overdue: 0 },
    });
    expect(await api.call(maria, 'GET', '/api/v1/queues/extraction')).toMatchObject({ status: 403 });
  });

  it('counts for a holder its own alone', async () => {
    const { body } = await api.call<{ items: Record<string, unknown>[] }>(johan, 'GET', '/api/v1/queues');
    const busy = body.items.filter(
      ({ waiting, assigned, paused }) => waiting !== 0 || assigned !== 0 || paused !== 0,
    );
    expect(busy.map(({ stage }) => stage)).toEqual(['secrecy-review']);
  });

  /** A granted application with its inquiries, releases and permit, and a draft of somebody else. */
  async function granted(story: ApiStory): Promise<string[]> {
    const { id, inquiries, releases, permit } = await grantedCase(story);
    const holders = ['region-norr', 'registry-hjarta'];
    return [
      id,
      ...holders.map((holder) => inquiries[holder] ?? ''),
      ...holders.map((holder) => releases[holder] ?? ''),
      permit,
      await story.draft('access-application', FORM, bo),
    ];
  }
});

/** What reading a case and its ledger shows; every way to it has to agree. */
async function sightOver(api: RunningApi, who: Person, id: string): Promise<What> {
  const [one, events, spans, clocks, actions] = await Promise.all(
    ['', '/events', '/spans', '/clocks', '/actions'].map((part) =>
      api.call<{ items?: Record<string, unknown>[] }>(who, 'GET', `/api/v1/cases/${id}${part}`),
    ),
  );
  const statuses = [one, spans, clocks, actions].map((answer) => answer?.status);
  expect(new Set(statuses).size).toBe(1);
  if (one?.status === 404) {
    expect(events?.status).toBe(404);
    return '-';
  }
  if (events?.status === 403) return 'status';
  const withPayloads = (events?.body.items ?? []).every((event) => 'payload' in event);
  return withPayloads ? 'whole' : 'ledger';
}

interface ListedPage {
  readonly items: Record<string, unknown>[];
  readonly cursor: string | null;
}

async function allPages(api: RunningApi, who: Person, path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const from: string = cursor === '' ? path : `${path}${path.includes('?') ? '&' : '?'}cursor=${cursor}`;
    const page: Answer<ListedPage> = await api.call(who, 'GET', from);
    expect(page.status).toBe(200);
    items.push(...page.body.items);
    cursor = page.body.cursor;
  }
  return items;
}
