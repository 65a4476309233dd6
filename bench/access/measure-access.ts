import { signIn } from '../commands/issuer';
import type { CommandsSettings } from '../commands/measure-commands';
import { makeJourneys } from '../commands/journeys';
import { EVERYBODY } from '../commands/people';
import { prepareDrafts } from '../commands/prepare-drafts';
import { type ProductFigures, type ProductRun, runProduct } from '../commands/run-product';
import { BenchDatabases } from '../support/bench-databases';
import { type Environment, describeEnvironment } from '../support/environment';
import { rounded } from '../support/figures';
import { openSessions } from './open-sessions';

/** Who comes in is asked of the same load by which commands are measured. */
export type AccessSettings = Omit<CommandsSettings, 'profile'>;

export interface AccessRound {
  readonly product: ProductFigures;
  /** Without anybody at the door: right before the product and right after it. */
  readonly open: readonly [ProductFigures, ProductFigures];
  /** Of the product to the mean of the two. */
  readonly ratio: number;
}

export interface AccessMeasurement extends Environment {
  readonly seed: number;
  readonly connections: number;
  readonly rounds: readonly AccessRound[];
}

/**
 * Measures the product with a session for everybody against the same product that lets all in, in turns that begin
 * and end with the latter, each on a fresh clone of one database of drafts.
 */
export async function measureAccess(settings: AccessSettings): Promise<AccessMeasurement> {
  const { databaseUrl, seed, connections, cases, warmUpCases, progress } = settings;
  const databases = new BenchDatabases(databaseUrl);
  try {
    const environment = await describeEnvironment(databaseUrl);
    const drafts = await databases.create();
    const journeys = [...makeJourneys(warmUpCases, seed + 1), ...makeJourneys(cases, seed)];
    const prepared = await prepareDrafts(drafts, journeys);
    const shared = {
      ...{ signedIn: await signIn(EVERYBODY), connections },
      ...{ warmUp: prepared.slice(0, warmUpCases), timed: prepared.slice(warmUpCases) },
    };
    const run = (allowAll: boolean) => onClone(databases, drafts, { ...shared, allowAll });
    const rounds: AccessRound[] = [];
    let before = await run(true);
    for (let number = 1; number <= settings.rounds; number += 1) {
      const product = await run(false);
      const after = await run(true);
      const mean = (before.perSecond + after.perSecond) / 2;
      const ratio = rounded(product.perSecond / mean, 3);
      progress(`Round ${number}: ${product.perSecond}/s, open ${rounded(mean, 1)}/s, ratio ${ratio}`);
      rounds.push({ product, open: [before, after], ratio });
      before = after;
    }
    return { ...environment, seed, connections, rounds };
  } finally {
    await databases.dropAll();
  }
}

async function onClone(
  databases: BenchDatabases,
  drafts: string,
  run: Omit<ProductRun, 'databaseUrl' | 'headers'>,
): Promise<ProductFigures> {
  const databaseUrl = await databases.clone(drafts);
  const headers = await openSessions(databaseUrl);
  await databases.settle();
  const figures = await runProduct({ ...run, databaseUrl, headers });
  await databases.drop(databaseUrl);
  return figures;
}
