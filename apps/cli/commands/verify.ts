import type { KeyObject } from 'node:crypto';
import { type VerificationEvidence, verificationKeys, verifyExport, verifyLedger } from '@ledtid/cases';
import { TextFile } from '@ledtid/lead-time';
import { Unfit, asPublicKeys } from '@ledtid/platform';
import { InvalidArgumentError } from 'commander';
import type { Context } from '../context';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import { configuredEvidence } from '../ledger/ledger-settings';
import type { Answer } from '../output/answer';
import { verificationAnswer } from '../ledger/verification-answer';

interface Flags {
  readonly ledger?: string;
  readonly checkpoints?: string;
  readonly keys?: KeyObject[];
}

export const verifyCommand: CommandFile = (program, host) => {
  program
    .command('verify')
    .description('walk the ledger and the access ledger; exit 1 and the first broken row if one was touched')
    .option('--checkpoints <file>', 'a copy of exported checkpoints, kept elsewhere; it need not be whole')
    .option('--keys <file>', 'believe the public keys in this file and no others (PEM)', publicKeys)
    .option('--ledger <file>', 'an export of the ledger instead of the database, as it is or gzipped')
    .action(host.run((context, flags: Flags) => verify(context, flags)));
};

async function verify(context: Context, flags: Flags): Promise<Answer> {
  const { ledger, checkpoints } = flags;
  // Opened for the sake of its refusal: a copy that is not there would prove nothing, and agree with everything.
  if (checkpoints !== undefined) await TextFile.open(checkpoints);
  if (ledger !== undefined) {
    const file = await TextFile.open(ledger);
    return verificationAnswer(await verifyExport(file.text(), await evidence(context, flags)));
  }
  // Inside: an embedded database says where it is when it runs.
  return withDatabase(context, async (pool) =>
    verificationAnswer(await verifyLedger(pool, await evidence(context, flags))),
  );
}

async function evidence(context: Context, flags: Flags): Promise<VerificationEvidence> {
  const { ledger, checkpoints, keys } = flags;
  const configured = await configuredEvidence(context);
  const copy = checkpoints === undefined ? null : { path: checkpoints, whole: false };
  return {
    keys: keys === undefined ? configured.keys : verificationKeys(keys),
    // An export of a ledger may be of any database: what is configured here need not be of the same.
    exported: copy ?? (ledger === undefined ? configured.exported : null),
  };
}

function publicKeys(text: string): KeyObject[] {
  try {
    return asPublicKeys(text);
  } catch (error) {
    if (error instanceof Unfit) throw new InvalidArgumentError(`It ${error.message}.`);
    throw error;
  }
}
