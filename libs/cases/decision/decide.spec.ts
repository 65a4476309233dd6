import { timeConservationViolations } from '@ledtid/time';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { MemoryFamily, START, configurationOf, person } from '../../../test/support/memory-family';
import { firstFault } from '../ledger/chain';
import { replay } from '../ledger/replay';
import type { Actor } from './command';
import { viewOf } from './view';

const anna = person('anna', 'applicant');
const olle = person('olle', 'case_officer');
const lisa = person('lisa', 'legal_reviewer');
const dan = person('dan', 'technical_reviewer');
const bea = person('bea', 'decision_maker', 'legal_reviewer');
const region = person('region', 'data_holder');
const timer = { subject: 'system:check', roles: [], organisations: [], system: true };

const configuration = configurationOf([exampleCase, exampleInquiry]);
const hour = (hours: number) => new Date(Date.parse(START) + hours * 3_600_000).toISOString();

function family(): MemoryFamily {
  return new MemoryFamily(exampleCase, configuration, anna);
}

/** A case with both reviews claimed. */
function inReview(): MemoryFamily {
  const cases = family();
  cases.must('SUBMIT', anna);
  cases.must('CLAIM', olle, { payload: { stage: 'check' } });
  cases.time.turnTo(hour(1));
  cases.must('PASS', olle);
  cases.must('CLAIM', lisa, { payload: { stage: 'law' } });
  cases.must('CLAIM', dan, { payload: { stage: 'data' } });
  return cases;
}

function root(cases: MemoryFamily) {
  const facts = cases.facts.get(cases.rootId);
  if (!facts) throw new Error('no root');
  return facts;
}

/** Facts told anew from the ledger equal those kept step by step, and every chain holds. */
function expectRebuildEqual(cases: MemoryFamily): void {
  for (const [id, rows] of cases.ledgers) {
    expect(firstFault(rows)).toBeNull();
    const told = replay(rows, configuration);
    const kept = cases.facts.get(id);
    if ('code' in told || !kept) throw new Error(JSON.stringify(told));
    expect({ ...told.instance, formVersion: 0 }).toEqual({ ...kept.instance, formVersion: 0 });
    const bySpan = (one: { region: string; opened: number }, other: { region: string; opened: number }) =>
      one.opened - other.opened || (one.region < other.region ? -1 : 1);
    expect([...told.spans].sort(bySpan)).toEqual([...kept.spans].sort(bySpan));
    expect(told.clocks).toEqual(kept.clocks);
    expect(told.milestones).toEqual(kept.milestones);
  }
}

describe('a command', () => {
  it('is refused for a role that may not, before anything is said of the state', () => {
    expect(family().send('PASS', lisa)).toMatchObject({ code: 'role-missing', refusal: 'forbidden' });
  });

  it('is refused with a sentence on each fault of its payload', () => {
    const refusal = inReview().send('ASK_HOLDERS', dan, { payload: { holders: 'one', extra: 1 } });
    expect(refusal).toMatchObject({ code: 'bad-payload', refusal: 'invalid' });
    expect(refusal).toHaveProperty('details', expect.arrayContaining([expect.stringContaining('extra')]));
  });

  it('is refused by the guard’s own name where the state says no', () => {
    expect(inReview().send('ASK_HOLDERS', dan, { payload: { holders: [] } })).toMatchObject({
      code: 'no-holder-named',
    });
    expect(family().send('PASS', olle)).toMatchObject({ code: 'not-possible-now', refusal: 'conflict' });
  });

  it('gives the registration number once, at the first submission, by the year in Stockholm', () => {
    const cases = family();
    expect(cases.must('SUBMIT', anna).registrationNumber).toBe('2026-00042');
  });

  it('keeps free text out of the ledger: the row has the digest, the payload lies beside it', () => {
    const cases = inReview();
    cases.must('ASK_HOLDERS', dan, { payload: { holders: ['one'], question: 'Kalle Anka?' } });
    const rows = JSON.stringify([...cases.ledgers.values()]);
    expect(rows).not.toContain('Kalle');
  });

  it('sent by a reviewer who also decides is refused: four eyes', () => {
    const cases = family();
    cases.must('SUBMIT', anna);
    cases.must('CLAIM', olle, { payload: { stage: 'check' } });
    cases.must('PASS', olle);
    cases.must('CLAIM', bea, { payload: { stage: 'law' } });
    cases.must('FINISH_LAW', bea);
    cases.must('CLAIM', dan, { payload: { stage: 'data' } });
    cases.must('FINISH_DATA', dan);
    cases.must('CLAIM', bea, { payload: { stage: 'decision' } });
    expect(cases.send('DECIDE', bea)).toMatchObject({ code: 'four-eyes', refusal: 'forbidden' });
    expect(cases.must('DECIDE', person('gun', 'decision_maker')).outcome).toBe('access');
  });
});

