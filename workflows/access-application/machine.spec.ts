import { CaseHistory } from '../../test/support/case-history';
import { factsOf } from './form';
import { workflow } from './index';
import sampleForm from './sample-form.json';

const FORM = { form: { digest: '0'.repeat(64), complete: true, facts: factsOf(sampleForm) } };
const [VISITS, EVENTS] = ['hospital-visits', 'heart-registry'];
const ORIGINAL = { kind: 'original', outcome: 'approved', decidedOn: '2026-03-02', datasets: [VISITS] };
const AMENDMENT = { kind: 'amendment', outcome: 'approved', decidedOn: '2026-05-04', datasets: [EVENTS] };
const recommended = (dataset: string | undefined) => ({ dataset, recommended: true, ethics: 'covered' });
const ASSESSED = { datasets: [recommended(VISITS), recommended(EVENTS)] };

const milestones = (effects: readonly object[]) =>
  effects.filter((effect) => (effect as { kind: string }).kind === 'milestone');

function submitted(): CaseHistory {
  const history = new CaseHistory(workflow);
  history.take('SUBMIT', FORM);
  history.take('CLAIM', { stage: 'prequalification' });
  return history;
}

function inReview(): CaseHistory {
  const history = submitted();
  history.take('FINISH_PREQUALIFICATION');
  history.take('CLAIM', { stage: 'legal-review' });
  history.take('CLAIM', { stage: 'technical-feasibility' });
  return history;
}

function inDecision(): CaseHistory {
  const history = inReview();
  history.take('RECORD_ETHICS', { ...ORIGINAL, datasets: [VISITS, EVENTS] });
  history.take('ASK_HOLDERS');
  history.take('GO_ON_WITHOUT_ANSWER');
  history.take('FINISH_TECHNICAL_REVIEW', { feasible: [VISITS, EVENTS] });
  history.take('FINISH_LEGAL_REVIEW', ASSESSED);
  history.take('CLAIM', { stage: 'decision' });
  return history;
}

const GRANTED = { datasets: [VISITS, EVENTS], extent: 'full', permitDays: 365 };

function inReleasing(grant: object = GRANTED): CaseHistory {
  const history = inDecision();
  history.take('GRANT', { ...grant });
  history.take('ACCEPT');
  return history;
}

const released = (holder: string, outcome: string) => ({
  outcome,
  child: `of-${holder}`,
  holder,
  part: null,
  occasion: '1',
});

describe('an application before its assessment', () => {
  it('is submitted with at least one dataset, and only then', () => {
    const history = new CaseHistory(workflow);
    const empty = { form: { ...FORM.form, facts: factsOf({}) } };
    expect(history.refusal('SUBMIT', empty)).toBe('form-incomplete');
    expect(milestones(history.take('SUBMIT', FORM))).toEqual([{ kind: 'milestone', key: 'submitted' }]);
    expect(history.state).toEqual(['prequalification.waiting']);
  });

  it('is completed within one window, at most twice', () => {
    const history = submitted();
    for (const _round of [1, 2]) {
      history.take('REQUEST_COMPLETION', { missing: ['67-2-g'] });
      expect(history.clocks).toEqual([{ starts: ['completion'], pauses: ['pre-screening'] }]);
      history.take('COMPLETE', FORM);
      history.take('CLAIM', { stage: 'prequalification' });
    }
    expect(history.refusal('REQUEST_COMPLETION', { missing: ['67-2-g'] })).toBe(
      'completion-requests-exhausted',
    );
    history.take('FINISH_PREQUALIFICATION');
    expect(history.state).toEqual(['review.legal.waiting', 'review.technical.waiting']);
  });

  it('is dismissed when the window closes on the applicant', () => {
    const history = submitted();
    history.take('REQUEST_COMPLETION', { missing: ['67-2-g'] });
    history.take('CLOCK_DUE', { clock: 'completion', started: 3 });
    expect(history.state).toEqual(['not-completed']);
  });

  it('is not dismissed when the window closes while the body looks at an answer, but cannot be asked again', () => {
    const history = submitted();
    history.take('REQUEST_COMPLETION', { missing: ['67-2-g'] });
    history.take('COMPLETE', FORM);
    history.take('CLOCK_DUE', { clock: 'completion', started: 3 });
    history.take('CLAIM', { stage: 'prequalification' });
    expect(history.refusal('REQUEST_COMPLETION', { missing: ['67-2-g'] })).toBe(
      'completion-requests-exhausted',
    );
    expect(history.refusal('FINISH_PREQUALIFICATION')).toBeNull();
  });
});

