import { createPool } from '@ledtid/platform';
import { seededRandom } from '@ledtid/time';
import { applicationForm, datasetsOf } from '../../commands/application-form';
import { faultsOf } from '../../commands/check-database';
import { signIn } from '../../commands/issuer';
import type { Journey } from '../../commands/journeys';
import { serveInTurn } from '../../commands/lanes';
import { CAST, EVERYBODY } from '../../commands/people';
import { prepareDrafts } from '../../commands/prepare-drafts';
import type { ServerTasks } from '../../server-process';
import { BenchDatabases } from '../../support/bench-databases';
import { Child } from '../../support/child-process';
import { pick, shuffled } from '../../support/choose';
import { CommandSender } from './command-sender';
import { type Kept, keptIn, raceFaults } from './race-faults';
import { RACES, type Race, type RaceResult, RacedCase, type Runway } from './raced-case';

export interface RacesSettings {
  readonly databaseUrl: string;
  /** Cases, and so races of each sort. */
  readonly races: number;
  /** Cases raced for at the same time. */
  readonly atOnce: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
}

interface RaceCount {
  readonly races: number;
  /** Races in which the request that left second won: they were not decided by who sent first. */
  readonly wonBySecond: number;
  /** How the other was answered, and how often. */
  readonly lostBy: Readonly<Record<string, number>>;
}

export interface RacesFindings {
  readonly sorts: Readonly<Record<Race, RaceCount>>;
  readonly faults: readonly string[];
}

/** Two people race for the same thing, many times, on the embedded composition in a process of its own. */
export async function runRaces(settings: RacesSettings): Promise<RacesFindings> {
  const databases = new BenchDatabases(settings.databaseUrl, `ledtid_races_${process.pid}`);
  const databaseUrl = await databases.create();
  const server = new Child<ServerTasks>('server-process');
  try {
    const runways = await preparedRunways(databaseUrl, settings);
    const { issuer, tokens } = await signIn(EVERYBODY);
    const url = await server.ask('start', { databaseUrl, issuer, port: 0, record: false });
    const results = await raced(new CommandSender(url, tokens), runways, settings);
    await server.end();
    return { sorts: counted(results), faults: await faultsIn(databaseUrl, results) };
  } finally {
    await server.kill();
    await databases.dropAll();
  }
}

async function preparedRunways(databaseUrl: string, { races, seed }: RacesSettings): Promise<Runway[]> {
  const random = seededRandom(seed);
  const planned = Array.from({ length: races }, () => {
    const [dataset] = datasetsOf(random, CAST, 1);
    if (!dataset) throw new Error('No data holder to ask.');
    const two = <Item>(items: readonly Item[]) => shuffled(random, items).slice(0, 2) as [Item, Item];
    const people = {
      ...{ applicant: pick(random, CAST.applicants), officers: two(CAST.officers) },
      ...{ deciders: two(CAST.deciders), lawyer: pick(random, CAST.lawyers) },
      technician: pick(random, CAST.technicians),
    };
    return { dataset, people, random };
  });
  const journeys = planned.map(({ dataset, people }): Journey => ({
    ...{ applicant: people.applicant, form: applicationForm(random, [dataset]), errands: [] },
  }));
  const drafts = await prepareDrafts(databaseUrl, journeys);
  return planned.map((plan, place) => ({ ...plan, id: drafts[place]?.id ?? '' }));
}

async function raced(
  sender: CommandSender,
  runways: readonly Runway[],
  { atOnce, progress }: RacesSettings,
): Promise<RaceResult[]> {
  const results: RaceResult[] = [];
  let cases = 0;
  await serveInTurn(
    runways.map((runway) => [runway]),
    atOnce,
    async (runway) => {
      results.push(...(await new RacedCase(sender, runway).run()));
      cases += 1;
      if (cases % 100 === 0) progress(`${cases} cases raced for.`);
    },
  );
  return results;
}

async function faultsIn(databaseUrl: string, results: readonly RaceResult[]): Promise<string[]> {
  const pool = createPool({ url: databaseUrl, max: 1, name: 'ledtid-bench' });
  try {
    const kept: Kept = await keptIn(pool);
    return [...results.flatMap((result) => raceFaults(result, kept)), ...(await faultsOf(databaseUrl))];
  } finally {
    await pool.end();
  }
}

function counted(results: readonly RaceResult[]): Record<Race, RaceCount> {
  return Object.fromEntries(
    RACES.map((race) => {
      const own = results.filter((result) => result.race === race);
      const lost = own.flatMap(({ answers }) => answers.filter(({ status }) => status !== 200));
      const lostBy: Record<string, number> = {};
      for (const { status, code } of lost) {
        const told = `${status} ${code ?? ''}`;
        lostBy[told] = (lostBy[told] ?? 0) + 1;
      }
      const wonBySecond = own.filter(({ answers }) => answers[1].status === 200).length;
      return [race, { races: own.length, wonBySecond, lostBy }];
    }),
  ) as Record<Race, RaceCount>;
}