describe('four eyes', () => {
  const gun = person('gun', 'decision_maker');

  /** Both reviews finished, the legal one by lisa for bea, and the decision claimed. */
  function reviewedForBea(): MemoryFamily {
    const cases = inReview();
    cases.must('FINISH_LAW', lisa, { onBehalfOf: 'bea' });
    cases.must('FINISH_DATA', dan);
    cases.must('CLAIM', gun, { payload: { stage: 'decision' } });
    return cases;
  }

  it('see through somebody else’s registration: whoever had it assessed may not decide', () => {
    expect(reviewedForBea().send('DECIDE', bea)).toMatchObject({ code: 'four-eyes' });
  });

  it('see through a decision registered for whoever assessed', () => {
    expect(reviewedForBea().send('DECIDE', gun, { onBehalfOf: 'lisa' })).toMatchObject({ code: 'four-eyes' });
    expect(reviewedForBea().must('DECIDE', gun).outcome).toBe('access');
  });
});

describe('assessing and preparing', () => {
  /** An inquiry of the case open, and the legal review done by lisa. */
  function asked() {
    const cases = inReview();
    cases.must('FINISH_LAW', lisa);
    cases.must('ASK_HOLDERS', dan, { payload: { holders: ['north'] } });
    const [inquiry] = cases.children('example-inquiry');
    const to = inquiry!.instance.id;
    cases.must('CLAIM', region, { to, payload: { stage: 'inquiry' } });
    return { cases, to };
  }

  it('are apart: whoever assessed the case prepares no data of it, for anybody', () => {
    const { cases, to } = asked();
    const refused = { code: 'preparation-apart', refusal: 'forbidden' };
    expect(cases.send('ANSWER', lisa, { to })).toMatchObject(refused);
    expect(cases.send('ANSWER', bea, { to, onBehalfOf: 'lisa' })).toMatchObject(refused);
    expect(cases.must('ANSWER', bea, { to }).outcome).toBe('answered');
  });

  it('are shown apart before anybody tries', () => {
    const { cases, to } = asked();
    const beholding = { at: START, configuration };
    const actions = (who: Actor) =>
      viewOf(cases.facts, to, who, beholding).actions.filter(({ type }) => type === 'ANSWER');
    expect(actions(lisa)).toMatchObject([{ possible: false, why: 'preparation-apart' }]);
    expect(actions(bea)).toMatchObject([{ possible: true, why: null }]);
  });
});

describe('the ledger', () => {
  it('takes no personal identity number, wherever one is written, and never repeats it', () => {
    const cases = inReview();
    const refusal = cases.send('ASK_HOLDERS', dan, { payload: { holders: ['19900101-2384'] } });
    expect(refusal).toMatchObject({ code: 'identifier-in-ledger', details: ['holders.0'] });
    expect(JSON.stringify(refusal)).not.toContain('19900101');
    const forWhom = { payload: { stage: 'law', assignee: 'mia' }, onBehalfOf: '199001012384' };
    expect(cases.send('HAND_OFF', lisa, forWhom)).toMatchObject({ code: 'identifier-in-ledger' });
  });

  it('takes no names as assignees: a subject is a code', () => {
    for (const assignee of ['Anna Svensson', 'system:family', 'x'.repeat(121)]) {
      const payload = { stage: 'law', assignee };
      expect(inReview().send('HAND_OFF', lisa, { payload })).toMatchObject({ code: 'bad-payload' });
    }
  });
});

