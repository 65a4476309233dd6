import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { RouteRules, isRefusal } from '@ledtid/access';
import { QueuesModule, createLogger } from '@ledtid/platform';
import { TurnedTime } from '@ledtid/time';
import type { Role } from '@ledtid/workflow';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { sampleRequest } from '../../bench/proofs/requests/sample-request';
import { ApiStory, PEOPLE } from '../../test/support/api-story';
import { newDocumentSettings } from '../../test/support/document-settings';
import { type GrantedCase, SURROUNDINGS, grantedCase } from '../../test/support/granted-case';
import { START, configurationOf } from '../../test/support/memory-family';
import { type Person, RunningApi, person } from '../../test/support/running-api';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import {
  TABLE_CALLERS,
  type TableAnswer,
  type TableCaller,
  type TableRow,
  mountBoard,
  openApiDocument,
  routeTable,
  routesOf,
} from '.';
import { Rule } from './entry/rule.decorator';

const { anna, bo, olle } = PEOPLE;
const { ines, johan, karin } = SURROUNDINGS;
const FORM = loadSamples('access-application').form ?? {};
const NOBODYS = '00000000-0000-7000-8000-000000000000';

/** The person of each column; of an applicant and a data holder the one whose the case is, and another. */
const STAFF: Readonly<Partial<Record<Role, Person>>> = {
  ...{ case_officer: olle, legal_reviewer: PEOPLE.lisa, technical_reviewer: PEOPLE.dan },
  ...{ decision_maker: PEOPLE.berit, environment_operator: karin, data_engineer: PEOPLE.lars },
  ...{ manager: PEOPLE.maria, auditor: PEOPLE.nils, administrator: PEOPLE.olga },
};
const YESTERDAYS = { ...person('anna', ['applicant'], ['university']), expired: true };

function callerOf({ name, who }: TableCaller, own: boolean): Person | null {
  if (isRefusal(who)) return name === 'expired' ? YESTERDAYS : null;
  const [role] = who.roles;
  if (role === 'applicant') return own ? anna : bo;
  if (role === 'data_holder') return own ? ines : johan;
  return (role && STAFF[role]) ?? null;
}

/**
 * Whether another cell asks the same: what is another’s is asked by whoever has somebody of another organisation, and
 * whoever may not see a case is turned away before anybody looks at the event, so that the first one tells.
 */
function isAskedElsewhere({ of, event }: TableRow, caller: TableCaller, expected: TableAnswer): boolean {
  if (of?.own === false && callerOf(caller, true) === callerOf(caller, false)) return true;
  const isFirst = event === null || event.type === 'CLOCK_DUE';
  return !isFirst && (expected === 401 || expected === 404);
}

/** The address and the status of a row, for a failure that tells which cell is wrong. */
function cell(row: TableRow, { name }: TableCaller, status: number): string {
  const of = row.of === null ? '' : ` of ${row.of.own ? 'own' : 'another’s'} ${row.of.workflow}`;
  const event = row.event === null ? '' : ` ${row.event.type} ${row.event.stage ?? ''}`;
  return `${row.route.method} ${row.route.path}${event}${of} as ${name}: ${status}`;
}

// Some thousands of calls, on a machine that may have other work.
jest.setTimeout(90_000);

