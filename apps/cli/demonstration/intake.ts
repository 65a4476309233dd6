import { DEMO_PEOPLE } from '@ledtid/access';
import { addDays, civilDateOf } from '@ledtid/time';
import { datasetsOf, formOf } from './form';
import type { Script } from './history';
import { type Scene, answering, working } from './scene';
import { pause, waitAndClaim } from './waiting';

const STAGE = 'prequalification';

/** From the draft to the end of prequalification, or to where the case ends before it. */
export async function* intake(scene: Scene): Script {
  const { plot, hand, applicant, officer } = scene;
  await draft(scene);
  if (plot.ending === 'draft') return leave(scene);
  yield working(scene, 3);
  await hand.does(applicant, scene.id, 'SUBMIT');
  yield* claimed(scene, 5);
  if (plot.ending === 'dismissed') {
    const reason = 'The data are not held by any data holder that this body serves.';
    await hand.does(officer, scene.id, 'DISMISS', { code: 'wrong-body', reason });
    return leave(scene);
  }
  if (plot.incomplete === true || plot.ending === 'not-completed') yield* completion(scene);
  if (scene.story.over) return;
  if (plot.ending === 'withdrawn-early') {
    await hand.does(applicant, scene.id, 'WITHDRAW', {
      code: scene.random.pick('funding', 'purpose-changed'),
    });
    return leave(scene);
  }
  if (plot.pausedFor === 'council-meeting') {
    yield* pause(scene, { of: scene.id, stage: STAGE, who: officer, days: 14, cause: 'council-meeting' });
  }
  await hand.does(officer, scene.id, 'FINISH_PREQUALIFICATION');
}

async function draft(scene: Scene): Promise<void> {
  const { plot, hand, applicant, number, random } = scene;
  const person = DEMO_PEOPLE.find(({ subject }) => subject === applicant);
  const { name = applicant, organisations = [] } = person ?? {};
  scene.id = await hand.create(
    applicant,
    formOf(plot, number, { name, organisation: organisations[0] ?? name }),
  );
  if (plot.ethicsLate === true || plot.ethicsNotNeeded === true) return;
  const covered = datasetsOf(plot).filter((dataset) => plot.uncovered !== true || dataset !== 'heart-events');
  const decidedOn = addDays(civilDateOf(hand.time.now()), -Math.round(random.around(30)));
  await recordEthics(scene, 'original', decidedOn, covered);
}

export async function recordEthics(
  { hand, applicant, id, number }: Scene,
  kind: 'original' | 'amendment',
  decidedOn: string,
  datasets: readonly string[],
): Promise<void> {
  const registrationNumber = `${decidedOn.slice(0, 4)}-${String(1000 + number).padStart(5, '0')}-0${kind === 'original' ? 1 : 2}`;
  const entry = { authority: 'EPM', registrationNumber, kind, decidedOn, outcome: 'approved', datasets };
  await hand.does(applicant, id, 'RECORD_ETHICS', entry);
}

async function* claimed(scene: Scene, days: number): Script {
  const cause = scene.random.happens(0.5) ? 'no-officer-assigned' : undefined;
  yield* waitAndClaim(scene, { of: scene.id, stage: STAGE, who: scene.officer, days, cause });
  if (scene.random.happens(0.15)) {
    yield working(scene, 3);
    const assignee = scene.officer === 'cecilia' ? 'david' : 'cecilia';
    await scene.hand.does(scene.officer, scene.id, 'HAND_OFF', { stage: STAGE, assignee });
  }
  yield working(scene, 2);
}

async function* completion(scene: Scene): Script {
  const { hand, officer, applicant } = scene;
  const question = 'Describe the safeguards: who has access, and what leaves the environment.';
  await hand.does(officer, scene.id, 'REQUEST_COMPLETION', { missing: ['67-2-g'], question });
  // Nobody answers: the deadline ends the case.
  if (scene.plot.ending === 'not-completed') return leave(scene);
  yield answering(scene, 12, 24);
  await hand.does(applicant, scene.id, 'COMPLETE');
  yield* claimed(scene, 4);
}

/** Nothing more happens to the case but by its deadlines. */
export function leave({ story }: Scene): void {
  story.over = true;
}