describe('staleness', () => {
  it('leaves two parallel reviewers undisturbed by each other', () => {
    const cases = inReview();
    const seen = root(cases).instance.version;
    cases.must('FINISH_LAW', lisa, { version: seen });
    expect(cases.must('FINISH_DATA', dan, { version: seen }).state).toEqual(['decision.waiting']);
  });

  it('refuses the second of two officers who hand off the same step', () => {
    const cases = inReview();
    const seen = root(cases).instance.version;
    cases.must('HAND_OFF', lisa, { version: seen, payload: { stage: 'law', assignee: 'mia' } });
    expect(
      cases.send('HAND_OFF', lisa, { version: seen, payload: { stage: 'law', assignee: 'eva' } }),
    ).toMatchObject({
      code: 'stale',
    });
  });

  it('refuses a step that was decided on a form which changed since', () => {
    const cases = family();
    cases.must('SUBMIT', anna);
    const seen = root(cases).instance.version;
    cases.must('CLAIM', olle, { payload: { stage: 'check' } });
    cases.must('ASK_APPLICANT', olle);
    cases.must('SUBMIT', anna);
    expect(cases.send('CLAIM', olle, { version: seen, payload: { stage: 'check' } })).toMatchObject({
      code: 'stale',
    });
  });
});

describe('when it happened', () => {
  it('is refused in the future and before the step’s previous event', () => {
    const cases = inReview();
    expect(cases.send('FINISH_LAW', lisa, { occurredAt: hour(9) })).toMatchObject({
      code: 'occurred-in-future',
    });
    expect(cases.send('FINISH_LAW', lisa, { occurredAt: hour(0.5) })).toMatchObject({
      code: 'occurred-before-previous',
    });
  });

  it('carries spans and clocks, while the ledger keeps when it was registered', () => {
    const cases = inReview();
    cases.time.turnTo(hour(50));
    cases.must('FINISH_LAW', lisa, { occurredAt: hour(2) });
    const span = root(cases).spans.find((one) => one.stage === 'law' && one.activity === 'assigned');
    expect(span).toMatchObject({ endedAt: hour(2) });
    expect(cases.ledgers.get(cases.rootId)?.at(-1)).toMatchObject({
      occurredAt: hour(2),
      recordedAt: hour(50),
    });
    expectRebuildEqual(cases);
  });

  it('lets a join begin when its last branch ended, though that branch was registered first', () => {
    const cases = inReview();
    cases.time.turnTo(hour(10));
    cases.must('FINISH_LAW', lisa);
    cases.must('FINISH_DATA', dan, { occurredAt: hour(3) });
    expect(root(cases).spans.find((one) => one.stage === 'decision')).toMatchObject({ startedAt: hour(10) });
    expectRebuildEqual(cases);
  });

  it('is corrected by a new event; the facts follow, the wrong row stays', () => {
    const cases = inReview();
    cases.time.turnTo(hour(30));
    const { version } = cases.must('FINISH_LAW', lisa);
    const payload = { number: version, happenedAt: hour(5), reason: 'The letter came five hours in.' };
    cases.must('CORRECT', olle, { payload });
    const span = root(cases).spans.find((one) => one.stage === 'law' && one.activity === 'assigned');
    expect(span).toMatchObject({ endedAt: hour(5), closed: version });
    expect(cases.ledgers.get(cases.rootId)?.find((row) => row.number === version)).toMatchObject({
      occurredAt: hour(30),
    });
    expectRebuildEqual(cases);
    expect(cases.send('CORRECT', olle, { payload: { ...payload, happenedAt: hour(0.5) } })).toMatchObject({
      code: 'occurred-before-previous',
    });
    expect(cases.send('CORRECT', olle, { payload: { ...payload, number: 99 } })).toMatchObject({
      code: 'no-such-event',
    });
  });
});

