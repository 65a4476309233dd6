import { DATASET_IDS, NOT_FEASIBLE } from './application-form';
import type { Story } from './story';

const GRANT = {
  datasets: DATASET_IDS.filter((id) => id !== NOT_FEASIBLE),
  ...{ extent: 'partial', permitDays: 730 },
};

/** Somebody who reviewed may not decide; somebody who reviewed nothing grants a part; the applicant accepts. */
export async function decision({ run, application: to }: Story): Promise<void> {
  await run.does({
    ...{ who: 'gunilla', to, command: 'CLAIM', payload: { stage: 'decision' } },
    what: 'claims the decision',
  });
  await run.isRefused(
    {
      ...{ who: 'hanna', to, command: 'GRANT', payload: GRANT },
      what: 'tries to decide what she has reviewed herself',
    },
    'four-eyes',
  );
  await run.does({
    ...{ who: 'gunilla', to, command: 'GRANT', payload: GRANT },
    what: `grants all but ${NOT_FEASIBLE}: a partial grant`,
  });
  await run.does({ who: 'alva', to, command: 'ACCEPT', what: 'accepts: the permit and two releases open' });
  await run.does({
    who: 'cecilia',
    to,
    command: 'RECORD_FEE_AGREEMENT',
    what: 'records that the fees are agreed',
  });
}
