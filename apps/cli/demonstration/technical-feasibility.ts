import { datasetsOf } from './form';
import type { Script } from './history';
import { type Scene, working } from './scene';
import { holderOf } from './holders';
import { waitAndClaim } from './waiting';

const STAGE = 'technical-feasibility';
const TECHNICAL = 'farid';

/** Beside the legal review: every holder is asked what it can deliver. */
export async function* technicalFeasibility(scene: Scene): Script {
  const { plot, hand, id, history, story } = scene;
  yield* waitAndClaim(scene, { of: id, stage: STAGE, who: TECHNICAL, days: 5 });
  yield working(scene, 2);
  const question = 'Can you deliver these variables for this population, and at what effort?';
  await hand.does(TECHNICAL, id, 'ASK_HOLDERS', { question });
  const asked = await hand.childrenOf(id, 'feasibility-inquiry');
  const answers = asked.map((child) => history.begin(hand.time.now(), story, inquiry(scene, child)));
  while (answers.some(({ ended }) => !ended)) yield working(scene, 1);
  yield working(scene, 2);
  const feasible = datasetsOf(plot).filter(
    (one) => plot.ending !== 'partial-grant' || one !== 'heart-events',
  );
  const feeEstimate = 500 * Math.round(scene.random.around(8));
  await hand.does(TECHNICAL, id, 'FINISH_TECHNICAL_REVIEW', { feasible, feeEstimate });
}

async function* inquiry(scene: Scene, child: { id: string; holder: string }): Script {
  const { who, slowness } = holderOf(child.holder);
  const cause = scene.random.happens(0.3) ? 'variable-list-unclear' : undefined;
  yield* waitAndClaim(scene, { of: child.id, stage: 'feasibility-inquiry', who, days: 6 * slowness, cause });
  yield working(scene, 3);
  const answer = { feasible: datasetsOf(scene.plot), effortHours: Math.round(scene.random.around(30)) };
  await scene.hand.does(who, child.id, 'ANSWER_INQUIRY', answer);
}
