import { CountedIds, TurnedTime } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../test/support/example-workflow';
import { START, configurationOf, person } from '../../test/support/memory-family';
import { type TestDatabase, createTestDatabase } from '../../test/support/test-database';
import { Cases } from './cases';
import { type Actor, type Command, isRefusal } from './decision/command';
import { checkRebuild, rebuild } from './ledger/rebuild';
import { verifyLedger } from './ledger/verify';

const configuration = configurationOf([exampleCase, exampleInquiry]);
const anna = person('anna', 'applicant');
const olle = person('olle', 'case_officer');
const lisa = person('lisa', 'legal_reviewer');
const dan = person('dan', 'technical_reviewer');
const region = { ...person('region', 'data_holder'), organisations: ['one', 'two'] };

describe('cases in the database', () => {
  const time = new TurnedTime(START);
  const ids = new CountedIds();
  let database: TestDatabase;
  let cases: Cases;
  let keys = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    cases = new Cases({ pool: database.pool, time, ids, configuration });
  });
  afterAll(() => database.drop());

  async function draft(title = 'A study'): Promise<string> {
    const answer = await cases.create('example-case', { title }, anna);
    if (isRefusal(answer)) throw new Error(answer.code);
    return answer.view.id;
  }

  async function send(instanceId: string, type: string, actor: Actor, more: Partial<Command> = {}) {
    const idempotencyKey = `key-${(keys += 1)}`;
    const now = await cases.read(instanceId, actor);
    const version = isRefusal(now) ? 0 : now.view.version;
    const command = { instanceId, type, payload: {}, version, idempotencyKey, ...more };
    return cases.command(command, actor);
  }

  async function must(instanceId: string, type: string, actor: Actor, more: Partial<Command> = {}) {
    const answer = await send(instanceId, type, actor, more);
    if (isRefusal(answer)) throw new Error(`${type}: ${answer.code} ${String(answer.details)}`);
    return answer.view;
  }

  async function inReview(): Promise<string> {
    const id = await draft();
    await must(id, 'SUBMIT', anna);
    await must(id, 'CLAIM', olle, { payload: { stage: 'check' } });
    await must(id, 'PASS', olle);
    await must(id, 'CLAIM', dan, { payload: { stage: 'data' } });
    return id;
  }

  it('are begun by one applicant up to a limit, however many at once, and again once one is gone', async () => {
    const few = new Cases({ ...{ pool: database.pool, time, ids }, configuration, draftsPerApplicant: 3 });
    const frida = person('frida', 'applicant');
    const begin = () => few.create('example-case', { title: 'A study' }, frida);
    const answers = await Promise.all(Array.from({ length: 8 }, begin));
    const begun = answers.filter((answer) => !isRefusal(answer));
    expect(begun).toHaveLength(3);
    expect(answers.filter(isRefusal).map(({ code, details }) => ({ code, details }))).toEqual(
      Array.from({ length: 5 }, () => ({ code: 'too-many-drafts', details: ['3'] })),
    );
    // Whoever has as many is in nobody else's way.
    expect(
      isRefusal(await few.create('example-case', { title: 'A study' }, person('folke', 'applicant'))),
    ).toBe(false);
    await must((begun[0] as { view: { id: string } }).view.id, 'SUBMIT', frida);
    expect(isRefusal(await begin())).toBe(false);
    expect(await begin()).toMatchObject({ code: 'too-many-drafts' });
  });

  it('number submissions without a gap, however many come at once and however many are refused', async () => {
    const drafts = await Promise.all(Array.from({ length: 12 }, () => draft()));
    const answers = await Promise.all(
      drafts.flatMap((id) => [send(id, 'SUBMIT', anna), send(id, 'SUBMIT', olle)]),
    );
    const numbers = answers.flatMap((answer) => (isRefusal(answer) ? [] : [answer.view.registrationNumber]));
    const first = Number(numbers.map(String).sort()[0]?.slice(5));
    expect(numbers.map(String).sort()).toEqual(
      Array.from({ length: 12 }, (_none, index) => `2026-${String(first + index).padStart(5, '0')}`),
    );
  });

  it('let one of two officers win who claim the same step at once', async () => {
    const id = await draft();
    await must(id, 'SUBMIT', anna);
    const payload = { stage: 'check' };
    const both = await Promise.all([
      send(id, 'CLAIM', olle, { payload }),
      send(id, 'CLAIM', person('olga', 'case_officer'), { payload }),
    ]);
    const refusals = both.filter(isRefusal);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({ refusal: 'conflict', present: { state: ['check.assigned'] } });
  });

  it('answer a repeated key with the first answer, and refuse it with another body or from somebody else', async () => {
    const id = await draft();
    const first = await must(id, 'SUBMIT', anna, { idempotencyKey: 'once' });
    await must(id, 'CLAIM', olle, { payload: { stage: 'check' } });
    const again = await send(id, 'SUBMIT', anna, { idempotencyKey: 'once' });
    expect(isRefusal(again) ? again : again.view).toEqual(JSON.parse(JSON.stringify(first)));
    expect(await send(id, 'WITHDRAW', anna, { idempotencyKey: 'once' })).toMatchObject({
      code: 'key-reused',
    });
    expect(await send(id, 'SUBMIT', olle, { idempotencyKey: 'once' })).toMatchObject({ code: 'key-reused' });
  });

  it('move parent and children in one transaction, and tell the queues what opened', async () => {
    const id = await inReview();
    const { children } = await must(id, 'ASK_HOLDERS', dan, { payload: { holders: ['one', 'two'] } });
    expect(children.map((child) => child.holder).sort()).toEqual(['one', 'two']);
    const jobs = await database.pool.query('SELECT queue, name FROM outbox WHERE data->>$1 = ANY($2)', [
      'instanceId',
      children.map((child) => child.id),
    ]);
    expect(jobs.rows).toEqual(expect.arrayContaining([{ queue: 'inquiry', name: 'arrival' }]));
    expect(jobs.rows.filter(({ name }) => name === 'reminder')).toHaveLength(2);
    for (const child of children) {
      await must(child.id, 'CLAIM', region, { payload: { stage: 'inquiry' } });
      await must(child.id, 'ANSWER', region);
    }
    const answer = await cases.read(id, dan);
    expect(isRefusal(answer) ? answer : answer.view.state).toContain('review.data.work.assigned');
  });

  it('keep a form’s revisions beside the ledger, merge patches, and give both versions to whoever was slower', async () => {
    const id = await draft('First');
    const saved = await cases.patchForm(id, 1, { title: 'Second' }, anna);
    expect(saved).toMatchObject({ form: { title: 'Second' }, view: { version: 1, formVersion: 2 } });
    expect(await cases.patchForm(id, 1, { title: 'Third' }, anna)).toMatchObject({
      code: 'form-changed',
      versions: { formVersion: 2, current: { title: 'Second' }, yours: { title: 'Third' } },
    });
    expect(await cases.patchForm(id, 2, { title: 7 }, anna)).toMatchObject({ code: 'bad-form' });
    await must(id, 'SUBMIT', anna);
    expect(await cases.patchForm(id, 2, { title: 'Late' }, anna)).toMatchObject({
      code: 'form-not-editable',
    });
  });

  it('can be told anew from the ledger alone, also after a correction, and rebuilt where a fact was touched', async () => {
    const id = await inReview();
    time.turnTo('2026-03-09T08:00:00.000Z');
    const { version } = await must(id, 'FINISH_DATA', dan);
    const payload = {
      number: version,
      happenedAt: '2026-03-05T08:00:00.000Z',
      reason: 'Finished on Thursday.',
    };
    await must(id, 'CORRECT', olle, { payload });
    expect(await checkRebuild(database.pool, configuration)).toMatchObject({ differences: [] });
    await database.pool.query(
      `UPDATE span SET stage = 'elsewhere' WHERE instance_id = $1 AND stage = 'data'`,
      [id],
    );
    expect((await checkRebuild(database.pool, configuration)).differences).toEqual([
      { instanceId: id, what: 'spans' },
    ]);
    await rebuild(database.pool, configuration);
    expect(await checkRebuild(database.pool, configuration)).toMatchObject({ differences: [] });
    expect(await must(id, 'CLAIM', lisa, { payload: { stage: 'law' } })).toHaveProperty('id', id);
  });

  it('keep what the form tells them apart by: of the form as it was last submitted, and told anew from the ledger', async () => {
    const id = await draft();
    const kept = async () => {
      const stored = 'SELECT characteristics FROM instance WHERE id = $1';
      return (await database.pool.query<{ characteristics: string[] }>(stored, [id])).rows[0]
        ?.characteristics;
    };
    await cases.patchForm(id, 1, { purpose: '53-1-c' }, anna);
    expect(await kept()).toEqual([]);
    await must(id, 'SUBMIT', anna);
    expect(await kept()).toEqual(['purpose:53-1-c']);
    await must(id, 'CLAIM', olle, { payload: { stage: 'check' } });
    await must(id, 'ASK_APPLICANT', olle);
    await cases.patchForm(id, 2, { purpose: '53-1-e' }, anna);
    expect(await kept()).toEqual(['purpose:53-1-c']);
    await must(id, 'SUBMIT', anna);
    expect(await kept()).toEqual(['purpose:53-1-e']);
    await database.pool.query(`UPDATE instance SET characteristics = '{}' WHERE id = $1`, [id]);
    expect((await rebuild(database.pool, configuration)).differences).toEqual([
      { instanceId: id, what: 'instance' },
    ]);
    expect(await kept()).toEqual(['purpose:53-1-e']);
  });

  it('can be told anew after a correction that moved the birth of children', async () => {
    const id = await inReview();
    time.turnTo('2026-03-12T08:00:00.000Z');
    const { version } = await must(id, 'ASK_HOLDERS', dan, { payload: { holders: ['one'] } });
    const payload = {
      number: version,
      happenedAt: '2026-03-11T08:00:00.000Z',
      reason: 'Asked on Wednesday.',
    };
    await must(id, 'CORRECT', olle, { payload });
    expect(await checkRebuild(database.pool, configuration)).toMatchObject({ differences: [] });
    const born = await database.pool.query('SELECT created_at FROM instance WHERE parent_id = $1', [id]);
    expect(born.rows).toEqual([{ created_at: '2026-03-11T08:00:00.000Z' }]);
  });

  it('cannot be rewritten: the database refuses, and what a hand does past it is named by row', async () => {
    const id = await draft();
    await must(id, 'SUBMIT', anna);
    await must(id, 'CLAIM', olle, { payload: { stage: 'check' } });
    const { pool } = database;
    expect(await verifyLedger(pool)).toMatchObject({ fault: null });
    const edit = `UPDATE ledger SET actor = 'somebody' WHERE instance_id = $1 AND number = 2`;
    await expect(pool.query(edit, [id])).rejects.toThrow(/append-only|ledger/i);
    await pool.query('ALTER TABLE ledger DISABLE TRIGGER ledger_append_only');
    await pool.query(edit, [id]);
    expect((await verifyLedger(pool)).fault).toEqual({
      instanceId: id,
      number: 2,
      code: 'ledger-row-changed',
    });
    await pool.query(`UPDATE ledger SET actor = 'anna' WHERE instance_id = $1 AND number = 2`, [id]);
    await pool.query('DELETE FROM ledger WHERE instance_id = $1 AND number = 3', [id]);
    expect((await verifyLedger(pool)).fault).toEqual({
      instanceId: id,
      number: 3,
      code: 'ledger-tail-missing',
    });
  });
});