describe('a correction', () => {
  /** An inquiry that was answered, registered 40 hours in; the answer moved the parent on. */
  function answered() {
    const cases = inReview();
    cases.must('ASK_HOLDERS', dan, { payload: { holders: ['one'] } });
    const [inquiry] = cases.children('example-inquiry').map(({ instance }) => instance.id);
    if (!inquiry) throw new Error('no inquiry');
    cases.must('CLAIM', region, { to: inquiry, payload: { stage: 'inquiry' } });
    cases.time.turnTo(hour(40));
    const { version } = cases.must('ANSWER', region, { to: inquiry });
    return { cases, inquiry, version };
  }

  it('can be corrected again, in the case and in its relatives: the last one stands', () => {
    const { cases, inquiry, version: number } = answered();
    for (const hours of [6, 8]) {
      cases.must('CORRECT', olle, {
        to: inquiry,
        payload: { number, happenedAt: hour(hours), reason: 'Heard.' },
      });
    }
    const asked = root(cases).spans.find((span) => span.leaf === 'review.data.work.holders');
    expect(asked).toMatchObject({ endedAt: hour(8) });
    const numbers = cases.ledgers.get(cases.rootId)?.map((row) => row.number) ?? [];
    expect(numbers).toEqual(numbers.map((_none, index) => index + 1));
    expectRebuildEqual(cases);
  });

  it('moves several events of one relative that one event set off', () => {
    const cases = inReview();
    cases.time.turnTo(hour(2));
    const { version: number } = cases.must('ASK_HOLDERS', dan, { payload: { holders: ['one', 'two'] } });
    cases.time.turnTo(hour(5));
    cases.must('CORRECT', olle, { payload: { number, happenedAt: hour(1.5), reason: 'Asked earlier.' } });
    for (const { spans } of cases.children('example-inquiry'))
      expect(spans[0]).toMatchObject({ startedAt: hour(1.5) });
    expectRebuildEqual(cases);
  });

  it('is itself no event that could be corrected', () => {
    const { cases, inquiry, version: number } = answered();
    const payload = { number, happenedAt: hour(6), reason: 'Heard.' };
    const { version } = cases.must('CORRECT', olle, { to: inquiry, payload });
    expect(
      cases.send('CORRECT', olle, { to: inquiry, payload: { ...payload, number: version } }),
    ).toMatchObject({
      code: 'no-such-event',
    });
  });

  it('moves what an event set off only with that event, and nothing before the case began', () => {
    const { cases, inquiry } = answered();
    const reason = 'Heard.';
    const early = { number: 1, happenedAt: hour(0.5), reason };
    expect(cases.send('CORRECT', olle, { to: inquiry, payload: early })).toMatchObject({
      code: 'set-off-by-another',
    });
    const before = { number: 2, happenedAt: '1900-01-01T00:00:00.000Z', reason };
    expect(cases.send('CORRECT', olle, { payload: before })).toMatchObject({
      code: 'occurred-before-previous',
    });
  });

  it('is offered after the case has ended too, where wrong times are found', () => {
    const cases = inReview();
    const { version: number } = cases.must('WITHDRAW', anna);
    const action = { type: 'CORRECT', stage: null, possible: true, why: null };
    expect(
      cases.must('CORRECT', olle, { payload: { number, happenedAt: hour(1), reason: 'By letter.' } }),
    ).toMatchObject({
      actions: expect.arrayContaining([action]) as unknown[],
    });
    expectRebuildEqual(cases);
  });
});

describe('parent and children', () => {
  it('move in one command, at one moment, each with its own ledger', () => {
    const cases = inReview();
    cases.must('ASK_HOLDERS', dan, { payload: { holders: ['one', 'two'] } });
    const [one, two] = cases.children('example-inquiry').map(({ instance }) => instance.id);
    if (!one || !two) throw new Error('no inquiries');
    cases.time.turnTo(hour(4));
    for (const to of [one, two]) {
      cases.must('CLAIM', region, { to, payload: { stage: 'inquiry' } });
      cases.must('ANSWER', region, { to });
    }
    const asked = root(cases).spans.find((span) => span.leaf === 'review.data.work.holders');
    expect(asked).toMatchObject({ activity: 'paused', party: 'holder', endedAt: hour(4), assignee: 'dan' });
    expect(root(cases).instance.leaves).toContain('review.data.work.assigned');
    expectRebuildEqual(cases);
  });

  it('share a corrected time: what the event set off in the parent moves with it', () => {
    const cases = inReview();
    cases.must('ASK_HOLDERS', dan, { payload: { holders: ['one'] } });
    const [inquiry] = cases.children('example-inquiry').map(({ instance }) => instance.id);
    if (!inquiry) throw new Error('no inquiry');
    cases.must('CLAIM', region, { to: inquiry, payload: { stage: 'inquiry' } });
    cases.time.turnTo(hour(40));
    const { version } = cases.must('ANSWER', region, { to: inquiry });
    cases.must('CORRECT', olle, {
      to: inquiry,
      payload: { number: version, happenedAt: hour(6), reason: 'Answered by phone.' },
    });
    expect(root(cases).spans.find((span) => span.leaf === 'review.data.work.holders')).toMatchObject({
      endedAt: hour(6),
    });
    expectRebuildEqual(cases);
  });
});

