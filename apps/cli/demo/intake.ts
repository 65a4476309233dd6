import { addDays, civilDateOf } from '@ledtid/time';
import { DATASET_IDS, LACKING, LATER_COVERED, SAFEGUARDS } from './application-form';
import type { Story } from './story';

/** From the draft to the end of prequalification: the application is incomplete once. */
export async function intake(story: Story): Promise<void> {
  await submission(story);
  await completion(story);
}

async function submission({ run, time, application: to }: Story): Promise<void> {
  await run.does({
    ...{ who: 'alva', to, command: 'RECORD_ETHICS' },
    what: `records the ethics approval, which does not name ${LATER_COVERED}`,
    payload: {
      ...{ authority: 'EPM', registrationNumber: '2026-01234-01', kind: 'original', outcome: 'approved' },
      decidedOn: addDays(civilDateOf(time.now()), -30),
      datasets: DATASET_IDS.filter((id) => id !== LATER_COVERED),
    },
  });
  await run.does({ who: 'alva', to, command: 'SUBMIT', what: 'submits the application' });
  await run.does({
    ...{ who: 'cecilia', to, command: 'CLAIM', payload: { stage: 'prequalification' } },
    what: 'claims the prequalification',
  });
}

async function completion({ run, application: to }: Story): Promise<void> {
  await run.does({
    ...{ who: 'cecilia', to, command: 'REQUEST_COMPLETION' },
    what: 'asks for what is missing: the safeguards',
    payload: { missing: [LACKING.point], question: 'Which safeguards prevent misuse of the data?' },
  });
  await run.amends(to, { [LACKING.field]: SAFEGUARDS }, 'writes down the safeguards');
  await run.does({ who: 'alva', to, command: 'COMPLETE', what: 'completes the application' });
  await run.does({
    ...{ who: 'cecilia', to, command: 'CLAIM', payload: { stage: 'prequalification' } },
    what: 'claims the prequalification again',
  });
  await run.does({
    ...{ who: 'cecilia', to, command: 'FINISH_PREQUALIFICATION' },
    what: 'finds it complete: both reviews begin',
  });
}
