import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clamav, clamavSettings } from '@ledtid/documents';
import { TurnedTime } from '@ledtid/time';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { ApiStory, PEOPLE } from '../../../test/support/api-story';
import { newDocumentSettings } from '../../../test/support/document-settings';
import { FakeClamd } from '../../../test/support/fake-clamd';
import { SURROUNDINGS, grantedCase } from '../../../test/support/granted-case';
import { START, configurationOf } from '../../../test/support/memory-family';
import { type Person, RunningApi } from '../../../test/support/running-api';
import { PDF, docxOf } from '../../../test/support/sample-documents';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';

const { anna, bo, olle, nils, maria, olga } = PEOPLE;
const { ines } = SURROUNDINGS;
const FORM = loadSamples('access-application').form ?? {};
const NAME = 'Ångström "plan"; v2.pdf'.replaceAll('"', '”');

type Document = Record<'id' | 'name' | 'state' | 'replaces' | 'kind' | 'code' | 'digest', string> & {
  version: number;
};
type Page = { items: Document[]; cursor: string | null };

describe('documents over HTTP', () => {
  let database: TestDatabase;
  let directory: string;
  let clamd: FakeClamd;
  let api: RunningApi;
  let story: ApiStory;
  let id: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    directory = await mkdtemp(join(tmpdir(), 'ledtid-documents-'));
    clamd = await FakeClamd.start();
    const settings = newDocumentSettings(directory);
    const scanner = new Clamav(clamavSettings(clamd.url));
    const rules = {
      ...settings.rules,
      bytesPerDocument: 300_000,
      documentsPerCase: 3,
      bytesPerCase: 400_000,
    };
    const configuration = configurationOf(loadWorkflows());
    api = await RunningApi.start({
      ...{ databaseUrl: database.url, configuration, time: new TurnedTime(START) },
      ...{ documents: { ...settings, rules, scanner }, patience: { json: 300, document: 600 } },
    });
    story = new ApiStory(api);
  });
  beforeEach(async () => {
    clamd.behaviour = 'honest';
    id = await story.draft('access-application', FORM);
  });
  afterAll(async () => {
    await api.close();
    await clamd.close();
    await database.drop();
    await rm(directory, { recursive: true });
  });

  interface Sending {
    who?: Person | null;
    path?: string;
    kind?: string;
    headers?: Record<string, string>;
  }

  async function send(name: string, content: Buffer | string, sending: Sending = {}) {
    const { who = anna, kind = 'research-plan', path = `documents?kind=${kind}`, headers = {} } = sending;
    const answer = await fetch(`${api.url}/api/v1/cases/${id}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        ...(who && { authorization: `Bearer ${await api.tokenOf(who)}` }),
        ...headers,
      },
      body: typeof content === 'string' ? content : new Uint8Array(content),
    });
    return { status: answer.status, body: (await answer.json()) as Document };
  }

  const list = async (who = anna) =>
    (await api.call<Page>(who, 'GET', `/api/v1/cases/${id}/documents`)).body.items;
  const contentPath = (document: string) => `/api/v1/cases/${id}/documents/${document}/content`;

  async function files(): Promise<string[]> {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  it('say beforehand which are taken', async () => {
    const { status, body } = await api.call<Record<string, unknown>>(olle, 'GET', '/api/v1/document-rules');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { bytesPerDocument: 300_000, documentsPerCase: 3, extensions: expect.arrayContaining(['pdf']) },
    });
    expect(body.kinds).toContainEqual({
      code: 'research-plan',
      label: { sv: 'Forskningsplan', en: 'Research plan' },
    });
  });

  it('are handed in, listed, and given out again as they were, only to be saved', async () => {
    const sent = await send(NAME, PDF);
    expect(sent).toMatchObject({ status: 201, body: { name: NAME, state: 'clean', kind: 'research-plan' } });
    expect(await list()).toEqual([sent.body]);
    const answer = await fetch(`${api.url}${contentPath(sent.body.id)}`, {
      headers: { authorization: `Bearer ${await api.tokenOf(olle)}` },
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PDF);
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(headers['content-disposition']).toMatch(/^attachment; /);
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(NAME)}`);
  });

  it('are replaced by new versions of the same kind', async () => {
    const first = await send('plan.pdf', PDF, { kind: 'ethics-decision' });
    const path = `documents/${first.body.id}/versions`;
    const second = await send('plan 2.docx', docxOf(), { path });
    expect(second).toMatchObject({
      status: 201,
      body: { kind: 'ethics-decision', version: 2, replaces: first.body.id },
    });
    expect(await send('plan 3.pdf', PDF, { path })).toMatchObject({
      ...{ status: 409, body: { code: 'document-replaced' } },
    });
  });

  it('are events of the case, with the name for those alone who read its texts', async () => {
    const { body } = await send(NAME, PDF);
    const events = async (who: Person) =>
      (await api.call<{ items: Record<string, unknown>[] }>(who, 'GET', `/api/v1/cases/${id}/events`)).body
        .items[1];
    const record = expect.objectContaining({
      document: body.id,
      digest: body.digest,
      scan: 'clean',
    }) as object;
    expect(await events(anna)).toMatchObject({
      type: 'DOCUMENT_ADDED',
      actor: 'anna',
      record,
      payload: { name: NAME },
    });
    expect(JSON.stringify(await events(nils))).not.toContain('Ångström');
  });

  it('are looked at by nobody without a trace, and neither is who is refused', async () => {
    const { body } = await send('plan.pdf', PDF);
    const looks = async () =>
      (await api.call<{ items: object[] }>(nils, 'GET', '/api/v1/access-records?limit=1')).body.items[0];
    const request = 'GET /api/v1/cases/:id/documents/:documentId/content';
    await fetch(`${api.url}${contentPath(body.id)}`, {
      headers: { authorization: `Bearer ${await api.tokenOf(olle)}` },
    });
    expect(await looks()).toMatchObject({ subject: 'olle', request, instances: [id], refused: null });
    await api.call(bo, 'GET', contentPath(body.id));
    expect(await looks()).toMatchObject({ subject: 'bo', request, instances: [id], refused: 'unknown-case' });
    await send('plan.txt', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE');
    expect(await looks()).toMatchObject({ subject: 'anna', instances: [id], refused: 'document-infected' });
  });

  it.each<[string, Person | null, number]>([
    ['nobody', null, 401],
    ['another applicant', bo, 404],
    ['a data holder', ines, 404],
    ['an auditor', nils, 403],
    ['a manager', maria, 404],
    ['an administrator', olga, 404],
  ])(
    'are shown to %s neither by list nor by content, and taken from them as little',
    async (_, who, status) => {
      const { body } = await send('plan.pdf', PDF);
      const before = await files();
      expect((await api.call(who, 'GET', `/api/v1/cases/${id}/documents`)).status).toBe(status);
      expect((await api.call(who, 'GET', contentPath(body.id))).status).toBe(status);
      expect((await send('plan.pdf', PDF, { who })).status).toBe(status);
      expect((await send('plan.pdf', PDF, { who, path: `documents/${body.id}/versions` })).status).toBe(
        status,
      );
      expect(await files()).toEqual(before);
    },
  );

  it('are read and not changed by those who assess the case', async () => {
    const { body } = await send('plan.pdf', PDF);
    expect(await list(olle)).toHaveLength(1);
    expect(await send('plan.pdf', PDF, { who: olle })).toMatchObject({
      status: 403,
      body: { code: 'role-missing' },
    });
    expect((await send('plan.pdf', PDF, { who: olle, path: `documents/${body.id}/versions` })).status).toBe(
      403,
    );
  });

  it('of the application are none of the inquiries and releases that came of it', async () => {
    const granted = await grantedCase(story);
    const release = Object.values(granted.releases)[0]!;
    const { body } = await api.call<Page>(olle, 'GET', `/api/v1/cases/${release}/documents`);
    expect(body).toEqual({ items: [], cursor: null });
    id = release;
    expect(await send('plan.pdf', PDF)).toMatchObject({ status: 403 });
  });

  it('are taken only while the case is with its applicant', async () => {
    const { body } = await send('plan.pdf', PDF);
    await story.must(id, 'SUBMIT', anna);
    expect(await send('plan.pdf', PDF)).toMatchObject({ status: 409, body: { code: 'documents-closed' } });
    expect((await send('plan.pdf', PDF, { path: `documents/${body.id}/versions` })).status).toBe(409);
  });

  it.each<[string, string, Buffer | string, Sending, number, string]>([
    ['a picture with scripts', 'figure.svg', '<svg/>', {}, 415, 'document-type-refused'],
    ['what is not what its name says', 'plan.pdf', '<html>', {}, 415, 'document-content-differs'],
    ['a path as its name', '../plan.pdf', PDF, {}, 422, 'document-name-refused'],
    ['no name', '', PDF, { headers: { 'content-disposition': ';;;"' } }, 422, 'document-name-refused'],
    ['macros', 'plan.docx', docxOf(['word/vbaProject.bin', 'x']), {}, 422, 'document-with-macros'],
    ['a virus', 'plan.txt', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', {}, 422, 'document-infected'],
    ['nothing', 'plan.pdf', '', {}, 422, 'document-empty'],
    ['a kind that there is not', 'plan.pdf', PDF, { kind: 'letter' }, 422, 'document-kind-unknown'],
    ['a kind that is no code', 'plan.pdf', PDF, { kind: 'A%20B' }, 422, 'bad-query'],
    ['no kind', 'plan.pdf', PDF, { path: 'documents' }, 422, 'bad-query'],
    ['more than a document may be', 'plan.txt', 'a'.repeat(300_001), {}, 413, 'document-too-large'],
    ['JSON', 'plan.pdf', '{}', { headers: { 'content-type': 'application/json' } }, 415, 'body-not-octets'],
    [
      'a form',
      'plan.pdf',
      'a=b',
      { headers: { 'content-type': 'multipart/form-data; boundary=a' } },
      415,
      'body-not-json',
    ],
    [
      'another case’s document',
      'plan.pdf',
      PDF,
      { path: `documents/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}/versions` },
      404,
      'unknown-document',
    ],
    ['an id that is none', 'plan.pdf', PDF, { path: 'documents/x/versions' }, 404, 'unknown-document'],
  ])(
    'are refused with %s, by a code, a reason and a remedy, and nothing is left',
    async (_, name, content, sending, status, code) => {
      const before = await files();
      const refused = await send(name, content, sending);
      expect(refused).toMatchObject({ status, body: { code, text: { sv: expect.any(String) as string } } });
      expect(await files()).toEqual(before);
      expect(await list()).toEqual([]);
    },
  );

  it('are refused beyond the number and the size that a case may have', async () => {
    await send('one.txt', 'a'.repeat(250_000));
    expect(await send('two.txt', 'a'.repeat(200_000))).toMatchObject({
      status: 409,
      body: { code: 'documents-too-many' },
    });
    for (const name of ['two.txt', 'three.txt']) expect((await send(name, 'a')).status).toBe(201);
    expect(await send('four.txt', 'a')).toMatchObject({ status: 409, body: { code: 'documents-too-many' } });
    expect(await list()).toHaveLength(3);
  });

  it('are not taken while the scanner does not answer', async () => {
    clamd.behaviour = 'hang-up';
    const before = await files();
    expect(await send('plan.pdf', PDF)).toMatchObject({ status: 503, body: { code: 'scanner-unavailable' } });
    expect(await files()).toEqual(before);
  });

  it('leave nothing when two race for the last place', async () => {
    for (const name of ['one.txt', 'two.txt']) await send(name, 'a');
    const before = (await files()).length;
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => send(`${name}.txt`, name)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await files()).length).toBe(before + 1);
  });

  it('that were changed in the folder are never given to the end', async () => {
    const before = new Set(await files());
    const { body } = await send('plan.txt', 'a'.repeat(200_000));
    const [file] = (await files()).filter((path) => !before.has(path));
    await writeFile(file!, Buffer.from('changed'), { flag: 'r+', flush: true });
    const answer = await api.call<Document>(anna, 'GET', contentPath(body.id));
    expect([answer.status, answer.body.code]).toEqual([500, 'internal-error']);
    expect(answer.text).not.toContain(directory);
  });

  /** What a server says on the bare connection to the beginning of a request of which no more comes. */
  async function begin(head: string, content: string, path = 'documents?kind=other') {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    const authorization = `Bearer ${await api.tokenOf(anna)}`;
    socket.write(
      `POST /api/v1/cases/${id}/${path} HTTP/1.1\r\nhost: a\r\nauthorization: ${authorization}\r\n${head}\r\n\r\n${content}`,
    );
    return socket;
  }

  const SLOW =
    'content-type: application/octet-stream\r\ncontent-disposition: attachment; filename=a.txt\r\ncontent-length: 9';

  it('that come too slowly are given up, and nothing is left', async () => {
    const before = await files();
    const socket = await begin(SLOW, 'abc');
    const [said] = (await once(socket, 'data')) as [Buffer];
    expect(said.toString()).toMatch(/^HTTP\/1.1 408 request-too-slow/);
    await once(socket, 'close');
    await settled();
    expect(await files()).toEqual(before);
  });

  it('that JSON is waited for less long than a document', async () => {
    const socket = await begin('content-type: application/json\r\ncontent-length: 9', '{', 'commands');
    const begun = performance.now();
    await once(socket, 'data');
    expect(performance.now() - begun).toBeLessThan(600);
    socket.destroy();
  });

  it('that break off leave nothing', async () => {
    const before = await files();
    const socket = await begin(SLOW, 'abc');
    await clamd.connected();
    socket.destroy();
    await settled();
    expect(await files()).toEqual(before);
    expect(await list()).toEqual([]);
  });

  /** Once the scanner was left, which is the last thing before an upload that failed is forgotten. */
  async function settled(): Promise<void> {
    await clamd.allClosed();
  }
});

test('where no folder is configured, documents are refused and nobody is told of any', async () => {
  const database = await createTestDatabase();
  const configuration = configurationOf(loadWorkflows());
  const api = await RunningApi.start({
    databaseUrl: database.url,
    configuration,
    time: new TurnedTime(START),
  });
  const id = await new ApiStory(api).draft('access-application', FORM);
  const answer = await fetch(`${api.url}/api/v1/cases/${id}/documents?kind=other`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await api.tokenOf(anna)}`,
      'content-type': 'application/octet-stream',
    },
    body: 'x',
  });
  expect(answer.status).toBe(503);
  expect((await api.call<Page>(anna, 'GET', `/api/v1/cases/${id}/documents`)).body.items).toEqual([]);
  await api.close();
  await database.drop();
});
