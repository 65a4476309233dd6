import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { foldersOf } from '../connectors/source';
import { type Engine, withEngine } from '../engine/engine';
import { typedView } from '../engine/typed-view';
import { exists } from '../files';
import { type Manifest, readManifest } from '../extraction/manifest';
import { listsThatCount, loadOptOuts } from '../opt-outs';
import { type Refusal, refusal } from '../outcome';
import { makePrivateFolder } from '../release-area';
import { ReleaseFault } from '../release-fault';
import type { StepContext } from '../release-job';
import { checkSelection } from '../selection/check-selection';
import { describe } from '../selection/compile-condition';
import { outputVariables } from '../selection/compile-selection';
import { partOf } from '../selection/selection';
import { columnFindings, packageReader } from './column-findings';
import { packageFindings } from './package-findings';
import type { ReceptionInput } from './reception-input';
import { rowFindings } from './row-findings';

/** `accepted` when there are no findings; else the package goes back to the holder with them. */
export interface ReceptionReport {
  accepted: boolean;
  findings: Refusal[];
  /** Rules that the delivered rows alone cannot show: `population:DATASET`, `rows:DATASET`. */
  unchecked: string[];
}

/**
 * Checks a package in `received/RELEASE/ATTEMPT`, extracted or uploaded by hand: intact, as described, not
 * beyond the permit. It only reads, so it may run again at any time. Finding codes: `manifest-unreadable`,
 * `package-of-another-release`, `dataset-missing`, `dataset-not-permitted`, `dataset-twice`, `file-missing`,
 * `checksum-differs`, `file-not-described`, `variable-missing`, `variable-not-permitted`,
 * `variable-of-other-type`, `manifest-differs`, `values-not-as-described`, `person-identifier-malformed`,
 * `row-count-differs`, `rows-outside-population`, `rows-not-permitted`, `rows-of-opted-out`. Fault: `package-not-received`.
 */
export async function checkReception(input: ReceptionInput, context: StepContext): Promise<ReceptionReport> {
  const checked = checkSelection(input.selection, input.descriptions);
  if (!checked.done) return report(checked.refusals);
  const folder = context.area.received(input.release, input.attempt);
  if (!(await exists(folder))) return alreadyDelivered(input, context);
  const manifest = await readManifest(folder);
  if (!manifest)
    return report([
      refusal(
        'manifest-unreadable',
        'The package has no manifest that can be read.',
        'Send the package again, with manifest.json.',
      ),
    ]);
  const findings = await packageFindings(folder, manifest, input);
  context.progress?.({ step: 'reception', part: 'intact', done: 1, of: 3 });
  // Files that are not what was sent are not opened.
  return findings.length > 0 ? report(findings) : checkContents(folder, manifest, input, context);
}

/** What was delivered had been accepted; its package is wiped, and the check repeated late says the same. */
async function alreadyDelivered(
  { release, attempt }: ReceptionInput,
  { area }: StepContext,
): Promise<ReceptionReport> {
  if (await exists(area.delivered(release, attempt))) return report([]);
  throw new ReleaseFault(
    'package-not-received',
    'There is no received package for this attempt.',
    'Run the extraction first, or let the holder upload it.',
  );
}

async function checkContents(
  folder: string,
  manifest: Manifest,
  input: ReceptionInput,
  context: StepContext,
): Promise<ReceptionReport> {
  await makePrivateFolder(context.area.work(input.release));
  const scratch = await mkdtemp(join(context.area.work(input.release), 'reception-'));
  const folders = [folder, ...foldersOf(input.optOuts.map((list) => list.source))];
  try {
    return await withEngine({ ...context.engine, scratch, folders }, async (engine) => {
      const described = await describedFindings(engine, folder, manifest, input);
      context.progress?.({ step: 'reception', part: 'as-described', done: 2, of: 3 });
      if (described.length > 0) return report(described);
      await loadOptOuts(
        engine,
        listsThatCount(input.optOuts, input.selection),
        input.permitIssuedAt,
        scratch,
      );
      const rows = await rowFindings(engine, input, context, scratch);
      context.progress?.({ step: 'reception', part: 'not-beyond-the-permit', done: 3, of: 3 });
      return report(rows.findings, rows.unchecked);
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Columns first; rows are read only of files whose columns are as they should be. */
async function describedFindings(
  engine: Engine,
  folder: string,
  manifest: Manifest,
  input: ReceptionInput,
): Promise<Refusal[]> {
  const findings: Refusal[] = [];
  for (const selected of partOf(input.selection, input.holder)) {
    const delivered = manifest.datasets.find((dataset) => dataset.dataset === selected.dataset);
    if (!delivered) continue;
    const description = describe(selected.dataset, input.descriptions);
    const reader = packageReader(folder, delivered);
    const columns = await columnFindings(engine, reader, delivered, selected, description);
    findings.push(...columns);
    if (columns.length > 0) continue;
    const names = outputVariables(selected, description).map(({ name }) => name);
    findings.push(...(await typedView(engine, reader, names, description)));
    const rows = await engine.count('count the rows received', `SELECT 1 FROM ${reader}`);
    if (rows !== delivered.rows)
      findings.push(
        refusal(
          'row-count-differs',
          `${selected.dataset} has ${rows} rows; the manifest says ${delivered.rows}.`,
          'Send the package again, whole.',
          { dataset: selected.dataset, count: rows },
        ),
      );
  }
  return findings;
}

function report(findings: Refusal[], unchecked: string[] = []): ReceptionReport {
  return { accepted: findings.length === 0, findings, unchecked };
}
