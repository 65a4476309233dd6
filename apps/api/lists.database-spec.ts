import { TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../test/support/example-workflow';
import { ApiStory, type CaseDocument, PEOPLE } from '../../test/support/api-story';
import { START, configurationOf } from '../../test/support/memory-family';
import { RunningApi } from '../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';

const { anna, olle, dan, lisa } = PEOPLE;

interface Page<Item = CaseDocument> {
  readonly items: readonly Item[];
  readonly cursor: string | null;
}

describe('lists', () => {
  const time = new TurnedTime(START);
  let database: TestDatabase;
  let api: RunningApi;
  let story: ApiStory;
  /** Names of the cases by id: drafts, submitted ones, one claimed, one in review that asks two holders. */
  const names = new Map<string, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf([exampleCase, exampleInquiry]);
    api = await RunningApi.start({ databaseUrl: database.url, configuration, time });
    story = new ApiStory(api);
    for (const [day, name] of ['draft', 'first', 'second', 'claimed', 'review'].entries()) {
      time.turnTo(`2026-03-0${day + 2}T08:00:00.000Z`);
      await grown(name);
    }
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
  });

  async function grown(name: string): Promise<void> {
    const id = await story.draft('example-case', { title: name });
    names.set(id, name);
    if (name === 'draft') return;
    await story.must(id, 'SUBMIT', anna);
    if (name === 'first' || name === 'second') return;
    await story.must(id, 'CLAIM', olle, { stage: 'check' });
    if (name === 'claimed') return;
    await story.must(id, 'PASS', olle);
    await story.must(id, 'CLAIM', dan, { stage: 'data' });
    const { children } = await story.must(id, 'ASK_HOLDERS', dan, { holders: ['one', 'two'] });
    for (const child of children) names.set(child.id, `inquiry of ${child.holder}`);
  }

  async function page(query: string): Promise<Page> {
    const answer = await api.call<Page>(olle, 'GET', `/api/v1/cases${query}`);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  }

  async function namesOf(query: string): Promise<(string | undefined)[]> {
    return (await page(query)).items.map(({ id }) => names.get(id));
  }

  it.each([
    ['?workflow=example-inquiry&sort=created', ['inquiry of one', 'inquiry of two']],
    ['?holder=two', ['inquiry of two']],
    ['?stage=check&sort=created', ['first', 'second', 'claimed']],
    ['?stage=check&assignee=olle', ['claimed']],
    // Of one and the same stage: law waits for the body, data is paused for the holders.
    ['?stage=law&party=hdab', ['review']],
    ['?stage=law&party=holder', []],
    ['?stage=data&party=holder&cause=other-holder', ['review']],
    ['?party=applicant', ['draft']],
    ['?due_before=2026-03-19&sort=created', ['first', 'second']],
    ['?sort=since&stage=check', ['first', 'second', 'claimed']],
    ['?sort=-since&stage=check', ['claimed', 'second', 'first']],
    ['?sort=due&workflow=example-case', ['first', 'second', 'claimed', 'review', 'draft']],
    ['?q=26-00002', ['second']],
    ['?q=%25', []],
    ['?q=_', []],
  ])('GET /cases%s', async (query, expected) => {
    expect(await namesOf(query)).toEqual(expected);
  });

  it('show the children of a case, which are cases too', async () => {
    const review = [...names].find(([, name]) => name === 'review')?.[0] ?? '';
    const { items } = await page(`?parent=${review}&sort=created`);
    expect(items).toHaveLength(2);
    expect(items[0]).toEqual(await story.see(items[0]?.id ?? '', olle));
    expect(items[0]).toMatchObject({ parent: review, holder: 'one', state: ['asked.waiting'] });
  });

  it.each([
    'created',
    '-created',
    'registrationNumber',
    '-registrationNumber',
    'since',
    '-since',
    'due',
    '-due',
  ])('sorted by %s come whole and once each, whatever the size of the page', async (sort) => {
    const whole = await namesOf(`?sort=${sort}`);
    expect([...whole].sort()).toEqual([...names.values()].sort());
    for (const limit of [1, 2, 3]) {
      const found: (string | undefined)[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const next: Page = await page(
          `?sort=${sort}&limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
        );
        expect(next.items.length).toBeLessThanOrEqual(limit);
        found.push(...next.items.map(({ id }) => names.get(id)));
        cursor = next.cursor;
      }
      expect(found).toEqual(whole);
    }
  });

  it('do not shift when something comes in between two pages', async () => {
    const first = await page('?sort=-created&limit=2');
    time.turnTo('2026-03-10T08:00:00.000Z');
    await grown('draft');
    const second = await page(`?sort=-created&limit=2&cursor=${first.cursor ?? ''}`);
    const shown = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(shown).size).toBe(4);
    expect(shown).not.toContain([...names.keys()].at(-1));
  });

  const forged = (...keys: string[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  it.each([
    ['/cases?cursor=nonsense', 'bad-cursor'],
    [
      `/cases?cursor=${forged('-created', '2026-99-99 00:00:00+00', '00000000-0000-7000-8000-000000000000')}`,
      'bad-cursor',
    ],
    [`/cases?cursor=${forged('-created', '2026-03-02 00:00:00+00', 'no-id')}`, 'bad-cursor'],
    [
      `/cases?sort=due&cursor=${forged('-created', '2026-03-02 00:00:00+00', '00000000-0000-7000-8000-000000000000')}`,
      'bad-cursor',
    ],
    ['/queues/check?cursor=W10', 'bad-cursor'],
    ['/cases?sort=colour', 'bad-query'],
    ['/cases?limit=0', 'bad-query'],
    ['/cases?limit=1000', 'bad-query'],
    ['/cases?limit=many', 'bad-query'],
    ['/cases?due_before=2026-02-30', 'bad-query'],
    ['/cases?parent=17', 'bad-query'],
    ['/cases?colour=red', 'bad-query'],
    ['/cases?stage=check&stage=law', 'bad-query'],
    ['/cases?workflow=no-such', 'unknown-workflow'],
    ['/cases?stage=lunch', 'unknown-stage'],
  ])('refuse %s', async (path, code) => {
    expect(await api.call(olle, 'GET', `/api/v1${path}`)).toMatchObject({ status: 422, body: { code } });
  });

  it('refuse a queue that does not exist as an address that does not exist', async () => {
    expect(await api.call(olle, 'GET', '/api/v1/queues/lunch')).toMatchObject({
      status: 404,
      body: { code: 'unknown-stage' },
    });
  });

  it('of events, spans and clocks are paged in their order', async () => {
    const review = [...names].find(([, name]) => name === 'review')?.[0] ?? '';
    for (const [part, key] of [
      ['events', 'number'],
      ['spans', 'opened'],
      ['clocks', 'started'],
    ] as const) {
      const path = `/api/v1/cases/${review}/${part}`;
      const whole = (await api.call<Page<Record<string, unknown>>>(olle, 'GET', path)).body;
      expect(whole.cursor).toBeNull();
      const [one, ...rest] = whole.items;
      const first = (await api.call<Page<Record<string, unknown>>>(olle, 'GET', `${path}?limit=1`)).body;
      expect(first.items).toEqual([one]);
      const others = await api.call<Page<Record<string, unknown>>>(
        olle,
        'GET',
        `${path}?cursor=${first.cursor ?? ''}`,
      );
      expect(others.body).toEqual({ items: rest, cursor: null });
      expect(whole.items.map((item) => item[key])).toEqual([...whole.items.map((item) => item[key])].sort());
      expect(whole.items.length).toBeGreaterThan(1);
    }
  });

  it('count a queue by activity, cause and deadline', async () => {
    time.turnTo('2026-03-18T08:00:00.000Z');
    const { body } = await api.call<Page<Record<string, unknown>>>(lisa, 'GET', '/api/v1/queues');
    const of = (stage: string) => body.items.find((queue) => queue.stage === stage);
    expect(of('check')).toEqual({
      ...{ stage: 'check', waiting: 2, assigned: 1, paused: 0, byCause: { unknown: 2 } },
      ...{ oldest: '2026-03-03T08:00:00.000Z', due: 2, overdue: 1 },
    });
    expect(of('data')).toMatchObject({ waiting: 0, assigned: 0, paused: 1, byCause: { 'other-holder': 1 } });
    expect(of('decision')).toEqual({
      ...{
        stage: 'decision',
        waiting: 0,
        assigned: 0,
        paused: 0,
        byCause: {},
        oldest: null,
        due: 0,
        overdue: 0,
      },
    });
    const items = await api.call<Page>(lisa, 'GET', '/api/v1/queues/check?activity=waiting&limit=1');
    expect(items.body.items).toMatchObject([
      { registrationNumber: '2026-00001', due: '2026-03-17', since: '2026-03-03T08:00:00.000Z' },
    ]);
    const rest = await api.call<Page>(
      lisa,
      'GET',
      `/api/v1/queues/check?activity=waiting&cursor=${items.body.cursor ?? ''}`,
    );
    expect(rest.body.items).toMatchObject([{ registrationNumber: '2026-00002' }]);
  });

  it('find in a queue by a part of the registration number, and take nothing in it for a pattern', async () => {
    const path = '/api/v1/queues/check?q=';
    const found = await api.call<Page>(lisa, 'GET', `${path}-00002`);
    expect(found.body.items).toMatchObject([{ registrationNumber: '2026-00002' }]);
    expect((await api.call<Page>(lisa, 'GET', `${path}_00002`)).body.items).toEqual([]);
  });

  it('give a queue by what is due, page after page', async () => {
    type Due = Page<{ id: string; due: string | null }>;
    const path = '/api/v1/queues/check?sort=due';
    const whole = (await api.call<Due>(lisa, 'GET', path)).body.items;
    const due = whole.map((item) => item.due ?? '9999');
    expect(due).toEqual([...due].sort());
    expect(whole.length).toBeGreaterThan(1);
    const first = (await api.call<Due>(lisa, 'GET', `${path}&limit=1`)).body;
    const next = (await api.call<Due>(lisa, 'GET', `${path}&cursor=${first.cursor ?? ''}`)).body;
    expect([...first.items, ...next.items]).toEqual(whole);
    const other = `/api/v1/queues/check?cursor=${first.cursor ?? ''}`;
    expect(await api.call(lisa, 'GET', other)).toMatchObject({ status: 422, body: { code: 'bad-cursor' } });
  });
});
