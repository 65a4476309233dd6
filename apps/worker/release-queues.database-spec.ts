import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Actor, type InstanceRow, isRefusal } from '@ledtid/cases';
import {
  DEMONSTRATION_DESCRIPTIONS,
  demonstrationSelection,
  issueReceipt,
  openPackage,
} from '@ledtid/release';
import { loadSamples, loadWorkflows } from '@ledtid/workflows';
import { Canaries } from '../../test/support/canaries';
import { type DemonstrationBody, demonstrationBody } from '../../test/support/demonstration-release';
import { configurationOf, person } from '../../test/support/memory-family';
import { parquetRows } from '../../test/support/parquet-rows';
import { scanDatabase, scanTree } from '../../test/support/scan-for-identifiers';
import { WorkerRig } from '../../test/support/worker-rig';
import { executedQueues } from './executed-queues';
import { ReleaseRoom } from './release/release-room';
import type { ReleaseSettings } from './release/release-settings';
import { tidyArea } from './release/tidy-area';
import type { Worker } from './worker';

const ONE = 'region-norr';
const TWO = 'registry-hjarta';
const anna = person('anna', 'applicant');
const olle = person('olle', 'case_officer');
const lisa = person('lisa', 'legal_reviewer');
const dan = person('dan', 'technical_reviewer');
const gunilla = person('gunilla', 'decision_maker');
const lars = person('lars', 'data_engineer');
const karin = person('karin', 'environment_operator');
const holderOf = (holder: string): Actor => ({
  ...person(`of-${holder}`, 'data_holder'),
  organisations: [holder],
});

const SELECTED = demonstrationSelection('as-applied-for');
const DATASETS = SELECTED.datasets.map(({ dataset }) => dataset);

/** The demonstration's selection, as an applicant writes it: the first holder by Union law, the second by national. */
function form(): Record<string, unknown> {
  const datasets = SELECTED.datasets.map((one) => ({ ...one, track: one.holder === TWO ? 'osl' : 'ehds' }));
  return { ...loadSamples('access-application').form, datasets };
}

