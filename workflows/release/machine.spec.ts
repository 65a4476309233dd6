import { CaseHistory } from '../../test/support/case-history';
import { workflow } from './index';

const OWN = { holder: 'registry-hjarta', part: null, occasion: '1', datasets: ['heart-registry'] };
const digest = '0a'.repeat(32);

function begun(input: object): CaseHistory {
  return new CaseHistory(workflow, { ...OWN, track: 'ehds', awaits: [], deferred: false, ...input });
}

function extracting(): CaseHistory {
  const history = begun({});
  history.take('CLAIM', { stage: 'extraction' });
  history.take('EXTRACT');
  return history;
}

describe('where a release begins', () => {
  it.each([
    [{ track: 'ehds' }, 'extraction.requested'],
    [{ track: 'ehds', awaits: ['region-norr::1'] }, 'extraction.awaiting-release'],
    [{ track: 'ehds', deferred: true }, 'extraction.deferred'],
    [{ track: 'osl' }, 'secrecy-review.requested'],
    [{ track: 'osl', awaits: ['region-norr::1'] }, 'secrecy-review.requested'],
    [{ track: 'osl', deferred: true }, 'secrecy-review.deferred'],
  ])('with %j is %s', (input, state) => {
    expect(begun(input).state).toEqual([state]);
  });
});

describe('a release that needs the population of others', () => {
  it('waits for the last of them', () => {
    const history = begun({ awaits: ['region-norr::1', 'region-soder::1'] });
    history.take('DEPENDENCY_YIELDED', { release: 'region-norr::1' });
    expect(history.state).toEqual(['extraction.awaiting-release']);
    history.take('DEPENDENCY_YIELDED', { release: 'region-soder::1' });
    expect(history.state).toEqual(['extraction.requested']);
    expect(history.clocks).toEqual([{ starts: ['holder-delivery'] }]);
  });

  it('goes on at once when the population came during the holder’s own review', () => {
    const history = begun({ track: 'osl', awaits: ['region-norr::1'] });
    history.take('DEPENDENCY_YIELDED', { release: 'region-norr::1' });
    history.take('RELEASE_DECIDED', { outcome: 'with-reservation' });
    expect(history.state).toEqual(['extraction.waiting']);
  });

  it('lies with the body when the population will not come, and is cancelled by a person', () => {
    const history = begun({ awaits: ['region-norr::1'] });
    history.take('DEPENDENCY_LOST', { release: 'region-norr::1' });
    expect(history.state).toEqual(['extraction.population-lost']);
    expect(history.take('CANCEL', { code: 'population-lost' })).toEqual([
      { kind: 'tell-parent', type: 'RELEASE_ENDED', record: { outcome: 'cancelled' } },
    ]);
  });

  it('does not mind a lost population that it does not need', () => {
    const history = begun({ track: 'osl' });
    history.take('DEPENDENCY_LOST', { release: 'region-norr::1' });
    history.take('RELEASE_DECIDED', { outcome: 'release' });
    expect(history.state).toEqual(['extraction.waiting']);
  });
});

describe('a release on the national track', () => {
  it('ends refused when the holder so decides', () => {
    const history = begun({ track: 'osl' });
    expect(history.take('RELEASE_DECIDED', { outcome: 'refusal' })).toEqual([
      { kind: 'tell-parent', type: 'RELEASE_ENDED', record: { outcome: 'refused' } },
    ]);
    expect(history.state).toEqual(['refused']);
  });

  it('never runs the clock of Art 60(2), which binds holders under the Regulation', () => {
    const history = begun({ track: 'osl' });
    const seen = [history.clocks];
    history.take('RELEASE_DECIDED', { outcome: 'release' });
    seen.push(history.clocks);
    history.take('CLAIM', { stage: 'extraction' });
    history.take('EXTRACT');
    seen.push(history.clocks);
    expect(seen.flat().flatMap((clocks) => clocks.starts ?? [])).toEqual(['secrecy-review']);
  });
});

