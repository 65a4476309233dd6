import { join } from 'node:path';
import Ajv from 'ajv';
import type { Instant } from '@ledtid/time';
import { readJson, writeWhole } from '../files';
import { done, type Outcome, refusal, refused } from '../outcome';
import { verifyBag } from './bag';
import type { DeliveryResult } from './delivery';

/** The environment's word that it has the package, whole. Lies beside it as `PACKAGE.receipt.json`. */
export interface Receipt {
  format: 'ledtid-receipt/1';
  package: string;
  manifestSha256: string;
  receivedAt: Instant;
  /** Name of the environment; no person's. */
  receivedBy: string;
}

const text = { type: 'string', minLength: 1, maxLength: 200 };
const properties = {
  format: { const: 'ledtid-receipt/1' },
  package: text,
  manifestSha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  receivedAt: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' },
  receivedBy: text,
};
const conforms = new Ajv().compile<Receipt>({
  type: 'object',
  additionalProperties: false,
  required: Object.keys(properties),
  properties,
});

/** The environment's side: checks the package's checksums and writes the receipt. */
export async function issueReceipt(
  target: string,
  packageName: string,
  receivedBy: string,
  receivedAt: Instant,
): Promise<Outcome<Receipt>> {
  const bag = await verifyBag(join(target, packageName));
  if (!bag.done) return bag;
  const receipt: Receipt = {
    format: 'ledtid-receipt/1',
    package: packageName,
    manifestSha256: bag.value.manifestSha256,
    receivedAt,
    receivedBy,
  };
  await writeWhole(receiptPath(target, packageName), `${JSON.stringify(receipt, null, 2)}\n`);
  return done(receipt);
}

/** The body's side. Refusals: `receipt-malformed`, `receipt-of-another-package`. `undefined`: none yet. */
export async function readReceipt(
  target: string,
  delivered: DeliveryResult,
): Promise<Outcome<Receipt> | undefined> {
  const candidate = await readJson<unknown>(receiptPath(target, delivered.package));
  return candidate === undefined ? undefined : checkReceipt(candidate, delivered);
}

export function checkReceipt(candidate: unknown, delivered: DeliveryResult): Outcome<Receipt> {
  if (!conforms(candidate)) {
    return refused(
      refusal(
        'receipt-malformed',
        'The receipt does not have the form of a receipt.',
        'Let the environment write it anew.',
      ),
    );
  }
  if (candidate.package === delivered.package && candidate.manifestSha256 === delivered.manifestSha256)
    return done(candidate);
  return refused(
    refusal(
      'receipt-of-another-package',
      'The receipt is not for what was delivered.',
      'Let the environment check the package and write it anew.',
    ),
  );
}

function receiptPath(target: string, packageName: string): string {
  return join(target, `${packageName}.receipt.json`);
}
