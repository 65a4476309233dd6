import { verifyAccess, verifyLedger } from '@ledtid/cases';
import { withDatabase } from '../database';
import type { CommandFile } from '../host';
import { configuredEvidence } from '../ledger/ledger-settings';
import { verificationAnswer } from '../ledger/verification-answer';

export const verifyCommand: CommandFile = (program, host) => {
  program
    .command('verify')
    .description('walk the ledger and the access ledger; exit 1 and the first broken row if one was touched')
    .action(
      host.run((context) =>
        withDatabase(context, async (pool) =>
          // Inside: an embedded database says where it is when it runs.
          verificationAnswer(
            await verifyLedger(pool, await configuredEvidence(context)),
            await verifyAccess(pool),
          ),
        ),
      ),
    );
};