describe('a package', () => {
  it('goes back to the holder at reception, and is received again', () => {
    const history = extracting();
    history.take('EXTRACTED', { digest, attempt: 1 });
    expect(history.clocks).toEqual([{ starts: ['make-available'], meets: ['holder-delivery'] }]);
    history.take('RECEIVED_DEVIATING', { code: 'beyond-permit', attempt: 1 });
    history.take('CLAIM', { stage: 'reception' });
    history.take('RETURN_TO_HOLDER', { code: 'beyond-permit' });
    expect(history.state).toEqual(['extraction.returned']);
    expect(history.clocks).toEqual([{ voids: ['make-available'] }]);
    history.take('CLAIM', { stage: 'extraction' });
    history.take('EXTRACT');
    expect(history.refusal('EXTRACTED', { digest, attempt: 1 })).toBe('attempt-overtaken');
    history.take('EXTRACTED', { digest, attempt: 2 });
    expect(history.take('RECEIVED_INTACT', { digest, attempt: 2 })).toEqual([
      { kind: 'tell-parent', type: 'RELEASE_YIELDED', record: {} },
    ]);
    expect(history.state).toEqual(['pseudonymisation.running']);
  });

  it('is delivered only after a person released what the disclosure check found', () => {
    const history = extracting();
    history.take('EXTRACTED', { digest });
    history.take('RECEIVED_INTACT', { digest });
    history.take('PSEUDONYMISED', { digest, findings: 2 });
    expect(history.state).toEqual(['pseudonymisation.findings']);
    history.take('CLAIM', { stage: 'pseudonymisation' });
    history.take('RELEASE_FINDINGS');
    expect(history.state).toEqual(['delivery.running']);
  });

  it('is never delivered from a failed pseudonymisation, claimed or not', () => {
    const history = extracting();
    history.take('EXTRACTED', { digest });
    history.take('RECEIVED_INTACT', { digest });
    history.take('PSEUDONYMISATION_FAILED', { code: 'key-unavailable' });
    expect(history.refusal('RELEASE_FINDINGS')).toBe('not-possible-now');
    history.take('CLAIM', { stage: 'pseudonymisation' });
    expect(history.refusal('RELEASE_FINDINGS')).toBe('not-possible-now');
    history.take('RETRY');
    expect(history.state).toEqual(['pseudonymisation.running']);
  });

  describe('of which a report comes after it was returned and sent again', () => {
    const again = { digest, attempt: 2 };
    const late = { digest, code: 'source-unreachable', findings: 0, attempt: 1 };
    const steps = [
      ['EXTRACTED', 'EXTRACTION_FAILED'],
      ['RECEIVED_INTACT', 'RECEIVED_DEVIATING', 'RECEPTION_FAILED'],
      ['PSEUDONYMISED', 'PSEUDONYMISATION_FAILED'],
      ['DELIVERED', 'DELIVERY_FAILED'],
    ];

    it.each(steps.map((reports, number) => [reports, number] as const))(
      'minds none of %j',
      (reports, number) => {
        const history = extracting();
        history.take('EXTRACTED', { digest, attempt: 1 });
        history.take('RETURN_TO_HOLDER', { code: 'not-intact' });
        history.take('CLAIM', { stage: 'extraction' });
        history.take('EXTRACT');
        for (const [done] of steps.slice(0, number)) history.take(done!, { ...again, findings: 0 });
        const before = history.state;
        for (const report of reports) expect(history.refusal(report, late)).toBe('attempt-overtaken');
        expect(history.state).toEqual(before);
        history.take(reports[0]!, { ...again, findings: 0 });
        expect(history.state).not.toEqual(before);
      },
    );
  });

  it('is received before access is opened, and only access is access', () => {
    const history = extracting();
    history.take('EXTRACTED', { digest });
    history.take('RECEIVED_INTACT', { digest });
    history.take('PSEUDONYMISED', { digest, findings: 0 });
    expect(history.take('DELIVERED', { digest })).toEqual([]);
    expect(history.refusal('OPEN_ACCESS')).toBe('not-possible-now');
    expect(history.take('CONFIRM_RECEIPT')).toEqual([{ kind: 'milestone', key: 'receipt' }]);
    history.take('CLAIM', { stage: 'access' });
    expect(history.take('OPEN_ACCESS')).toEqual([
      { kind: 'milestone', key: 'access' },
      { kind: 'tell-parent', type: 'RELEASE_ENDED', record: { outcome: 'access' } },
    ]);
    expect(history.state).toEqual(['opened']);
    expect(history.clocks).toEqual([{ meets: ['make-available'] }]);
  });
});

describe('a release whose whole case ends', () => {
  it('ends without telling anybody, for nobody is left to tell', () => {
    const history = extracting();
    expect(history.take('CASE_ENDED')).toEqual([]);
    expect(history.state).toEqual(['cancelled']);
  });
});