describe('clocks', () => {
  it('pause while ethics is awaited, resume after, and are met by the decision', () => {
    const cases = inReview();
    const due = root(cases).clocks.find((clock) => clock.key === 'permit-decision')?.due ?? '';
    cases.must('ASK_ETHICS', lisa);
    cases.time.turnTo(hour(24 * 20));
    cases.must('ANSWER_ETHICS', lisa);
    const resumed = root(cases).clocks.find((clock) => clock.key === 'permit-decision');
    expect(Date.parse(resumed?.due ?? '') - Date.parse(due)).toBeGreaterThanOrEqual(20 * 86_400_000 - 1);
    expectRebuildEqual(cases);
  });

  it('that run out move the case only where a state says so, and never before their time', () => {
    const cases = family();
    cases.must('SUBMIT', anna);
    cases.must('CLAIM', olle, { payload: { stage: 'check' } });
    cases.must('ASK_APPLICANT', olle);
    const clock = root(cases).clocks.find((one) => one.key === 'completion');
    const payload = { clock: 'completion', started: clock?.started ?? 0 };
    expect(cases.send('CLOCK_DUE', timer, { payload })).toMatchObject({ code: 'clock-not-due' });
    cases.time.turnTo(hour(24 * 45));
    for (let wake = wakeUpOf(cases); wake !== null && wake !== 'breach'; wake = wakeUpOf(cases)) {
      cases.must('CLOCK_REMINDER', timer, { payload: { ...payload, moment: wake } });
    }
    expect(cases.must('CLOCK_DUE', timer, { payload }).outcome).toBe('withdrawn');
    expectRebuildEqual(cases);
  });

  it('are extended once, with a reason', () => {
    const cases = inReview();
    const payload = { clock: 'permit-decision', reason: 'Many holders.' };
    cases.must('EXTEND_DEADLINE', olle, { payload });
    expect(cases.send('EXTEND_DEADLINE', olle, { payload })).toMatchObject({
      code: 'clock-already-extended',
    });
    expect(
      cases.send('EXTEND_DEADLINE', olle, { payload: { clock: 'completion', reason: 'x' } }),
    ).toMatchObject({
      code: 'clock-not-running',
    });
    expectRebuildEqual(cases);
  });
});

describe('time', () => {
  it('is conserved: a case always has an open span, and each active region exactly one', () => {
    const cases = inReview();
    cases.time.turnTo(hour(7));
    cases.must('PAUSE', lisa, { payload: { stage: 'law', cause: 'legal-opinion' } });
    cases.must('FINISH_DATA', dan);
    cases.time.turnTo(hour(9));
    cases.must('RESUME', lisa, { payload: { stage: 'law' } });
    cases.must('FINISH_LAW', lisa);
    cases.must('WITHDRAW', anna);
    const { instance, spans } = root(cases);
    const life = { start: instance.createdAt, end: instance.endedAt ?? hour(9) };
    const facts = spans.map((span) => ({ ...span, start: span.startedAt, end: span.endedAt }));
    expect(timeConservationViolations(facts, life)).toEqual([]);
  });
});

function wakeUpOf(cases: MemoryFamily): string | null {
  return root(cases).clocks.find((one) => one.key === 'completion')?.wakeUp ?? null;
}
