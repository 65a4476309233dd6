import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient } from './api-client';
import { DemoRun } from './demo-run';
import { SignedIn } from './people';
import { WorkerWatch } from './worker-watch';

type Answers = Record<string, unknown>;

/** A server that gives fixed answers by method and path; a problem has a status of 400 or more. */
async function answering(answers: Answers): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const answer = answers[`${request.method} ${request.url?.replace('/api/v1', '')}`];
    const { status = 200 } = (answer ?? { status: 500 }) as { status?: number };
    response.writeHead(status).end(answer === undefined ? 'Not here.' : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

const release = { id: 'r1', name: 'release region-norr' };
const EVENTS = {
  items: [
    { number: 1, type: 'CREATED', actor: 'alva', record: {} },
    {
      number: 2,
      type: 'EXTRACTION_FAILED',
      actor: 'system:extraction',
      record: { code: 'source-lacks-table' },
    },
  ],
  cursor: null,
};

describe('the demonstration', () => {
  let close = (): void => undefined;
  afterEach(() => close());

  async function runOn(answers: Answers): Promise<DemoRun> {
    const server = await answering(answers);
    close = server.close;
    const people = new SignedIn(async ({ name }) => `token of ${name}`);
    return new DemoRun({ client: new ApiClient(server.url), people, told: () => undefined });
  }

  const caseIn = (...state: string[]): Answers => ({
    'GET /cases/r1': { id: 'r1', version: 3, state },
    'GET /cases/r1/events?limit=100': EVENTS,
  });

  it('goes on when the worker has brought the release where it should be', async () => {
    const run = await runOn(caseIn('access.delivered'));
    const watch = new WorkerWatch(run, 60);
    expect(await watch.until('lars', release, ['access.delivered'], 'delivers')).toBe('access.delivered');
    expect(run.steps).toMatchObject([{ who: null, what: 'delivers', stateAfter: ['access.delivered'] }]);
  });

  it('ends at once with the code of the step that failed', async () => {
    const watch = new WorkerWatch(await runOn(caseIn('extraction.failed')), 60);
    const waiting = watch.until('lars', release, ['access.delivered'], 'delivers');
    await expect(waiting).rejects.toMatchObject({
      code: 'demo-step-failed',
      reason: expect.stringContaining('source-lacks-table'),
    });
  });

  it('does not wait for ever for a worker, and says where the release stands', async () => {
    const watch = new WorkerWatch(await runOn(caseIn('extraction.running')), 0);
    const waiting = watch.until('lars', release, ['access.delivered'], 'delivers');
    await expect(waiting).rejects.toMatchObject({
      code: 'demo-worker-slow',
      reason: expect.stringContaining('extraction.running'),
    });
  });

  const act = { who: 'hanna', to: release, what: 'tries to decide', command: 'GRANT' } as const;

  it('ends when the server lets pass what it had to refuse', async () => {
    const run = await runOn({ ...caseIn('decision.assigned'), 'POST /cases/r1/commands': { state: [] } });
    await expect(run.isRefused(act, 'four-eyes')).rejects.toMatchObject({ code: 'demo-not-refused' });
  });

  it('ends when the server refuses for another reason, and repeats it', async () => {
    const problem = { status: 409, code: 'stale', title: 'Somebody was faster.' };
    const run = await runOn({ ...caseIn('decision.assigned'), 'POST /cases/r1/commands': problem });
    await expect(run.isRefused(act, 'four-eyes')).rejects.toMatchObject({
      code: 'demo-refused',
      reason: expect.stringContaining('Somebody was faster.'),
    });
  });

  it('says so when what answers is not Ledtid', async () => {
    const run = await runOn({});
    await expect(run.read('lars', 'r1')).rejects.toMatchObject({ code: 'server-not-ledtid' });
  });

  it('says so when nothing answers', async () => {
    const run = await runOn({});
    close();
    await expect(run.read('lars', 'r1')).rejects.toMatchObject({ code: 'server-unreachable' });
  });
});
