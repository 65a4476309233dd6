import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import type { Instant } from '@ledtid/time';
import { exists, readJson, writeWhole } from '../files';
import { done, type Outcome, type Refusal, refusal, refused } from '../outcome';
import { preparedDigest, type PseudonymisationResult } from '../pseudonymisation/pseudonymisation';
import { makePrivateFolder } from '../release-area';
import { ReleaseFault } from '../release-fault';
import type { ReleaseJob, StepContext } from '../release-job';
import { type DeliveryRecord, readMark } from '../step';
import { isRecipient } from './age-file';
import { verifyBag } from './bag';
import { seal } from './seal';

export interface DeliveryInput extends Pick<ReleaseJob, 'release' | 'attempt' | 'holder' | 'selection'> {
  /** Absolute path of the environment's folder for packages. */
  target: string;
  /** The environment's age public key (`age1…`). */
  recipient: string;
  /** Ids of the disclosure findings that a person has released. */
  releasedFindings: string[];
  /** For people: what the package is. No person's name. */
  title: string;
  /** For the package's metadata. */
  packagedAt: Instant;
}

export interface DeliveryResult {
  /** Name of the package's folder in the target. */
  package: string;
  /** Digest of the package's checksums; the receipt must repeat it. */
  manifestSha256: string;
  files: string[];
  rows: Record<string, number>;
}

/**
 * Seals the prepared package into the environment's folder and wipes the release's working folders. What
 * stays is a record without rows or identifiers, by which a repeated run answers the same. Refusals:
 * `findings-not-released`, `recipient-invalid`, `package-damaged`, `package-incomplete`. Faults: `package-not-prepared`,
 * `target-misconfigured`.
 */
export async function deliver(input: DeliveryInput, context: StepContext): Promise<Outcome<DeliveryResult>> {
  const recordPath = context.area.delivered(input.release, input.attempt);
  const before = await readJson<DeliveryRecord<DeliveryResult>>(recordPath);
  const outcome = before ? done(before.delivered) : await deliverFirst(input, context);
  if (!outcome.done) return outcome;
  if (!before)
    await writeWhole(recordPath, `${JSON.stringify(await recordOf(outcome.value, input, context))}\n`);
  // Only after the record is safe: a run killed in here wipes the rest when it is repeated.
  await context.area.wipeRelease(input.release);
  context.progress?.({ step: 'delivery', part: 'wiped', done: 2, of: 2 });
  return outcome;
}

async function recordOf(
  delivered: DeliveryResult,
  { release, attempt }: DeliveryInput,
  { area }: StepContext,
): Promise<DeliveryRecord<DeliveryResult>> {
  const extraction = await readMark(area.received(release, attempt));
  const pseudonymisation = await readMark(area.prepared(release, attempt));
  return {
    delivered,
    marks: { ...(extraction && { extraction }), ...(pseudonymisation && { pseudonymisation }) },
  };
}

async function deliverFirst(input: DeliveryInput, context: StepContext): Promise<Outcome<DeliveryResult>> {
  if (!isAbsolute(input.target))
    throw new ReleaseFault(
      'target-misconfigured',
      'The environment’s folder is not an absolute path.',
      'Configure the whole path.',
    );
  const prepared = await preparedResult(input, context);
  const refusals = hindrances(input, prepared);
  if (refusals.length > 0) return refused(...refusals);
  const name = `${input.release}-${input.attempt}`;
  const folder = join(input.target, name);
  if (!(await exists(folder))) await sealPackage(input, context, prepared, name);
  context.progress?.({ step: 'delivery', part: 'sealed', done: 1, of: 2 });
  const bag = await verifyBag(folder);
  if (!bag.done) return bag;
  const rows = Object.fromEntries(prepared.datasets.map((dataset) => [dataset.dataset, dataset.rows]));
  return done({ package: name, manifestSha256: bag.value.manifestSha256, files: bag.value.files, rows });
}

async function sealPackage(
  input: DeliveryInput,
  context: StepContext,
  prepared: PseudonymisationResult,
  name: string,
): Promise<void> {
  await makePrivateFolder(context.area.work(input.release));
  const scratch = await mkdtemp(join(context.area.work(input.release), 'delivery-'));
  try {
    await seal({
      prepared: context.area.prepared(input.release, input.attempt),
      scratch,
      target: input.target,
      name,
      recipient: input.recipient,
      crate: {
        title: input.title,
        release: input.release,
        permit: input.selection.permit,
        holder: input.holder,
        packagedAt: input.packagedAt,
        datasets: prepared.datasets,
      },
    });
    // The working folders are private; the environment's account must be able to enter its own.
    await chmod(join(input.target, name), 0o755);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function preparedResult(input: DeliveryInput, context: StepContext): Promise<PseudonymisationResult> {
  const mark = await readMark<PseudonymisationResult>(context.area.prepared(input.release, input.attempt));
  if (mark?.inputDigest === preparedDigest(input)) return mark.result;
  throw new ReleaseFault(
    'package-not-prepared',
    'There is no pseudonymised package for this attempt.',
    'Run the pseudonymisation first.',
  );
}

function hindrances(input: DeliveryInput, prepared: PseudonymisationResult): Refusal[] {
  const open = prepared.findings.filter((finding) => !input.releasedFindings.includes(finding.id)).length;
  return [
    ...(open > 0
      ? [
          refusal(
            'findings-not-released',
            `${open} disclosure findings are not released.`,
            'Let a data engineer decide on them, or send the permit back.',
            { count: open },
          ),
        ]
      : []),
    ...(isRecipient(input.recipient)
      ? []
      : [
          refusal(
            'recipient-invalid',
            'The environment’s public key is not an age key.',
            'Configure the key that the environment gave (age1…).',
          ),
        ]),
  ];
}
