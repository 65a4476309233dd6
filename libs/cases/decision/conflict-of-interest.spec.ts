import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { MemoryFamily, START, configurationOf, person } from '../../../test/support/memory-family';
import { replay } from '../ledger/replay';
import type { Actor } from './command';
import { viewOf } from './view';

const anna = person('anna', 'applicant');
const olle = person('olle', 'case_officer');
const lisa = person('lisa', 'legal_reviewer');
const dan = person('dan', 'technical_reviewer');
const berit = person('berit', 'decision_maker');
const gun = person('gun', 'decision_maker');
const region = person('region', 'data_holder');

const configuration = configurationOf([exampleCase, exampleInquiry]);
const refused = { refusal: 'forbidden', code: 'conflict-of-interest' };
const REASON = { reason: 'My sister leads the study.' };

/** A case with both reviews claimed, and an inquiry asked of one holder. */
function inReview() {
  const cases = new MemoryFamily(exampleCase, configuration, anna);
  cases.must('SUBMIT', anna);
  cases.must('CLAIM', olle, { payload: { stage: 'check' } });
  cases.must('PASS', olle);
  cases.must('CLAIM', lisa, { payload: { stage: 'law' } });
  cases.must('CLAIM', dan, { payload: { stage: 'data' } });
  cases.must('ASK_HOLDERS', dan, { payload: { holders: ['north'] } });
  const to = cases.children('example-inquiry')[0]!.instance.id;
  return { cases, to };
}

function actions(cases: MemoryFamily, who: Actor, id = cases.rootId) {
  return viewOf(cases.facts, id, who, { at: START, configuration }).actions;
}

describe('whoever has declared a conflict of interest', () => {
  it('neither assesses nor is assigned anything in the case, while everybody else goes on', () => {
    const { cases } = inReview();
    cases.must('DECLARE_CONFLICT', lisa, { payload: REASON });
    const mia = person('mia', 'legal_reviewer');
    const law = { payload: { stage: 'law' } };
    expect(cases.send('CLAIM', lisa, law)).toMatchObject(refused);
    const named = { payload: { ...law.payload, assignee: 'lisa' } };
    expect(cases.send('CLAIM', mia, named)).toMatchObject(refused);
    cases.must('CLAIM', mia, law);
    expect(cases.send('HAND_OFF', mia, named)).toMatchObject(refused);
    expect(cases.send('FINISH_LAW', lisa)).toMatchObject(refused);
    expect(cases.send('FINISH_LAW', mia, { onBehalfOf: 'lisa' })).toMatchObject(refused);
    cases.must('FINISH_LAW', mia);
  });

  it('loses what they hold to the queue, where no clock starts anew, and the ledger alone tells the same', () => {
    const { cases } = inReview();
    const before = cases.facts.get(cases.rootId)!.clocks;
    const view = cases.must('DECLARE_CONFLICT', lisa, { payload: REASON });
    expect(view.stages).toMatchObject([
      { stage: 'data', activity: 'paused', assignee: 'dan' },
      { stage: 'law', activity: 'waiting', assignee: null },
    ]);
    expect(cases.facts.get(cases.rootId)!.clocks).toEqual(before);
    const [declared, returned] = cases.ledgers.get(cases.rootId)!.slice(-2);
    expect(returned).toMatchObject({
      ...{ type: 'RETURN_TO_QUEUE', actor: 'system:family' },
      record: { stage: 'law', by: { instance: cases.rootId, number: declared!.number } },
    });
    const told = replay(cases.ledgers.get(cases.rootId)!, configuration);
    expect(told).toMatchObject({ instance: { conflicts: ['lisa'] }, clocks: before });
  });

  it('does not get a paused stage back when the pause ends: it goes to the queue', () => {
    const { cases, to } = inReview();
    cases.must('DECLARE_CONFLICT', dan, { payload: REASON });
    cases.must('CLAIM', region, { to, payload: { stage: 'inquiry' } });
    cases.must('ANSWER', region, { to });
    const { stages } = viewOf(cases.facts, cases.rootId, olle, { at: START, configuration });
    expect(stages).toContainEqual(
      expect.objectContaining({ stage: 'data', activity: 'waiting', assignee: null }),
    );
  });

  it('keeps out of what lies below the case, and of nothing above where it was declared', () => {
    const { cases, to } = inReview();
    const both = person('both', 'legal_reviewer', 'data_holder');
    cases.must('DECLARE_CONFLICT', both, { to, payload: REASON });
    expect(cases.send('ANSWER', both, { to })).toMatchObject(refused);
    cases.must('FINISH_LAW', both);
    cases.must('DECLARE_CONFLICT', olle, { payload: REASON, onBehalfOf: 'region' });
    expect(cases.send('ANSWER', region, { to })).toMatchObject(refused);
  });

  it('is told so before they try', () => {
    const { cases } = inReview();
    cases.must('DECLARE_CONFLICT', lisa, { payload: REASON });
    const ofLisa = actions(cases, lisa);
    expect(ofLisa.map(({ type }) => type)).toContain('CLAIM');
    expect(new Set(ofLisa.map(({ possible, why }) => `${possible} ${why}`))).toEqual(
      new Set(['false conflict-of-interest']),
    );
    expect(actions(cases, person('mia', 'legal_reviewer'))).toContainEqual(
      expect.objectContaining({ type: 'CLAIM', possible: true }),
    );
  });

  it('is still the applicant in a case of their own, which needs no declaration', () => {
    const both = person('both', 'applicant', 'case_officer');
    const cases = new MemoryFamily(exampleCase, configuration, both);
    cases.must('SUBMIT', both);
    expect(cases.send('CLAIM', both, { payload: { stage: 'check' } })).toMatchObject(refused);
  });
});

