import { civilDateOf } from '@ledtid/time';
import { datasetsOf } from './form';
import type { Script } from './history';
import { recordEthics } from './intake';
import { type Scene, answering, working } from './scene';
import { pause, waitAndClaim } from './waiting';

const STAGE = 'legal-review';
const LEGAL = 'eva';

/** From waiting for a reviewer to the assessment of every dataset. */
export async function* legalReview(scene: Scene): Script {
  const { plot, hand, id, random, officer } = scene;
  const cause = random.happens(0.4) ? 'no-competent-person' : undefined;
  yield* waitAndClaim(scene, { of: id, stage: STAGE, who: LEGAL, days: 9, cause });
  yield working(scene, 4);
  if (plot.pausedFor === 'legal-opinion' || plot.pausedFor === 'principle-question') {
    yield* pause(scene, { of: id, stage: STAGE, who: LEGAL, days: 20, cause: plot.pausedFor });
  }
  if (random.happens(0.25)) yield* question(scene);
  yield* ethics(scene);
  if (plot.extended === true) {
    const reason = 'The linkage of two holders needs more time.';
    await hand.does(officer, id, 'EXTEND_DEADLINE', { clock: 'permit-decision', reason });
  }
  yield working(scene, 3);
  await hand.does(LEGAL, id, 'FINISH_LEGAL_REVIEW', {
    datasets: datasetsOf(plot).map((one) => assessed(one, scene)),
  });
}

function assessed(dataset: string, { plot }: Scene) {
  const ethics = plot.ethicsNotNeeded === true ? 'not-needed' : 'covered';
  const unmet = { recommended: false, unmet: ['68-1-c'] };
  return { dataset, ethics, ...(plot.ending === 'refused' ? unmet : { recommended: true }) };
}

async function* question(scene: Scene): Script {
  const { hand, id, applicant } = scene;
  const asked = 'Why can the purpose not be reached with anonymised data?';
  await hand.does(LEGAL, id, 'ASK_APPLICANT', { days: 14, question: asked });
  yield answering(scene, 8, 13);
  await hand.does(applicant, id, 'ANSWER');
  yield working(scene, 2);
}

/** What the ethics series still lacks is asked for, and the case waits for the authority. */
async function* ethics(scene: Scene): Script {
  const { plot, hand, id } = scene;
  if (plot.ethicsNotNeeded === true) {
    const reason = 'Statistics for quality assurance within the care provider’s own task.';
    await hand.does(LEGAL, id, 'RECORD_ETHICS_NOT_NEEDED', { code: 'not-research', reason });
  }
  const lacking =
    plot.ethicsLate === true ? datasetsOf(plot) : plot.uncovered === true ? ['heart-events'] : [];
  if (lacking.length === 0) return;
  const reason = 'No approval that was handed in covers these datasets.';
  await hand.does(LEGAL, id, 'REQUEST_ETHICS_AMENDMENT', { datasets: lacking, reason });
  yield answering(scene, 45, 90);
  const kind = plot.ethicsLate === true ? 'original' : 'amendment';
  await recordEthics(scene, kind, civilDateOf(hand.time.now()), lacking);
  yield working(scene, 2);
}
