import type { Script } from './history';
import { holderOf } from './holders';
import type { OpenedRelease } from './opened-release';
import { type Scene, inventedDigest, working } from './scene';
import { pause, waitAndClaim } from './waiting';

const ENGINEER = 'lars';
const ENVIRONMENT = 'karin';

/** Extraction and all that follows it, once more where the first package was sent back. */
export async function* delivery(scene: Scene, child: OpenedRelease): Script {
  const { hand, plot } = scene;
  const { who, slowness } = holderOf(child.holder);
  let attempt = 1;
  if (plot.returned === true && slowness > 1) {
    await extracted(scene, child, attempt);
    await hand.does('system:reception', child.id, 'RECEIVED_DEVIATING', {
      code: 'checksum-differs',
      attempt,
    });
    yield* waitAndClaim(scene, { of: child.id, stage: 'reception', who: ENGINEER, days: 2 });
    const reason = 'A file is not as its checksum says.';
    await hand.does(ENGINEER, child.id, 'RETURN_TO_HOLDER', { code: 'not-intact', reason });
    yield* waitAndClaim(scene, { of: child.id, stage: 'extraction', who, days: 5 * slowness });
    yield working(scene, 2);
    attempt = 2;
  }
  await extracted(scene, child, attempt);
  yield* prepared(scene, child, attempt);
  yield* access(scene, child);
}

/** The steps of the machine take minutes; nothing of the history is left standing in one of them. */
async function extracted(scene: Scene, { id, holder }: OpenedRelease, attempt: number): Promise<void> {
  const { hand } = scene;
  await hand.does(holderOf(holder).who, id, 'EXTRACT');
  hand.passMinutes(6);
  await hand.does('system:extraction', id, 'EXTRACTED', { ...made(scene), attempt });
  hand.passMinutes(1);
}

async function* prepared(scene: Scene, { id }: OpenedRelease, attempt: number): Script {
  const { hand, random } = scene;
  const findings = random.happens(0.5) ? 1 + Math.floor(random.next() * 3) : 0;
  await hand.does('system:reception', id, 'RECEIVED_INTACT', { ...made(scene), attempt });
  hand.passMinutes(4);
  await hand.does('system:pseudonymisation', id, 'PSEUDONYMISED', { ...made(scene), findings, attempt });
  if (findings > 0) {
    yield* waitAndClaim(scene, { of: id, stage: 'pseudonymisation', who: ENGINEER, days: 4 });
    yield working(scene, 1);
    const reason = 'The groups were made coarser, and no one in them can be told apart.';
    await hand.does(ENGINEER, id, 'RELEASE_FINDINGS', { reason });
  }
  hand.passMinutes(2);
  await hand.does('system:delivery', id, 'DELIVERED', made(scene));
}

function made(scene: Scene) {
  return { digest: inventedDigest(scene), rows: 200 + Math.floor(scene.random.next() * 4000) };
}

/** A sealed package is not access: accounts and agreements come after it. */
async function* access(scene: Scene, { id }: OpenedRelease): Script {
  const { hand, random } = scene;
  yield working(scene, 1);
  await hand.does(ENVIRONMENT, id, 'CONFIRM_RECEIPT');
  const cause = random.happens(0.5) ? 'environment-account' : undefined;
  yield* waitAndClaim(scene, { of: id, stage: 'access', who: ENVIRONMENT, days: 4, cause });
  if (random.happens(0.3)) {
    yield* pause(scene, { of: id, stage: 'access', who: ENVIRONMENT, days: 6, cause: 'agreement' });
  }
  yield working(scene, 1);
  await hand.does(ENVIRONMENT, id, 'OPEN_ACCESS');
}