describe('a conflict of interest', () => {
  const lift = { payload: { subject: 'berit', ...REASON } };

  it('is lifted by another decision maker, and not by whoever declared it, in whatever name', () => {
    const { cases } = inReview();
    expect(cases.send('LIFT_CONFLICT', gun, lift)).toMatchObject({ code: 'conflict-not-declared' });
    cases.must('DECLARE_CONFLICT', berit, { payload: REASON });
    expect(cases.send('LIFT_CONFLICT', berit, lift)).toMatchObject(refused);
    expect(cases.send('LIFT_CONFLICT', gun, { ...lift, onBehalfOf: 'berit' })).toMatchObject(refused);
    expect(cases.send('LIFT_CONFLICT', olle, lift)).toMatchObject({ code: 'role-missing' });
    expect(actions(cases, gun)).toContainEqual(
      expect.objectContaining({ type: 'LIFT_CONFLICT', possible: true }),
    );
    cases.must('LIFT_CONFLICT', gun, lift);
    cases.must('FINISH_LAW', lisa);
    expect(actions(cases, berit).map(({ type }) => type)).not.toContain('LIFT_CONFLICT');
  });

  it('is declared of somebody else by a colleague who learns of it: the colleague is free', () => {
    const { cases } = inReview();
    cases.must('DECLARE_CONFLICT', olle, { payload: REASON, onBehalfOf: 'lisa' });
    expect(cases.send('FINISH_LAW', lisa)).toMatchObject(refused);
    cases.must('EXTEND_DEADLINE', olle, { payload: { clock: 'permit-decision', ...REASON } });
  });

  it('is no applicant’s to declare, and its reason is no fact', () => {
    const { cases } = inReview();
    expect(cases.send('DECLARE_CONFLICT', anna, { payload: REASON })).toMatchObject({ code: 'role-missing' });
    cases.must('DECLARE_CONFLICT', lisa, { payload: REASON });
    expect(JSON.stringify([...cases.ledgers.values(), ...cases.facts.values()])).not.toContain('sister');
  });
});
