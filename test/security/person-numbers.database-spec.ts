import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSamples } from '@ledtid/workflows';
import { main } from '../../apps/cli';
import { Canaries } from '../support/canaries';
import { type DemonstrationServer, startDemonstration } from '../support/demonstration-server';
import { scanDatabase, scanText, scanTree } from '../support/scan-for-identifiers';

/** Nobody’s: birth numbers 980 to 999 are given to no one. */
const NUMBER = '194503219805';
const WRITTEN = '19450321-9805';
const NAME = 'Kanarina Kvistberg';
const PLANTED = `${NAME}, ${WRITTEN}`;

/**
 * What comes from sources and goes into packages: `test/end-to-end/demo.database-spec.ts`; uploads and traces are not built.
 * Where identities may lie: what applicants and officers wrote, and nowhere else.
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
];

describe('identities planted in forms, payloads and requests that go wrong', () => {
  const canaries = new Canaries([NUMBER, NAME]);
  let server: DemonstrationServer;
  let id: string;
  let keys = 0;

  beforeAll(async () => {
    server = await startDemonstration();
    const { form } = loadSamples('access-application');
    const planted = { ...form, summary: PLANTED, responsiblePerson: PLANTED, additionalInformation: PLANTED };
    const created = await call('applicant', 'POST', '/cases', {
      workflow: 'access-application',
      form: planted,
    });
    id = (JSON.parse(created.text) as { id: string }).id;
    await taken('applicant', 'SUBMIT', {});
    await taken('case_officer', 'CLAIM', { stage: 'prequalification', note: PLANTED });
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
});
