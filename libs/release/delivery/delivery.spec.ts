import { appendFile, cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateIdentity } from 'age-encryption';
import { type DemonstrationBody, demonstrationBody } from '../../../test/support/demonstration-release';
import { deliveryOf, runRelease, value } from '../../../test/support/release-body';
import { extract } from '../extraction/extraction';
import type { ExtractionInput } from '../extraction/extraction-input';
import { pseudonymise, type PseudonymisationResult } from '../pseudonymisation/pseudonymisation';
import { deliver, type DeliveryInput, type DeliveryResult } from './delivery';
import { openPackage } from './open-package';
import { checkReceipt, issueReceipt, readReceipt } from './receipt';

// Each test runs whole steps on files, on a machine that may be busy with other tests.
jest.setTimeout(30_000);

describe('delivering a release', () => {
  let body: DemonstrationBody;
  let input: ExtractionInput;
  let delivery: DeliveryInput;
  let pseudonymised: PseudonymisationResult;
  beforeAll(async () => (body = await demonstrationBody(150)));
  afterAll(() => body.remove());
  beforeEach(async () => {
    input = body.input('permit-a', 'one');
    value(await extract(input, body.context));
    pseudonymised = value(await pseudonymise(input, body.context));
    delivery = deliveryOf(body, input, pseudonymised);
  });
  afterEach(async () => {
    await body.area.wipeRelease(input.release);
    await rm(body.target, { recursive: true, force: true });
    await rm(body.area.delivered(input.release, 1), { force: true });
  });

  it('waits until a person has released every finding', async () => {
    expect(pseudonymised.findings.map((finding) => finding.code)).toContain('small-cells');
    const outcome = await deliver({ ...delivery, releasedFindings: ['another'] }, body.context);
    expect(outcome).toMatchObject({
      done: false,
      refusals: [{ code: 'findings-not-released', details: { count: pseudonymised.findings.length } }],
    });
    expect(await stat(body.area.prepared(input.release, 1)).then(() => 'still there')).toBe('still there');
  });

  it('is refused without a proper key of the environment, and leaves nothing in its folder', async () => {
    const outcome = await deliver({ ...delivery, recipient: 'age1nonsense' }, body.context);
    expect(outcome).toMatchObject({ done: false, refusals: [{ code: 'recipient-invalid' }] });
    await expect(readdir(body.target)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is a fault before there is a prepared package for this very selection', async () => {
    const changed = structuredClone(delivery);
    changed.selection.datasets[0]!.variables.pop();
    await expect(deliver(changed, body.context)).rejects.toMatchObject({ code: 'package-not-prepared' });
  });

  it('answers a repetition of any step with its first result, and brings no identifier back', async () => {
    const first = value(await deliver(delivery, body.context));
    expect(
      value(await deliver({ ...delivery, packagedAt: '2027-01-01T00:00:00.000Z' }, body.context)),
    ).toEqual(first);
    expect(value(await pseudonymise(input, body.context))).toEqual(pseudonymised);
    expect(value(await extract(input, body.context)).manifest.release).toBe(input.release);
    await expect(stat(body.area.received(input.release, 1))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('describes the opened package as an RO-Crate with checksums and variables', async () => {
    const { opened } = await runRelease(body, input);
    const crate = JSON.parse(await readFile(join(opened, 'ro-crate-metadata.json'), 'utf8')) as {
      '@graph': Record<string, unknown>[];
    };
    const entity = (id: string): Record<string, unknown> =>
      crate['@graph'].find((candidate) => candidate['@id'] === id)!;
    expect(entity('ro-crate-metadata.json')).toMatchObject({
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    });
    expect(entity('./')).toMatchObject({
      '@type': 'Dataset',
      datePublished: '2026-11-22T09:00:00.000Z',
      identifier: input.release,
    });
    const [patients] = pseudonymised.datasets;
    expect(entity('data/patients.parquet')).toMatchObject({
      sha256: patients!.sha256,
      contentSize: String(patients!.bytes),
    });
    expect(entity('#patients/age')).toMatchObject({ name: 'age', description: 'text' });
  });

  it('can be opened by the environment alone, and only whole', async () => {
    const { package: name } = value(await deliver(delivery, body.context));
    const folder = join(body.target, name);
    await expect(
      openPackage(folder, await generateIdentity(), join(body.root, 'stolen')),
    ).rejects.toMatchObject({ code: 'not-decrypted' });
    const copy = async (change: (folder: string) => Promise<void>): Promise<unknown> => {
      await rm(join(body.root, 'copy'), { recursive: true, force: true });
      await cp(folder, join(body.root, 'copy'), { recursive: true });
      await change(join(body.root, 'copy'));
      const outcome = await openPackage(
        join(body.root, 'copy'),
        body.identity,
        join(body.root, 'opened-copy'),
      );
      return outcome.done ? 'opened' : outcome.refusals[0]!.code;
    };
    expect(await copy(async () => undefined)).toBe('opened');
    expect(await copy((place) => appendFile(join(place, 'data/patients.parquet.age'), 'x'))).toBe(
      'package-damaged',
    );
    expect(await copy((place) => appendFile(join(place, 'manifest-sha256.txt'), ''.padEnd(66, '0')))).toBe(
      'package-damaged',
    );
    expect(await copy((place) => rm(join(place, 'data/laboratory.parquet.age')))).toBe('package-incomplete');
    expect(await copy((place) => writeFile(join(place, 'data/more.age'), ''))).toBe('package-incomplete');
  });

  describe('and its receipt', () => {
    let delivered: DeliveryResult;
    beforeEach(async () => (delivered = value(await deliver(delivery, body.context))));

    it('is read once the environment has written it', async () => {
      expect(await readReceipt(body.target, delivered)).toBeUndefined();
      const receipt = value(
        await issueReceipt(body.target, delivered.package, 'secure-environment', '2026-11-22T10:00:00.000Z'),
      );
      expect(await readReceipt(body.target, delivered)).toEqual({ done: true, value: receipt });
    });

    it('is not given for a package that was changed on the way', async () => {
      await appendFile(join(body.target, delivered.package, 'data/patients.parquet.age'), 'x');
      const outcome = await issueReceipt(
        body.target,
        delivered.package,
        'secure-environment',
        '2026-11-22T10:00:00.000Z',
      );
      expect(outcome).toMatchObject({ done: false, refusals: [{ code: 'package-damaged' }] });
    });

    it.each([
      ['receipt-malformed', {}],
      ['receipt-malformed', { receivedAt: 'today' }],
      ['receipt-of-another-package', { package: 'other-1' }],
      ['receipt-of-another-package', { manifestSha256: 'a'.repeat(64) }],
    ])('is refused with %s', (code, change) => {
      const good = {
        format: 'ledtid-receipt/1',
        package: delivered.package,
        manifestSha256: delivered.manifestSha256,
        receivedAt: '2026-11-22T10:00:00.000Z',
        receivedBy: 'secure-environment',
      };
      const candidate = Object.keys(change).length === 0 ? {} : { ...good, ...change };
      expect(checkReceipt(good, delivered).done).toBe(true);
      expect(checkReceipt(candidate, delivered)).toMatchObject({ done: false, refusals: [{ code }] });
    });
  });
});
