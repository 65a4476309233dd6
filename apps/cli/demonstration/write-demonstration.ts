import type { Pool } from 'pg';
import { Cases, type Configuration, Sweeper } from '@ledtid/cases';
import {
  CountedIds,
  type Instant,
  TurnedTime,
  addDays,
  civilDateOf,
  daysBetween,
  rollForward,
  startOfDay,
  toInstant,
} from '@ledtid/time';
import { application } from './application';
import { History, type Script } from './history';
import { PLOTS, type Plot } from './plots';
import type { Scene } from './scene';
import { SeededRandom } from './seeded-random';
import { inSingleTransaction } from './single-transaction';
import { StageHand } from './stage-hand';

export interface DemonstrationParts {
  readonly pool: Pool;
  readonly configuration: Configuration;
  /** The present: what would come later stands open. */
  readonly until: Instant;
  /** Called before each step; throws when it shall not go on. Nothing is kept then. */
  readonly check?: () => void;
  readonly plots?: readonly Plot[];
  readonly seed?: number;
}

const MONTHS_IN_DAYS = 548;
const LAST_SUBMISSION_IN_DAYS = 12;
/** Steps that take minutes shall be over, and not happen in the future. */
const MARGIN = 3_600_000;

/**
 * Makes the history of the demonstration: some forty cases of the past eighteen months, played by the real
 * machines under a turned clock, deadlines included. The same seed and present make the same history. All of
 * it is written, or nothing.
 */
export async function writeDemonstration(parts: DemonstrationParts): Promise<void> {
  await inSingleTransaction(parts.pool, async (inside) => {
    await play({ ...parts, pool: inside });
    // The queues are for what is to come. What stands open and has a deadline, the sweeper finds by itself.
    await inside.query('DELETE FROM outbox');
  });
  // Reports over a thousand fresh rows are planned badly until the database has looked at them.
  await parts.pool.query('ANALYZE');
}

async function play({
  pool,
  configuration,
  until,
  check,
  plots = PLOTS,
  seed = 1,
}: DemonstrationParts): Promise<void> {
  const end = toInstant(Date.parse(until) - MARGIN);
  const first = addDays(civilDateOf(until), -MONTHS_IN_DAYS);
  const time = new TurnedTime(startOfDay(first));
  const cases = new Cases({ pool, time, ids: new CountedIds(seed), configuration });
  const history = new History(time);
  const hand = new StageHand(pool, cases, time);
  history.begin(time.now(), { over: false }, deadlines(sweeperOf(pool, cases, time, configuration), time));
  plots.forEach((plot, index) => {
    const random = new SeededRandom(seed * 1000 + index);
    const scene: Scene = {
      ...{ plot, random, hand, history, number: index, story: { over: false }, id: '' },
      ...peopleOf(index),
    };
    history.begin(beginOf(index, plots.length, first, until, random), scene.story, application(scene));
  });
  await history.play(end, check ?? (() => undefined));
}

function peopleOf(index: number): Pick<Scene, 'applicant' | 'officer'> {
  return { applicant: index % 3 === 1 ? 'bo' : 'alva', officer: index % 2 === 0 ? 'cecilia' : 'david' };
}

/** Drafts are begun evenly over the whole time, on working days at nine or a little later. */
function beginOf(index: number, of: number, first: string, until: Instant, random: SeededRandom): Instant {
  const days = daysBetween(first, civilDateOf(until)) - LAST_SUBMISSION_IN_DAYS;
  const date = rollForward(addDays(first, Math.round((days * index) / Math.max(1, of - 1))), 'se');
  return toInstant(Date.parse(startOfDay(date)) + (9 + random.next() * 7) * 3_600_000);
}

/** Every midnight in Stockholm the deadlines of the day before are over, and who has kept silent is asked why. */
async function* deadlines(sweeper: Sweeper, time: TurnedTime): Script {
  for (;;) {
    await sweeper.sweep();
    yield startOfDay(addDays(civilDateOf(time.now()), 1));
  }
}

function sweeperOf(pool: Pool, cases: Cases, time: TurnedTime, { clocks }: Configuration): Sweeper {
  const unused = () => {
    throw new Error('The history has no queues.');
  };
  return new Sweeper({
    ...{ pool, cases, time, clocks, executedLeaves: [], graceSeconds: 0, everySeconds: 0 },
    queues: { addBulk: unused, queue: unused },
    settingsOf: unused,
    stepIsDead: unused,
    onError: unused,
  });
}
