import { toInstant } from '@ledtid/time';
import { delivery } from './delivery';
import type { Script } from './history';
import { holderOf } from './holders';
import type { OpenedRelease } from './opened-release';
import { type Scene, answering, working } from './scene';
import { waitAndClaim } from './waiting';

/** From what the permit opened to data that somebody can open. */
export async function* release(scene: Scene, child: OpenedRelease): Script {
  const { hand, applicant } = scene;
  if (await stands(scene, child, 'deferred')) {
    yield working(scene, 30);
    await hand.does(applicant, child.id, 'START');
  }
  if (await stands(scene, child, 'secrecy-review.requested')) yield* secrecyReview(scene, child);
  while (await stands(scene, child, 'extraction.awaiting-release')) yield working(scene, 1);
  if (!(await stands(scene, child, 'extraction'))) return;
  const { who, slowness } = holderOf(child.holder);
  const cause = scene.random.happens(0.7)
    ? scene.random.pick('no-competent-person', 'system-supplier', 'staff-absence')
    : undefined;
  yield* waitAndClaim(scene, { of: child.id, stage: 'extraction', who, days: 9 * slowness, cause });
  yield working(scene, 4);
  yield* delivery(scene, child);
}

async function stands({ hand }: Scene, { id }: OpenedRelease, where: string): Promise<boolean> {
  return (await hand.leavesOf(id)).some((leaf) => leaf.startsWith(where) || leaf.endsWith(where));
}

async function* secrecyReview(scene: Scene, child: OpenedRelease): Script {
  const { hand, random, plot, applicant } = scene;
  const { who, slowness } = holderOf(child.holder);
  const cause = random.happens(0.6) ? 'secrecy-review' : undefined;
  yield* waitAndClaim(scene, { of: child.id, stage: 'secrecy-review', who, days: 10 * slowness, cause });
  if (random.happens(0.3)) {
    await hand.does(who, child.id, 'ASK_CLARIFICATION', { question: 'Who will have access to the data?' });
    yield answering(scene, 6, 20);
    await hand.does(applicant, child.id, 'ANSWER_CLARIFICATION', {
      answer: 'The two persons named in the form.',
    });
  }
  const from = Date.parse(hand.time.now());
  yield working(scene, 5 * slowness);
  const refuses = plot.ending === 'all-holders-refuse' || plot.ending === 'one-holder-refuses';
  // The decision comes by letter, and is registered some days after it was made.
  const occurredAt = toInstant(from + (Date.parse(hand.time.now()) - from) * 0.7);
  const outcome = refuses ? 'refusal' : random.pick('release', 'with-reservation');
  await hand.does(who, child.id, 'RELEASE_DECIDED', { outcome }, { occurredAt, basis: 'letter' });
}