describe('a permit released by the worker', () => {
  let rig: WorkerRig;
  let body: DemonstrationBody;
  let worker: Worker;
  let room: ReleaseRoom;
  const damaged: string[] = [];

  beforeAll(async () => {
    rig = await WorkerRig.open(configurationOf(loadWorkflows()));
    body = await demonstrationBody();
    room = new ReleaseRoom(settings());
    const { pool } = rig.database;
    const executed = executedQueues(room, pool, rig.time);
    worker = rig.worker({ executed, everySweep: [() => tidyArea(pool, room.area)] });
    worker.start();
  });
  afterAll(async () => {
    await rig.close();
    await body.remove();
  });

  function settings(): ReleaseSettings {
    const folder = (name: string) => ({ kind: 'csv-folder' as const, folder: join(body.root, name) });
    const optOuts = {
      source: folder('opt-outs'),
      table: 'opt-outs',
      identifierFormat: 'personnummer' as const,
    };
    return {
      area: body.area.root,
      keys: {
        folder: join(body.root, 'keys'),
        keyEncryptionKeys: { current: 'a', keys: { a: Buffer.alloc(32, 1) } },
      },
      environment: { folder: body.target, recipient: body.recipient },
      holders: { [ONE]: { source: folder('one') }, [TWO]: { source: folder('two') } },
      optOuts: [{ kind: 'article-71', ...optOuts }],
      datasets: DEMONSTRATION_DESCRIPTIONS,
      ...(SELECTED.disclosure && { disclosure: SELECTED.disclosure }),
      transport: async (package_, { holder, attempt }) => {
        if (holder !== TWO || attempt !== 1) return;
        damaged.push(package_);
        await appendFile(join(package_, 'data/heart-events.parquet'), 'x');
      },
    };
  }

  async function childOf(
    root: string,
    workflow: string,
    holder: string,
  ): Promise<Pick<InstanceRow, 'id' | 'leaves'>> {
    const [row] = await rig.rows<InstanceRow>(
      'SELECT id, leaves FROM instance WHERE root_id = $1 AND workflow = $2 AND holder = $3',
      [root, workflow, holder],
    );
    return row!;
  }

  async function granted(): Promise<string> {
    const id = await rig.draft('access-application', form(), anna);
    await rig.must(id, 'RECORD_ETHICS', anna, {
      ...{ authority: 'EPM', registrationNumber: '2025-01234-01', kind: 'original', decidedOn: '2026-01-15' },
      ...{ outcome: 'approved', datasets: DATASETS },
    });
    await rig.must(id, 'SUBMIT', anna);
    await rig.must(id, 'CLAIM', olle, { stage: 'prequalification' });
    await rig.must(id, 'FINISH_PREQUALIFICATION', olle);
    await rig.must(id, 'CLAIM', lisa, { stage: 'legal-review' });
    const datasets = DATASETS.map((dataset) => ({ dataset, recommended: true, ethics: 'covered' }));
    await rig.must(id, 'FINISH_LEGAL_REVIEW', lisa, { datasets });
    await rig.must(id, 'CLAIM', dan, { stage: 'technical-feasibility' });
    await rig.must(id, 'ASK_HOLDERS', dan, { question: 'Have you these variables?' });
    for (const holder of [ONE, TWO]) {
      const inquiry = await childOf(id, 'feasibility-inquiry', holder);
      const feasible = SELECTED.datasets.filter((one) => one.holder === holder).map(({ dataset }) => dataset);
      await rig.must(inquiry.id, 'ANSWER_INQUIRY', holderOf(holder), { feasible });
    }
    await rig.must(id, 'FINISH_TECHNICAL_REVIEW', dan, { feasible: DATASETS });
    await rig.must(id, 'CLAIM', gunilla, { stage: 'decision' });
    await rig.must(id, 'GRANT', gunilla, { datasets: DATASETS, extent: 'full', permitDays: 365 });
    await rig.must(id, 'ACCEPT', anna);
    return id;
  }

  async function extract(release: string, holder: string): Promise<void> {
    await rig.must(release, 'CLAIM', holderOf(holder), { stage: 'extraction' });
    await rig.must(release, 'EXTRACT', holderOf(holder));
  }

  /** Once the worker has told this release of an event. */
  function told(release: string, type: string) {
    return rig.until(
      ({ command, answer }) => command.instanceId === release && command.type === type && !isRefusal(answer),
    );
  }

  async function deliverFindings(release: string): Promise<void> {
    const { leaves } = (
      await rig.rows<InstanceRow>('SELECT leaves FROM instance WHERE id = $1', [release])
    )[0]!;
    if (leaves[0] === 'pseudonymisation.findings') {
      await rig.must(release, 'CLAIM', lars, { stage: 'pseudonymisation' });
      await rig.must(release, 'RELEASE_FINDINGS', lars, { reason: 'The cells are not sensitive.' });
    }
    await told(release, 'DELIVERED');
  }

  async function opened(release: string, attempt: number): Promise<string> {
    const name = `${release}-${attempt}`;
    await issueReceipt(body.target, name, 'environment', rig.time.now());
    const into = join(body.root, 'opened', name);
    const outcome = await openPackage(join(body.target, name), body.identity, into);
    if (!outcome.done) throw new Error(JSON.stringify(outcome.refusals));
    return into;
  }

  it('goes from both holders to the environment, one package returned, with no identifier left', async () => {
    const id = await granted();
    const one = await childOf(id, 'release', ONE);
    const two = await childOf(id, 'release', TWO);
    await rig.must(two.id, 'RELEASE_DECIDED', holderOf(TWO), { outcome: 'release' });
    expect((await childOf(id, 'release', TWO)).leaves).toEqual(['extraction.awaiting-release']);

    await extract(one.id, ONE);
    await told(one.id, 'PSEUDONYMISED');
    await deliverFindings(one.id);

    await extract(two.id, TWO);
    const deviating = await told(two.id, 'RECEIVED_DEVIATING');
    expect(deviating.command.payload).toEqual({ code: 'checksum-differs', attempt: 1 });
    await rig.must(two.id, 'CLAIM', lars, { stage: 'reception' });
    await rig.must(two.id, 'RETURN_TO_HOLDER', lars, { code: 'not-intact', reason: 'The file was damaged.' });
    await extract(two.id, TWO);
    await told(two.id, 'PSEUDONYMISED');
    await deliverFindings(two.id);
    expect(damaged).toHaveLength(1);

    await worker.sweeper.sweep();
    expect(await leftInArea()).toEqual([]);
    for (const release of [one.id, two.id]) {
      await rig.must(release, 'CONFIRM_RECEIPT', karin);
      await rig.must(release, 'CLAIM', karin, { stage: 'access' });
      await rig.must(release, 'OPEN_ACCESS', karin);
    }
    const [ended] = await rig.rows('SELECT outcome, leaves FROM instance WHERE id = $1', [id]);
    expect(ended).toEqual({ outcome: 'access', leaves: [] });

    const patients = await parquetRows(join(await opened(one.id, 1), 'data/patients.parquet'));
    const events = await parquetRows(join(await opened(two.id, 2), 'data/heart-events.parquet'));
    const pseudonyms = new Set(patients.map((row) => row.personnummer));
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((row) => !pseudonyms.has(row.person as string))).toEqual([]);

    const canaries = new Canaries(body.rows.patients.slice(1).map((row) => row[0]!));
    expect(await scanDatabase(rig.database.url, canaries)).toEqual([]);
    expect(await scanTree(room.area.root, canaries)).toEqual([]);
    expect(await scanTree(body.target, canaries)).toEqual([]);
  }, 60_000);

  /** What still lies in the folders that may hold rows or persons. */
  async function leftInArea(): Promise<string[]> {
    const kinds = ['work', 'received', 'prepared', 'populations'];
    const names = await Promise.all(kinds.map((kind) => readdir(join(room.area.root, kind))));
    return names.flat();
  }
});
