import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemTime } from '@ledtid/time';
import { loadSamples } from '@ledtid/workflows';
import { main } from '../../apps/cli';
import { Canaries } from '../support/canaries';
import { ClaimingIssuer } from '../support/claiming-issuer';
import { type DemonstrationServer, startDemonstration } from '../support/demonstration-server';
import { scanDatabase, scanText, scanTree } from '../support/scan-for-identifiers';

/** Nobody’s: birth numbers 980 to 999 are given to no one. */
const NUMBER = '194503219805';
const WRITTEN = '19450321-9805';
const NAME = 'Kanarina Kvistberg';
const PLANTED = `${NAME}, ${WRITTEN}`;

/**
 * What comes from sources and goes into packages: `test/end-to-end/demo.database-spec.ts`; traces are not built.
 * Where identities may lie: what applicants and officers wrote, names of documents among it, and nowhere else.
 */
const STORES = ['public.form_revision', 'public.payload'];

type Call = [method: string, path: string, body?: object | string];

/** A person’s number wherever a request may hold one that goes wrong. `{id}`: the planted case. */
const WRONG: [place: string, call: Call][] = [
  ['an id in the address', ['GET', `/cases/${WRITTEN}`]],
  ['an address that nobody answers', ['GET', `/persons/${NUMBER}`]],
  ['a filter', ['GET', `/cases?holder=${WRITTEN}&search=${NUMBER}`]],
  ['a cursor', ['GET', `/cases?cursor=${NUMBER}`]],
  ['the name of a workflow', ['GET', `/workflows/${NUMBER}`]],
  ['the case of a report', ['GET', `/reports/lead-time?case=${WRITTEN}`]],
  ['the workflow of a draft', ['POST', '/cases', { workflow: WRITTEN, form: {} }]],
  ['the name of a field', ['POST', '/cases', { workflow: 'access-application', form: {}, [WRITTEN]: 1 }]],
  [
    'the name of a field of the form',
    ['POST', '/cases', { workflow: 'access-application', form: { [WRITTEN]: 1 } }],
  ],
  [
    'a value of the form that is no choice',
    ['POST', '/cases', { workflow: 'access-application', form: { applicantType: WRITTEN } }],
  ],
  ['JSON that breaks off', ['POST', '/cases', `{"workflow":"${WRITTEN}`]],
  ['the type of a command', ['POST', '/cases/{id}/commands', { type: WRITTEN, payload: {} }]],
  [
    'a cause',
    [
      'POST',
      '/cases/{id}/commands',
      { type: 'PAUSE', payload: { stage: 'prequalification', cause: WRITTEN } },
    ],
  ],
  [
    'a field of a payload',
    ['POST', '/cases/{id}/commands', { type: 'CLAIM', payload: { stage: 'prequalification', [WRITTEN]: 1 } }],
  ],
  [
    'whom a command speaks for',
    [
      ...(['POST', '/cases/{id}/commands'] as const),
      { type: 'CLAIM', payload: { stage: 'prequalification' }, onBehalfOf: WRITTEN },
    ],
  ],
  [
    'to whom access is delegated',
    [
      ...(['POST', '/cases/{id}/commands'] as const),
      {
        type: 'DELEGATE',
        payload: {
          ...{ role: 'case_officer', right: 'read', issuer: 'x', subject: WRITTEN },
          until: '2099-01-01T00:00:00Z',
        },
      },
    ],
  ],
  [
    'whose conflict of interest is declared',
    [
      ...(['POST', '/cases/{id}/commands'] as const),
      { type: 'DECLARE_CONFLICT', payload: { reason: 'Kin.' }, onBehalfOf: WRITTEN },
    ],
  ],
];

/** Documents that are refused: by their name, by their content, by their kind. */
const REFUSED: [place: string, name: string, content: string, kind: string][] = [
  ['a name that is a path', `${WRITTEN}/${NAME}.txt`, PLANTED, 'other'],
  ['a type that is not taken', `${PLANTED}.svg`, PLANTED, 'other'],
  ['a content that is another', `${PLANTED}.pdf`, PLANTED, 'other'],
  ['a text that is none', `${PLANTED}.txt`, `${PLANTED}\0`, 'other'],
  ['an office file that is damaged', `${PLANTED}.docx`, `PK\x03\x04${PLANTED}`, 'other'],
  ['a kind that there is not', `${PLANTED}.txt`, PLANTED, NUMBER],
  ['a kind that is no code', `${PLANTED}.txt`, PLANTED, NAME],
];

