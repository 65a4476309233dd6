import { decision } from './decision';
import type { Script } from './history';
import { intake } from './intake';
import { legalReview } from './legal-review';
import { release } from './release';
import { type Scene, working } from './scene';
import { technicalFeasibility } from './technical-feasibility';

/** A whole case, from its draft to where its plot or the present ends it. */
export async function* application(scene: Scene): Script {
  const { hand, history, story } = scene;
  yield* intake(scene);
  if (story.over) return;
  const technical = history.begin(hand.time.now(), story, technicalFeasibility(scene));
  yield* legalReview(scene);
  while (!technical.ended) yield working(scene, 1);
  yield* decision(scene);
  if (story.over) return;
  history.begin(hand.time.now(), story, fees(scene));
  for (const child of await hand.childrenOf(scene.id, 'release')) {
    history.begin(hand.time.now(), story, release(scene, child));
  }
}

async function* fees(scene: Scene): Script {
  const { hand, officer, id } = scene;
  yield working(scene, 9);
  if ((await hand.leavesOf(id)).includes('releasing.fees-open'))
    await hand.does(officer, id, 'RECORD_FEE_AGREEMENT');
}
