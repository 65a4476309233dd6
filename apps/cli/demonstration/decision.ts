import { datasetsOf } from './form';
import type { Script } from './history';
import { leave } from './intake';
import { type Scene, answering, working } from './scene';
import { pause, waitAndClaim } from './waiting';

const STAGE = 'decision';

/** The decision and the applicant's answer to it; the case goes on only if both say yes. */
export async function* decision(scene: Scene): Script {
  const { plot, hand, id, number, random } = scene;
  const decider = number % 3 === 0 ? 'hanna' : 'gunilla';
  const cause = random.happens(0.3) ? 'staff-absence' : undefined;
  yield* waitAndClaim(scene, { of: id, stage: STAGE, who: decider, days: 6, cause });
  yield working(scene, 3);
  if (plot.pausedFor === 'staff-absence') {
    yield* pause(scene, { of: id, stage: STAGE, who: decider, days: 15, cause: 'staff-absence' });
  }
  if (plot.ending === 'refused' || plot.ending === 'answered') return yield* against(scene, decider);
  const partial = plot.ending === 'partial-grant';
  const datasets = datasetsOf(plot).filter((dataset) => !partial || dataset !== 'heart-events');
  await hand.does(decider, id, 'GRANT', { datasets, extent: partial ? 'partial' : 'full', permitDays: 730 });
  yield* answer(scene);
}

async function* against(scene: Scene, decider: string): Script {
  const { plot, hand, id, applicant } = scene;
  const agreesToStatistics = plot.ending === 'answered';
  const reason = 'The purpose is not shown to need data about single persons.';
  await hand.does(decider, id, 'HEAR_APPLICANT', { reason });
  yield answering(scene, 9, 20);
  await hand.does(applicant, id, 'GIVE_STATEMENT', { agreesToStatistics });
  yield working(scene, 3);
  if (agreesToStatistics) await hand.does(decider, id, 'ANSWER_WITH_STATISTICS', { reason });
  else await hand.does(decider, id, 'REFUSE', { grounds: ['68-1-c'], reason });
  leave(scene);
}

async function* answer(scene: Scene): Script {
  const { plot, hand, id, applicant } = scene;
  // Nobody answers: after 28 days the case counts as withdrawn.
  if (plot.ending === 'lapsed') return leave(scene);
  yield answering(scene, 7, 24);
  await hand.does(applicant, id, plot.ending === 'rejected' ? 'REJECT' : 'ACCEPT');
  if (plot.ending === 'rejected') leave(scene);
}