describe('identities planted in forms, payloads, documents and requests that go wrong', () => {
  const canaries = new Canaries([NUMBER, NAME]);
  let server: DemonstrationServer;
  let issuer: ClaimingIssuer;
  let id: string;
  let keys = 0;

  beforeAll(async () => {
    issuer = await ClaimingIssuer.make();
    server = await startDemonstration({ issuers: [issuer.configuration] });
    const { form } = loadSamples('access-application');
    const planted = { ...form, summary: PLANTED, responsiblePerson: PLANTED, additionalInformation: PLANTED };
    const created = await call('applicant', 'POST', '/cases', {
      workflow: 'access-application',
      form: planted,
    });
    id = (JSON.parse(created.text) as { id: string }).id;
    expect((await handIn(`${PLANTED}.txt`, PLANTED, 'other')).status).toBe(201);
    await taken('applicant', 'SUBMIT', {});
    await taken('case_officer', 'CLAIM', { stage: 'prequalification', note: PLANTED });
    await taken('applicant', 'SEND_MESSAGE', { text: PLANTED });
    await taken('decision_maker', 'DECLARE_CONFLICT', { reason: PLANTED });
    const until = new Date(Date.parse(new SystemTime().now()) + 86_400_000).toISOString();
    const lent = { role: 'case_officer', right: 'read', issuer: 'urn:x', subject: 'lars', until };
    await taken('case_officer', 'DELEGATE', { ...lent, note: PLANTED });
    await taken('case_officer', 'DISMISS', { code: 'other', reason: PLANTED });
  }, 120_000);
  afterAll(() => server.close());

  async function call(role: string, method: string, path: string, body?: object | string) {
    const token = await server.issuer.issueToken({ role: role as 'auditor' });
    const answer = await fetch(`${server.url}/api/v1${path.replace('{id}', id)}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  }

  async function handIn(name: string, content: string, kind: string, to = id) {
    const token = await server.issuer.issueToken({ role: 'applicant' });
    const path = `/cases/${to}/documents?${new URLSearchParams({ kind }).toString()}`;
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
      body: content,
    });
    return { status: answer.status, text: await answer.text() };
  }

  async function taken(role: string, type: string, payload: object): Promise<void> {
    const seen = JSON.parse((await call(role, 'GET', '/cases/{id}')).text) as { version: number };
    const command = { type, payload, version: seen.version, idempotencyKey: `own-${(keys += 1)}` };
    const answer = await call(role, 'POST', '/cases/{id}/commands', command);
    if (answer.status >= 300) throw new Error(`${type}: ${answer.text}`);
  }

  it.each(WRONG)('are not repeated by the refusal of %s', async (_place, [method, path, body]) => {
    const command = { version: 3, idempotencyKey: `wrong-${(keys += 1)}` };
    const sent = typeof body === 'object' && path.endsWith('/commands') ? { ...command, ...body } : body;
    const answer = await call('case_officer', method, path, sent);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(scanText('answer', answer.text, canaries)).toEqual([]);
  });

  it.each(REFUSED)(
    'are not repeated by the refusal of a document with %s',
    async (_place, name, content, kind) => {
      const { form } = loadSamples('access-application');
      const draft = await call('applicant', 'POST', '/cases', {
        workflow: 'access-application',
        form: form ?? {},
      });
      const answer = await handIn(name, content, kind, (JSON.parse(draft.text) as { id: string }).id);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(scanText('answer', answer.text, canaries)).toEqual([]);
    },
  );

  it('are refused as the key of a command', async () => {
    const seen = JSON.parse((await call('case_officer', 'GET', '/cases/{id}')).text) as { version: number };
    const command = { type: 'CLAIM', payload: { stage: 'prequalification' }, version: seen.version };
    const answer = await call('case_officer', 'POST', '/cases/{id}/commands', {
      ...command,
      idempotencyKey: WRITTEN,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(scanText('answer', answer.text, canaries)).toEqual([]);
  });

  it.each([
    ['its subject', { sub: NUMBER }, 401],
    ['its subject, within a longer one', { sub: `SE/${WRITTEN}` }, 401],
    [
      'its name, its address of mail and what else it claims',
      { name: `K. ${NUMBER}`, email: `${NUMBER}@x.se`, personalIdentityNumber: NUMBER },
      200,
    ],
    ['its organisations, as a sole trader’s', { organisations: [WRITTEN] }, 200],
  ])('are let no further by a token with them as %s', async (_place, claims, status) => {
    const token = await issuer.token({ sub: 'kanarina', roles: ['applicant', 'auditor'], ...claims });
    const { form } = loadSamples('access-application');
    for (const [method, path, body] of [
      ['GET', '/me', null],
      ['GET', `/cases/${id}`, null],
      ['POST', '/cases', JSON.stringify({ workflow: 'access-application', form })],
    ] as const) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(`${server.url}/api/v1${path}`, { method, headers, body });
      expect({ path, status: answer.status }).toEqual({
        path,
        status: body !== null && status === 200 ? 201 : status,
      });
      expect(scanText(path, await answer.text(), canaries)).toEqual([]);
    }
  });

  it.each([
    ['a query', `/me?person=${NUMBER}`, {}],
    ['a query that is refused', `/cases?limit=${WRITTEN}`, {}],
    ['the name of a program', '/me', { 'user-agent': `Browser of ${WRITTEN}` }],
    ['where it came from', '/me', { referer: `https://x.example/${NUMBER}` }],
    ['what it is for', `/cases/{id}`, { 'access-purpose': WRITTEN }],
    [
      'a header of anybody’s',
      '/me',
      { 'x-request-id': NUMBER, 'x-forwarded-for': WRITTEN, traceparent: NUMBER },
    ],
    ['a cookie', '/me', { cookie: `person=${NUMBER}; __Host-ledtid-session=${NUMBER}` }],
    ['a token that is none', '/me', { authorization: `Bearer ${NUMBER}` }],
  ])('are not repeated where they came as %s', async (_place, path, headers) => {
    const authorization = `Bearer ${await server.issuer.issueToken({ role: 'case_officer' })}`;
    const answer = await fetch(`${server.url}/api/v1${path.replace('{id}', id)}`, {
      headers: { authorization, ...headers },
    });
    expect(scanText('answer', await answer.text(), canaries)).toEqual([]);
    expect(scanText('headers', JSON.stringify([...answer.headers]), canaries)).toEqual([]);
  });

  it('lie in the stores of forms and payloads, and in no other table: ledgers, facts, access, queues', async () => {
    const leaks = await scanDatabase(server.database.url, canaries);
    expect(leaks.map(({ place }) => place).sort()).toEqual(STORES);
  });

  it('are in no line of the log, at its most talkative', () => {
    expect(server.logged.length).toBeGreaterThan(0);
    expect(scanText('log', server.logged.join('\n'), canaries)).toEqual([]);
  });

  it('are not shown by the events of the case, nor by who looked at it', async () => {
    for (const path of ['/cases/{id}/events', '/cases/{id}/spans', '/access-records', `/cases/{id}`]) {
      const answer = await call('auditor', 'GET', path);
      expect({ path, status: answer.status }).toEqual({ path, status: 200 });
      expect(scanText(path, answer.text, canaries)).toEqual([]);
    }
  });

  it.each(['xes', 'ocel', 'csv'])('are in no export as %s', async (format) => {
    const file = join(server.root, `exported.${format}`);
    const streams = { out: () => undefined, err: () => undefined };
    const args = ['export', '--format', format, '--out', file, '--data-dir', server.root];
    expect(await main(args, streams, { DATABASE_URL: server.database.url })).toBe(0);
    expect((await readFile(file)).length).toBeGreaterThan(300);
    expect(scanText(format, await readFile(file, 'utf8'), canaries)).toEqual([]);
  });

  it('are in no working folder', async () => {
    expect(await scanTree(join(server.root, 'demonstration'), canaries)).toEqual([]);
  });

  it('are in no file and no file’s name where the documents lie, encrypted', async () => {
    const folder = join(server.root, 'documents');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(entries.filter((entry) => entry.isFile())).toHaveLength(1);
    expect(await scanTree(folder, canaries)).toEqual([]);
  });
});
