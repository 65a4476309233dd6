import { DEMO_HOLDERS } from '@ledtid/access';
import { type Instant, addDays, civilDateOf } from '@ledtid/time';
import { DATASET_IDS, LATER_COVERED, NOT_FEASIBLE } from './application-form';
import { haveBeen } from './have-been';
import type { Story } from './story';

const FEASIBLE = DATASET_IDS.filter((id) => id !== NOT_FEASIBLE);

const ASSESSMENT = {
  datasets: DATASET_IDS.map((dataset) => ({
    ...{ dataset, recommended: dataset !== NOT_FEASIBLE, ethics: 'covered' },
    ...(dataset === NOT_FEASIBLE && { unmet: ['68-1-b'] }),
  })),
};

/** Both reviews at once: one waits for the holders, the other for an ethics amendment. */
export async function review(story: Story): Promise<void> {
  const { run, application: to } = story;
  await run.does({
    ...{ who: 'hanna', to, command: 'CLAIM', payload: { stage: 'legal-review' } },
    what: 'claims the legal review',
  });
  await run.does({
    ...{ who: 'farid', to, command: 'CLAIM', payload: { stage: 'technical-feasibility' } },
    what: 'claims the technical review beside it',
  });
  await run.does({
    ...{ who: 'farid', to, command: 'ASK_HOLDERS' },
    what: 'asks both holders whether they can deliver',
    payload: { question: 'Can the variables be delivered for this population, and at what effort?' },
  });
  await amendmentAsked(story);
  await holdersAnswer(story);
  // The ethics authority decides now; its letter is still on the way.
  const approvedAt = story.time.now();
  await technicalReviewFinished(story);
  await amendmentArrives(story, approvedAt);
}

async function amendmentAsked({ run, application: to }: Story): Promise<void> {
  await run.isRefused(
    {
      ...{ who: 'hanna', to, command: 'FINISH_LEGAL_REVIEW', payload: ASSESSMENT },
      what: `tries to recommend ${LATER_COVERED} as well`,
    },
    'ethics-not-covered',
  );
  await run.does({
    ...{ who: 'hanna', to, command: 'REQUEST_ETHICS_AMENDMENT' },
    what: 'asks for an amendment of the ethics approval',
    payload: { datasets: [LATER_COVERED], reason: 'The approval does not name this dataset.' },
  });
}

async function holdersAnswer({ run, application }: Story): Promise<void> {
  const asked = { workflow: 'feasibility-inquiry', command: 'ANSWER_INQUIRY' } as const;
  const one = await run.child('ines', application, asked.workflow, DEMO_HOLDERS.one);
  await run.does({
    ...{ who: 'ines', to: one, command: asked.command },
    what: 'answers that both datasets can be delivered',
    payload: { feasible: ['patients', 'laboratory'], effortHours: 12, feeEstimate: 900 },
  });
  const two = await run.child('johan', application, asked.workflow, DEMO_HOLDERS.two);
  await run.does({
    ...{ who: 'johan', to: two, command: asked.command },
    what: `answers that ${NOT_FEASIBLE} cannot be delivered`,
    payload: {
      feasible: [LATER_COVERED],
      effortHours: 8,
      feeEstimate: 600,
      answer: 'The biopsies are used up.',
    },
  });
}

async function technicalReviewFinished({ run, application: to }: Story): Promise<void> {
  await run.does({
    ...{ who: 'farid', to, command: 'FINISH_TECHNICAL_REVIEW' },
    what: 'finishes the technical review',
    payload: { feasible: FEASIBLE, feeEstimate: 1500 },
  });
}

async function amendmentArrives({ run, time, application: to }: Story, approvedAt: Instant): Promise<void> {
  await haveBeen(time, approvedAt);
  await run.does({
    ...{ who: 'cecilia', to, command: 'RECORD_ETHICS' },
    what: 'registers the amendment, which came by letter',
    payload: {
      ...{ authority: 'EPM', registrationNumber: '2026-05678-02', kind: 'amendment', outcome: 'approved' },
      appliedOn: addDays(civilDateOf(approvedAt), -1),
      ...{ decidedOn: civilDateOf(approvedAt), datasets: [LATER_COVERED] },
    },
    late: { occurredAt: approvedAt, basis: 'letter' },
  });
  await run.does({
    ...{ who: 'hanna', to, command: 'FINISH_LEGAL_REVIEW', payload: ASSESSMENT },
    what: `recommends all but ${NOT_FEASIBLE}`,
  });
}
