import { CountedIds, type Instant, TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { START, configurationOf, person } from '../../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../../test/support/test-database';
import { Cases } from '../cases';
import { type Actor, type Command, isRefusal } from '../decision/command';
import { checkRebuild, rebuild } from '../ledger/rebuild';
import { verifyLedger } from '../ledger/verify';
import { causeQuestion, systemActor } from '../outbox/wake-up';
import { CaseReading } from '../reading/case-reading';
import { Sweeper, type SweeperParts } from './sweeper';

const configuration = configurationOf([exampleCase, exampleInquiry]);
const anna = person('anna', 'applicant');
const olle = person('olle', 'case_officer');
const dan = person('dan', 'technical_reviewer');
const region = { ...person('region', 'data_holder'), organisations: ['one'] };

/** `check` began at START and has ten working days, to 2026-03-16T23:00:00.000Z: half of them are over here. */
const HALF_THE_TARGET = '2026-03-09T15:30:00.000Z';
/** `data` has no clock: after Monday 2 March the fifth working day is Monday 9 March. */
const FIVE_WORKING_DAYS = '2026-03-09T23:00:00.000Z';

describe('the sweeper, where a case stands without a cause', () => {
  let database: TestDatabase;
  let time: TurnedTime;
  let cases: Cases;
  let keys = 0;

  beforeEach(async () => {
    database = await createTestDatabase();
    time = new TurnedTime(START);
    cases = new Cases({ pool: database.pool, time, ids: new CountedIds(), configuration });
  });
  afterEach(() => database.drop());

  function sweeper(door: SweeperParts['cases'] = cases): Sweeper {
    const unused = () => {
      throw new Error('Nothing here needs a queue.');
    };
    return new Sweeper({
      ...{ pool: database.pool, time, cases: door, clocks: configuration.clocks, executedLeaves: [] },
      ...{ graceSeconds: 0, everySeconds: 3600, queues: { addBulk: unused, queue: unused } },
      ...{ settingsOf: unused, stepIsDead: unused, onError: unused },
    });
  }

  async function asksAt(moment: Instant, door?: SweeperParts['cases']): Promise<number> {
    time.turnTo(moment);
    return (await sweeper(door).sweep()).causesAsked;
  }

  async function must(
    instanceId: string,
    type: string,
    actor: Actor,
    payload = {},
    more: Partial<Command> = {},
  ) {
    const seen = await cases.read(instanceId, actor);
    const version = isRefusal(seen) ? 1 : seen.view.version;
    const idempotencyKey = `key-${(keys += 1)}`;
    const answer = await cases.command(
      { instanceId, type, payload, version, idempotencyKey, ...more },
      actor,
    );
    if (isRefusal(answer)) throw new Error(`${type}: ${answer.code} ${String(answer.details)}`);
    return answer.view;
  }

  async function submitted(): Promise<string> {
    const answer = await cases.create('example-case', { title: 'A study' }, anna);
    if (isRefusal(answer)) throw new Error(answer.code);
    await must(answer.view.id, 'SUBMIT', anna);
    return answer.view.id;
  }

  async function inReview(): Promise<string> {
    const id = await submitted();
    await must(id, 'CLAIM', olle, { stage: 'check' });
    await must(id, 'PASS', olle);
    return id;
  }

  async function questions(instanceId: string) {
    const { rows } = await database.pool.query<{ actor: string; at: Instant; record: object }>(
      `SELECT actor, occurred_at AS at, record FROM ledger WHERE instance_id = $1 AND type = 'CAUSE_ASKED'
       ORDER BY number`,
      [instanceId],
    );
    return rows;
  }

  it('asks the party whose turn it is, once half the target of the stage’s clock has passed', async () => {
    const id = await submitted();
    expect(await asksAt('2026-03-09T15:29:59.999Z')).toBe(0);
    expect(await asksAt(HALF_THE_TARGET)).toBe(1);
    expect(await questions(id)).toEqual([
      {
        actor: 'system:check',
        at: HALF_THE_TARGET,
        record: { stage: 'check', region: '', opened: 2, party: 'hdab' },
      },
    ]);
  });

  it('asks once five working days have passed where no clock sets the stage a target', async () => {
    const id = await inReview();
    expect(await asksAt('2026-03-09T22:59:59.999Z')).toBe(0);
    // Beside it `law` has three months, and is asked about in April.
    expect(await asksAt(FIVE_WORKING_DAYS)).toBe(1);
    expect(await questions(id)).toMatchObject([{ record: { stage: 'data', region: 'review.data' } }]);
  });

  it('asks the holder of an inquiry, and takes its answer', async () => {
    const id = await inReview();
    await must(id, 'CLAIM', dan, { stage: 'data' });
    const { children } = await must(id, 'ASK_HOLDERS', dan, { holders: ['one'] });
    const inquiry = children[0]!.id;
    // Fifteen working days, to the end of Monday 23 March; the parent's own pause says why it stands.
    expect(await asksAt('2026-03-13T08:00:00.000Z')).toBe(1);
    expect(await questions(inquiry)).toMatchObject([{ record: { party: 'holder' } }]);
    const { stages } = await must(inquiry, 'SET_CAUSE', region, { stage: 'inquiry', cause: 'staff-absence' });
    expect(stages).toMatchObject([{ cause: 'staff-absence', causeAskedAt: null }]);
  });

  it('takes an answer for the whole wait, where the answer says so', async () => {
    const id = await submitted();
    await asksAt(HALF_THE_TARGET);
    const cause = { stage: 'check', cause: 'staff-absence' };
    await must(id, 'SET_CAUSE', olle, cause, { occurredAt: START });
    const { rows } = await database.pool.query(
      `SELECT cause, started_at AS start, ended_at AS "end" FROM span WHERE instance_id = $1 AND stage = 'check'
       ORDER BY opened`,
      [id],
    );
    expect(rows).toEqual([
      { cause: null, start: START, end: START },
      { cause: 'staff-absence', start: START, end: null },
    ]);
  });

  it('shows the question with the case and in the queue of its stage', async () => {
    const id = await submitted();
    await asksAt(HALF_THE_TARGET);
    const read = await cases.read(id, olle);
    if (isRefusal(read)) throw new Error(read.code);
    expect(read.view.stages).toMatchObject([{ stage: 'check', cause: null, causeAskedAt: HALF_THE_TARGET }]);
    expect(read.view.actions).toContainEqual({
      type: 'SET_CAUSE',
      stage: 'check',
      possible: true,
      why: null,
    });
    const reading = new CaseReading({ pool: database.pool, time, configuration });
    const queue = await reading.queue(
      { stage: 'check', filter: {}, sort: 'since', page: { limit: 10 } },
      olle,
    );
    expect(queue).toMatchObject({ items: [{ id, causeAskedAt: HALF_THE_TARGET }] });
  });

  it('never asks about the same wait again', async () => {
    const id = await submitted();
    await asksAt(HALF_THE_TARGET);
    expect(await asksAt('2026-06-01T08:00:00.000Z')).toBe(0);
    expect(await questions(id)).toHaveLength(1);
  });

  it('asks once when two sweep at the same time', async () => {
    const id = await submitted();
    time.turnTo(HALF_THE_TARGET);
    await Promise.all([sweeper().sweep(), sweeper().sweep()]);
    expect(await questions(id)).toHaveLength(1);
  });

  it('does not ask where the cause was given, be it that nobody knows', async () => {
    const id = await submitted();
    await must(id, 'SET_CAUSE', olle, { stage: 'check', cause: 'unknown' });
    expect(await asksAt('2026-06-01T08:00:00.000Z')).toBe(0);
    expect(await questions(id)).toEqual([]);
  });

  it('does not ask once somebody has taken the case, nor after a hand-off', async () => {
    const id = await submitted();
    await must(id, 'CLAIM', olle, { stage: 'check' });
    await must(id, 'HAND_OFF', olle, { stage: 'check', assignee: 'olga' });
    expect(await asksAt('2026-06-01T08:00:00.000Z')).toBe(0);
    expect(await questions(id)).toEqual([]);
  });

  it('asks anew when the case stands anew', async () => {
    const id = await submitted();
    await asksAt(HALF_THE_TARGET);
    await must(id, 'CLAIM', olle, { stage: 'check' });
    await must(id, 'ASK_APPLICANT', olle);
    await must(id, 'SUBMIT', anna);
    expect(await asksAt('2026-03-10T08:00:00.000Z')).toBe(0);
    expect(await asksAt('2026-03-17T08:00:00.000Z')).toBe(1);
    expect((await questions(id)).map(({ record }) => record)).toMatchObject([{ opened: 2 }, { opened: 6 }]);
  });

  it('asks nothing, and complains of nothing, when the cause comes in between', async () => {
    const id = await submitted();
    const answeredFirst: SweeperParts['cases'] = {
      command: async (command, actor) => {
        await must(id, 'SET_CAUSE', olle, { stage: 'check', cause: 'staff-absence' });
        return cases.command(command, actor);
      },
    };
    expect(await asksAt(HALF_THE_TARGET, answeredFirst)).toBe(0);
    expect(await questions(id)).toEqual([]);
  });

  it.each([
    ['before the question was put', false],
    ['after it was put', true],
  ])('asks once though it was killed %s', async (_when, isPut) => {
    const id = await submitted();
    const killed: SweeperParts['cases'] = {
      command: async (command, actor) => {
        if (isPut) await cases.command(command, actor);
        throw new Error('killed');
      },
    };
    await expect(asksAt(HALF_THE_TARGET, killed)).rejects.toThrow(AggregateError);
    expect(await asksAt(HALF_THE_TARGET)).toBe(isPut ? 0 : 1);
    expect(await questions(id)).toHaveLength(1);
  });

  it('refuses a question about what has ended or was asked already, and one that a person sends', async () => {
    const id = await submitted();
    await asksAt(HALF_THE_TARGET);
    const wait = { instanceId: id, region: '', opened: 2, stage: 'check', party: 'hdab' } as const;
    const again = { ...causeQuestion(wait), idempotencyKey: 'again' };
    const notNow = { refusal: 'conflict', code: 'not-possible-now' };
    expect(await cases.command(again, systemActor('check'))).toMatchObject(notNow);
    await must(id, 'CLAIM', olle, { stage: 'check' });
    expect(await cases.command(again, systemActor('check'))).toMatchObject(notNow);
    expect(await cases.command(again, olle)).toMatchObject({ code: 'role-missing' });
  });

  it('leaves a ledger that verifies and from which the question is told anew, also after a correction', async () => {
    const id = await submitted();
    await asksAt(HALF_THE_TARGET);
    const reason = 'It came by letter two hours later.';
    await must(id, 'CORRECT', olle, { number: 2, happenedAt: '2026-03-02T10:00:00.000Z', reason });
    const { pool } = database;
    expect(await verifyLedger(pool)).toMatchObject({ fault: null });
    expect(await checkRebuild(pool, configuration)).toMatchObject({ differences: [] });
    await pool.query('UPDATE span SET cause_asked_at = NULL WHERE instance_id = $1', [id]);
    expect((await checkRebuild(pool, configuration)).differences).toEqual([
      { instanceId: id, what: 'spans' },
    ]);
    await rebuild(pool, configuration);
    expect(await asksAt('2026-06-01T08:00:00.000Z')).toBe(0);
  });
});