describe('every route of the document, called as everybody', () => {
  const time = new TurnedTime(START);
  const workflows = loadWorkflows();
  let database: TestDatabase;
  let directory: string;
  let api: RunningApi;
  let story: ApiStory;
  let granted: GrantedCase;
  let document: OpenAPIObject;
  const registered = new Set<string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    const configuration = configurationOf(workflows);
    const queues = {
      ...{ names: configuration.registry.stages(), databaseUrl: database.url, redisUrl: undefined },
      logger: createLogger('silent'),
    };
    directory = await mkdtemp(join(tmpdir(), 'ledtid-routes-'));
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, configuration, time, imports: [QueuesModule.forRoot(queues)] },
      documents: newDocumentSettings(directory),
      prepare: async (app: NestFastifyApplication) => {
        app
          .getHttpAdapter()
          .getInstance()
          .addHook('onRoute', ({ method, url }) => {
            for (const one of [method].flat()) registered.add(`${one} ${url.replace(/:(\w+)/g, '{$1}')}`);
          });
        await mountBoard(app);
      },
    });
    story = new ApiStory(api);
    granted = await grantedCase(story);
    document = (await api.call<OpenAPIObject>(null, 'GET', '/api/openapi.json')).body;
  });
  afterAll(async () => {
    await api.close();
    await database.drop();
    await rm(directory, { recursive: true });
  });

  it('has a line in the table for every route that the server answers', () => {
    const rows = routeTable(document, workflows);
    const inTable = new Set(rows.map(({ route: { method, path } }) => `${method} ${path}`));
    const served = [...registered].filter(
      (call) => !/^(HEAD|OPTIONS) |\/admin\/queues|\/api\/docs\//.test(call),
    );
    expect(served.filter((call) => !inTable.has(call))).toEqual([]);
    expect(served.length).toBeGreaterThan(18);
    expect(new Set(routesOf(document).map(({ operation }) => operation)).size).toBe(
      Object.values(document.paths).flatMap((item) => Object.keys(item as object)).length,
    );
  });

  it('answers everybody as the table says', async () => {
    const wrong: string[] = [];
    for (const row of routeTable(document, workflows)) {
      await Promise.all(
        TABLE_CALLERS.map(async (caller, place) => {
          const expected = row.answers[place] ?? 0;
          if (isAskedElsewhere(row, caller, expected)) return;
          const status = await call(row, caller);
          if (!allowed(row, expected).includes(status)) wrong.push(cell(row, caller, status));
        }),
      );
    }
    expect(wrong).toEqual([]);
  }, 90_000);

  it('tells a case that somebody may not see from an id that nobody has by nothing', async () => {
    const differing: string[] = [];
    for (const row of routeTable(document, workflows)) {
      await Promise.all(
        TABLE_CALLERS.map(async (caller, place) => {
          if (row.answers[place] !== 404 || isAskedElsewhere(row, caller, 404)) return;
          const [others, nobodys] = await Promise.all([text(row, caller), text(row, caller, NOBODYS)]);
          if (others !== nobodys) differing.push(cell(row, caller, 404));
        }),
      );
    }
    expect(differing).toEqual([]);
  }, 90_000);

  it.each([
    ['a draft', 200, draft],
    ['an application under assessment', 409, underAssessment],
    ['an application that waits for the applicant', 200, sentBack],
    ['an application that was withdrawn', 409, withdrawn],
  ])('lets %s be changed or not (%i), and be read as in every other state', async (_state, changed, make) => {
    const id = await make();
    const wrong: string[] = [];
    const rows = routeTable(document, workflows).filter(
      ({ of, event }) => of?.workflow === 'access-application' && event === null,
    );
    for (const row of rows) {
      for (const [place, caller] of TABLE_CALLERS.entries()) {
        const isLetIn = row.answers[place] === 200;
        const expected = isLetIn ? inState(row, changed === 200) : row.answers[place];
        const status = await call(row, caller, id);
        if (status !== expected) wrong.push(cell(row, caller, status));
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a draft', draft],
    ['an application under assessment', underAssessment],
    ['an application that waits for the applicant', sentBack],
    ['an application that was withdrawn', withdrawn],
  ])('carries out in %s no command but those that its sender was offered', async (_state, make) => {
    const wrong: string[] = [];
    let [carriedOut, refused] = [0, 0];
    for (const row of routeTable(document, workflows).filter(
      ({ of, event }) => of?.workflow === 'access-application' && of.own && event !== null,
    )) {
      for (const [place, caller] of TABLE_CALLERS.entries()) {
        if (row.answers[place] !== 200) continue;
        const who = callerOf(caller, true)!;
        const id = await make();
        const { actions } = await story.see(id, who);
        const offered = actions.some(
          ({ type, stage, possible }) => possible && type === row.event?.type && stage === row.event.stage,
        );
        const { status } = await story.send(id, row.event!.type, who, payloadOf(row));
        if (status === 200) carriedOut += 1;
        else refused += 1;
        if (![200, 409, 422].includes(status) || (status === 200 && !offered))
          wrong.push(cell(row, caller, status));
      }
    }
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(10);
    // An application that has ended takes nothing more.
    expect(carriedOut > 0).toBe(make !== withdrawn);
  });

  function draft(): Promise<string> {
    return story.draft('access-application', FORM);
  }

  async function underAssessment(): Promise<string> {
    const id = await draft();
    await story.must(id, 'SUBMIT', anna);
    await story.must(id, 'CLAIM', olle, { stage: 'prequalification' });
    return id;
  }

  async function sentBack(): Promise<string> {
    const id = await underAssessment();
    await story.must(id, 'REQUEST_COMPLETION', olle, { missing: ['67-2-g'], question: 'Which sources?' });
    return id;
  }

  async function withdrawn(): Promise<string> {
    const id = await draft();
    await story.must(id, 'WITHDRAW', anna, { code: 'funding' });
    return id;
  }

  async function call(row: TableRow, caller: TableCaller, id = idOf(row)): Promise<number> {
    return (await ask(row, caller, id)).status;
  }

  async function text(row: TableRow, caller: TableCaller, id = idOf(row)): Promise<string> {
    return (await ask(row, caller, id)).text;
  }

  function ask(row: TableRow, caller: TableCaller, id: string) {
    const { path, query, body, text, headers } = sampleRequest(row.route, id);
    const asked = Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;
    // A version that no case has: whom the policy lets in is refused for it, and no call changes what the next one meets.
    const sent =
      row.event === null ? body : { ...body, version: 0, type: row.event.type, payload: payloadOf(row) };
    const content = text ?? sent ?? undefined;
    return api.call(callerOf(caller, row.of?.own ?? true), row.route.method, asked, content, headers);
  }

  function idOf({ of }: TableRow): string {
    const ids: Record<string, string | undefined> = {
      ...{ 'access-application': granted.id, permit: granted.permit },
      'feasibility-inquiry': granted.inquiries['region-norr'],
      release: granted.releases['region-norr'],
    };
    return ids[of?.workflow ?? 'access-application'] ?? NOBODYS;
  }
});

