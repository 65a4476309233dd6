import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { exampleStep } from '../../test/support/example-step';
import { configurationOf, person } from '../../test/support/memory-family';
import { WorkerRig } from '../../test/support/worker-rig';

const ROOT = resolve(__dirname, '../..');
const LOCKS = { concurrency: 1, lockSeconds: 1, stalledCheckSeconds: 1, maximumStalls: 3, perSecond: null };
const RETRIES = { attempts: 3, backoff: { type: 'exponential', delay: 5 } } as const;

describe('a worker that is killed with -9 in the middle of a step', () => {
  let rig: WorkerRig;
  beforeEach(async () => {
    rig = await WorkerRig.open(configurationOf([exampleStep]));
  });
  afterEach(() => rig.close());

  it('leaves the step to another, which finishes it once', async () => {
    const anna = person('anna', 'applicant');
    const id = await rig.draft('example-step', {}, anna);
    await rig.must(id, 'SUBMIT', anna);
    await takeAndKill();

    const attempts: number[] = [];
    const run = async () => {
      attempts.push(attempts.length + 1);
      return { type: 'CRUNCHED', payload: {} };
    };
    const processor = { failure: 'CRUNCH_FAILED', about: () => ({}), run };
    rig.worker({ executed: { crunch: { processor, settings: { ...LOCKS, retries: RETRIES } } } }).start();
    await rig.untilTaken('CRUNCHED');
    expect(attempts).toEqual([1]);
    const events = await rig.rows<{ type: string }>('SELECT type FROM ledger ORDER BY number');
    expect(events.map(({ type }) => type)).toEqual(['CREATED', 'SUBMIT', 'CRUNCHED']);
  });

  /** A worker in a process of its own takes the step; then the process is gone. */
  async function takeAndKill(): Promise<void> {
    const { url } = rig.database;
    const { redisPrefix, redisUrl } = rig.store;
    const files = ['scripts/register-typescript.cjs', 'test/support/killed-worker.fixture.ts'];
    const [register, fixture] = files.map((file) => resolve(ROOT, file));
    const command = [
      '-r',
      register!,
      fixture!,
      url,
      redisPrefix,
      ...(redisUrl === undefined ? [] : [redisUrl]),
    ];
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