describe('the legal review', () => {
  it('waits on ethics for a dataset that is not covered, while the other region goes on', () => {
    const history = inReview();
    history.take('RECORD_ETHICS', ORIGINAL);
    expect(history.refusal('FINISH_LEGAL_REVIEW', ASSESSED)).toBe('ethics-not-covered');
    history.take('REQUEST_ETHICS_AMENDMENT', { datasets: [EVENTS] });
    expect(history.state).toEqual(['review.legal.awaiting-ethics', 'review.technical.assigned']);
    history.take('ASK_HOLDERS');
    history.take('RECORD_ETHICS', { ...AMENDMENT, outcome: 'refused' });
    expect(history.state).toEqual(['review.legal.awaiting-ethics', 'review.technical.awaiting-holders']);
    expect(milestones(history.take('RECORD_ETHICS', AMENDMENT))).toEqual([
      { kind: 'milestone', key: 'ethics-covering', on: '2026-05-04' },
    ]);
    expect(history.state).toEqual(['review.legal.assigned', 'review.technical.awaiting-holders']);
    history.take('FINISH_LEGAL_REVIEW', ASSESSED);
    expect(history.state).toEqual(['review.technical.awaiting-holders']);
  });

  it('suspends the permit clock while the applicant is asked, and runs it again afterwards', () => {
    const history = inReview();
    history.take('ASK_APPLICANT', { days: 14 });
    expect(history.clocks).toContainEqual({
      starts: ['completion-during-assessment'],
      pauses: ['permit-decision'],
    });
    history.take('ANSWER', FORM);
    expect(history.clocks).toContainEqual({
      starts: ['permit-decision'],
      meets: ['completion-during-assessment'],
    });
  });

  it.each([
    ['a dataset left out', { datasets: [recommended(VISITS)] }, 'assessment-incomplete'],
    ['a dataset of another case', { datasets: [recommended('another')] }, 'dataset-not-in-scope'],
    [
      'a recommendation against a criterion',
      { datasets: [{ ...recommended(VISITS), unmet: ['68-1-b'] }, recommended(EVENTS)] },
      'criterion-not-met',
    ],
    [
      'a dataset that the reviewer found uncovered',
      { datasets: [recommended(VISITS), { ...recommended(EVENTS), ethics: 'not-covered' }] },
      'ethics-not-covered',
    ],
  ])('is not finished with %s', (_case, record, code) => {
    const history = inReview();
    history.take('RECORD_ETHICS', { ...ORIGINAL, datasets: [VISITS, EVENTS] });
    expect(history.refusal('FINISH_LEGAL_REVIEW', record)).toBe(code);
  });
});

describe('the technical review', () => {
  it('asks each holder by an inquiry and is taken up again when the last has answered', () => {
    const history = inReview();
    expect(history.refusal('FINISH_TECHNICAL_REVIEW')).toBe('holder-not-asked');
    expect(history.take('ASK_HOLDERS')).toMatchObject([
      {
        kind: 'open-children',
        children: [
          {
            workflow: 'feasibility-inquiry',
            holder: 'region-norr',
            occasion: '1',
            input: { datasets: [VISITS] },
          },
          { workflow: 'feasibility-inquiry', holder: 'registry-hjarta', input: { datasets: [EVENTS] } },
        ],
      },
    ]);
    history.take('HOLDER_ANSWERED', { outcome: 'answered', holder: 'region-norr' });
    expect(history.state).toContain('review.technical.awaiting-holders');
    history.take('HOLDER_ANSWERED', { outcome: 'declined', holder: 'registry-hjarta' });
    expect(history.state).toContain('review.technical.assigned');
    expect(history.refusal('FINISH_TECHNICAL_REVIEW')).toBeNull();
  });

  it('asks again on another occasion, only holders of the case', () => {
    const history = inReview();
    history.take('ASK_HOLDERS');
    history.take('GO_ON_WITHOUT_ANSWER');
    expect(history.refusal('ASK_HOLDERS')).toBe('holder-not-to-be-asked');
    expect(history.refusal('ASK_HOLDERS', { holders: ['another'] })).toBe('holder-not-to-be-asked');
    expect(history.take('ASK_HOLDERS', { holders: ['region-norr'] })).toMatchObject([
      { children: [{ holder: 'region-norr', occasion: '2' }] },
    ]);
  });

  it('lets the inquiries go when it goes on without an answer', () => {
    const history = inReview();
    history.take('ASK_HOLDERS');
    expect(history.take('GO_ON_WITHOUT_ANSWER')).toMatchObject([
      { kind: 'tell-children', workflow: 'feasibility-inquiry', type: 'CASE_MOVED_ON' },
    ]);
  });
});