/** What an event is sent with: a sample of what it records, with the texts that it asks for. */
function payloadOf({ event, of }: TableRow): object {
  const sampled = loadSamples(of?.workflow ?? '').events.find(({ type }) => type === event?.type);
  return { ...(event?.stage == null ? {} : { stage: event.stage }), ...sampled?.record };
}

/** What is for browsers, asked without the cookies of one, and where no sign-in service is known. */
const WITHOUT_BROWSER: Readonly<Record<string, number>> = {
  ...{ signIn: 404, completeSignIn: 400, signOut: 409, backChannelLogout: 404, endSession: 404 },
};

/** What a rule lets in, the state of the case or the version may still refuse. */
function allowed({ route, event }: TableRow, expected: TableAnswer): readonly number[] {
  if (expected === '200 / 403') return [422, 403];
  if (expected !== 200) return [expected];
  if (event !== null) return [422];
  const withoutBrowser = WITHOUT_BROWSER[route.operation];
  if (withoutBrowser !== undefined) return [withoutBrowser];
  return CHANGING[route.operation] ?? [route.success];
}

/** What the state of the case, and a document that it does not have, may be answered. */
const CHANGING: Readonly<Record<string, readonly number[]>> = {
  patchForm: [200, 409],
  addDocument: [201, 409],
  replaceDocument: [404, 409],
  readDocument: [404],
};

/** The same where it is known whether the case is with its applicant. */
function inState({ route }: TableRow, isWithApplicant: boolean): number {
  const [open, closed] = CHANGING[route.operation] ?? [route.success];
  return (isWithApplicant ? open : (closed ?? open)) ?? 0;
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Rule(RouteRules.signedIn)
  all(): string {
    return 'what stands in no table';
  }
}

@Module({ controllers: [ForgottenController] })
class ForgetfulModule {}

test('a route without a line in the table fails: the table cannot be made, and names it', async () => {
  const database = await createTestDatabase();
  const api = await RunningApi.start({
    ...{ databaseUrl: database.url, configuration: configurationOf(loadWorkflows()) },
    ...{ time: new TurnedTime(START), imports: [ForgetfulModule] },
  });
  const { body } = await api.call<OpenAPIObject>(null, 'GET', '/api/openapi.json');
  await api.close();
  await database.drop();
  expect(() => routeTable(body, loadWorkflows())).toThrow(/GET \/api\/v1\/forgotten .*ROUTE_RULES/);
  expect(routeTable(await openApiDocument(), loadWorkflows()).length).toBeGreaterThan(50);
});
