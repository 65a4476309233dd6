import type { Script } from './history';
import { type Scene, working } from './scene';
import type { Who } from './stage-hand';

interface Wait {
  /** The instance that waits, and the stage it waits in. */
  readonly of: string;
  readonly stage: string;
  readonly who: Who;
  /** Median, in working days. */
  readonly days: number;
  /** Why, where somebody says so. */
  readonly cause?: string | undefined;
}

/** Waits until somebody takes it, who may have said why it waits. */
export async function* waitAndClaim(scene: Scene, { of, stage, who, days, cause }: Wait): Script {
  if (cause === undefined) {
    yield working(scene, days);
  } else {
    yield working(scene, days / 4);
    await scene.hand.does(who, of, 'SET_CAUSE', { stage, cause });
    yield working(scene, (days * 3) / 4);
  }
  await scene.hand.does(who, of, 'CLAIM', { stage });
}

/** Stands still for some reason, and goes on. */
export async function* pause(scene: Scene, { of, stage, who, days, cause = 'unknown' }: Wait): Script {
  await scene.hand.does(who, of, 'PAUSE', { stage, cause });
  yield working(scene, days);
  await scene.hand.does(who, of, 'RESUME', { stage });
}