describe('the decision', () => {
  it('refuses only after the applicant was heard, who may stay silent', () => {
    const history = inDecision();
    expect(history.refusal('REFUSE', { grounds: ['68-1-b'] })).toBe('applicant-not-heard');
    history.take('HEAR_APPLICANT');
    history.take('END_HEARING');
    history.take('REFUSE', { grounds: ['68-1-b'] });
    expect(history.state).toEqual(['refused']);
    expect(history.clocks).toEqual([{ meets: ['permit-decision'] }]);
  });

  it('answers with statistics only where the applicant agreed (Art 68(3))', () => {
    const history = inDecision();
    history.take('HEAR_APPLICANT');
    history.take('GIVE_STATEMENT', {});
    expect(history.refusal('ANSWER_WITH_STATISTICS')).toBe('statistics-not-agreed');
    history.take('HEAR_APPLICANT');
    history.take('GIVE_STATEMENT', { agreesToStatistics: true });
    history.take('ANSWER_WITH_STATISTICS');
    expect(history.state).toEqual(['answered']);
  });

  it('opens one review again and leaves the other as it was assessed', () => {
    const history = inDecision();
    history.take('REOPEN_REVIEW', { stage: 'legal-review' });
    expect(history.state).toEqual(['review.legal.waiting']);
    history.take('CLAIM', { stage: 'legal-review' });
    history.take('FINISH_LEGAL_REVIEW', ASSESSED);
    expect(history.state).toEqual(['decision.waiting']);
  });

  it('keeps the scope that was when it changes', () => {
    const history = inDecision();
    expect(history.refusal('CHANGE_SCOPE', { datasets: ['another'] })).toBe('scope-outside-application');
    history.take('CHANGE_SCOPE', { datasets: [VISITS] });
    expect(history.context).toMatchObject({ scope: [VISITS], formerScopes: [[VISITS, EVENTS]] });
    expect(history.refusal('GRANT', GRANTED)).toBe('dataset-not-in-scope');
  });

  it('does not grant a dataset without the one that defines its population', () => {
    expect(inDecision().refusal('GRANT', { ...GRANTED, datasets: [EVENTS] })).toBe('population-not-granted');
  });

  it('judges what an event does not say yet as possible', () => {
    expect(inDecision().obstacle('GRANT')).toBeNull();
    expect(inReview().obstacle('FINISH_LEGAL_REVIEW')).toBeNull();
    expect(inDecision().obstacle('REFUSE')).toBe('applicant-not-heard');
  });
});

describe('the answer to a decision', () => {
  it('opens a permit and a release per holder, the second waiting for the population of the first', () => {
    const history = inDecision();
    expect(milestones(history.take('GRANT', GRANTED))).toEqual([{ kind: 'milestone', key: 'permit' }]);
    expect(history.clocks).toEqual([
      { starts: ['decision-answer', 'fee-agreement', 'publish-decision'], meets: ['permit-decision'] },
    ]);
    const effects = history.take('ACCEPT');
    expect(milestones(effects)).toEqual([{ kind: 'milestone', key: 'accepted' }]);
    expect(effects[0]).toMatchObject({
      children: [
        { workflow: 'permit', input: { days: 365 } },
        { workflow: 'release', holder: 'region-norr', track: 'ehds', dependsOn: [] },
        { workflow: 'release', holder: 'registry-hjarta', track: 'osl', dependsOn: ['region-norr::1'] },
      ],
    });
  });

  it('lapses when the applicant is silent for the whole time', () => {
    const history = inDecision();
    history.take('GRANT', GRANTED);
    history.take('CLOCK_DUE', { clock: 'decision-answer', started: 9 });
    expect(history.state).toEqual(['lapsed']);
  });
});

describe('an application whose releases run', () => {
  it('hands the population on and ends with the last access', () => {
    const history = inReleasing();
    expect(history.take('RELEASE_YIELDED', released('region-norr', 'access'))).toEqual([
      {
        ...{
          kind: 'tell-children',
          workflow: 'release',
          type: 'DEPENDENCY_YIELDED',
          dependingOn: 'of-region-norr',
        },
        record: { release: 'region-norr::1' },
      },
    ]);
    history.take('RELEASE_ENDED', released('region-norr', 'access'));
    history.take('RELEASE_ENDED', released('registry-hjarta', 'access'));
    expect(history.state).toEqual(['completed']);
  });

  it('ends partially when a release is refused, and tells who needed its population', () => {
    const history = inReleasing();
    expect(history.take('RELEASE_ENDED', released('region-norr', 'refused'))).toMatchObject([
      { kind: 'tell-children', type: 'DEPENDENCY_LOST', dependingOn: 'of-region-norr' },
    ]);
    history.take('RELEASE_ENDED', released('registry-hjarta', 'access'));
    expect(history.state).toEqual(['partially-completed']);
  });

  it('ends partially when less was granted than applied for', () => {
    const history = inReleasing({ ...GRANTED, datasets: [VISITS] });
    history.take('RELEASE_ENDED', released('region-norr', 'access'));
    expect(history.state).toEqual(['partially-completed']);
  });

  it('is refused when every holder refuses, and the permit ends with it', () => {
    const history = inReleasing();
    history.take('RELEASE_ENDED', released('region-norr', 'refused'));
    const effects = history.take('RELEASE_ENDED', released('registry-hjarta', 'refused'));
    expect(history.state).toEqual(['refused-by-holders']);
    expect(effects).toContainEqual({
      kind: 'tell-children',
      workflow: 'permit',
      type: 'CASE_ENDED',
      record: {},
    });
  });

  it('keeps the access already open when the applicant withdraws the rest', () => {
    const before = inReleasing();
    before.take('WITHDRAW', { code: 'funding' });
    expect(before.state).toEqual(['withdrawn']);
    const after = inReleasing();
    after.take('RELEASE_ENDED', released('region-norr', 'access'));
    after.take('WITHDRAW', { code: 'funding' });
    expect(after.state).toEqual(['partially-completed']);
  });
});
