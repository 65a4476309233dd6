import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkReception,
  deliver,
  type DeliveryResult,
  extract,
  type ExtractionInput,
  FolderKeyStore,
  openPackage,
  type Outcome,
  PermitKeys,
  pseudonymise,
  type PseudonymisationResult,
  ReleaseArea,
  type StepContext,
} from '@ledtid/release';
import { generateIdentity, identityToRecipient } from 'age-encryption';

/** A body and an environment in a temporary folder, for tests of releases. */
export interface ReleaseBody {
  root: string;
  area: ReleaseArea;
  /** The environment's folder and keys. */
  target: string;
  identity: string;
  recipient: string;
  context: StepContext;
  /** Everything that the steps told, as a log would keep it. */
  told: string[];
  remove(): Promise<void>;
}

/** A new body, or the one in `before` again, as another process finds it. */
export async function releaseBody(before?: Pick<ReleaseBody, 'root' | 'identity'>): Promise<ReleaseBody> {
  const root = before?.root ?? (await mkdtemp(join(tmpdir(), 'ledtid-release-')));
  const area = new ReleaseArea(join(root, 'area'));
  const identity = before?.identity ?? (await generateIdentity());
  const told: string[] = [];
  const keys = new PermitKeys(new FolderKeyStore(join(root, 'keys')), {
    current: 'test',
    keys: { test: Buffer.alloc(32, 7) },
  });
  return {
    root,
    area,
    target: join(root, 'environment'),
    identity,
    recipient: await identityToRecipient(identity),
    context: { area, keys, progress: (update) => told.push(JSON.stringify(update)) },
    told,
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

export interface Released {
  pseudonymised: PseudonymisationResult;
  delivered: DeliveryResult;
  /** Folder of the package as the environment opened it. */
  opened: string;
}

/** A release from extraction to the opened package; every step must succeed, and findings are released. */
export async function runRelease(body: ReleaseBody, input: ExtractionInput): Promise<Released> {
  value(await extract(input, body.context));
  const reception = await checkReception(input, body.context);
  if (!reception.accepted) throw new Error(JSON.stringify(reception.findings));
  const pseudonymised = value(await pseudonymise(input, body.context));
  const delivered = value(await deliver(deliveryOf(body, input, pseudonymised), body.context));
  const opened = join(body.root, 'opened', delivered.package);
  value(await openPackage(join(body.target, delivered.package), body.identity, opened));
  return { pseudonymised, delivered, opened };
}

export function deliveryOf(
  body: ReleaseBody,
  input: ExtractionInput,
  pseudonymised: PseudonymisationResult,
): Parameters<typeof deliver>[0] {
  return {
    ...input,
    target: body.target,
    recipient: body.recipient,
    releasedFindings: pseudonymised.findings.map((finding) => finding.id),
    title: 'A test release',
    packagedAt: '2026-11-22T09:00:00.000Z',
  };
}

export function value<T>(outcome: Outcome<T>): T {
  if (outcome.done) return outcome.value;
  throw new Error(JSON.stringify(outcome.refusals));
}
