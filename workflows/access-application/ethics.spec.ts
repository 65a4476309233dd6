import { type AppliedDataset, type ApplicationContext, initialContext } from './context';
import {
  ethicsMilestones,
  isCovered,
  originalMilestone,
  settled,
  withAmendmentAwaited,
  withEthics,
  withoutEthics,
} from './ethics';
import type { RecordEthicsPayload } from './payloads';

const dataset = (id: string): AppliedDataset => ({
  ...{ dataset: id, holder: 'region-norr', part: null, track: 'osl' },
  ...{ ethicsNeeded: true, populationFrom: null },
});

const applied: ApplicationContext = settled({
  ...initialContext({}),
  applied: [dataset('visits'), dataset('events')],
  scope: ['visits', 'events'],
});

const original: Partial<RecordEthicsPayload> = {
  kind: 'original',
  outcome: 'approved',
  decidedOn: '2026-03-02',
  datasets: ['visits'],
};
const amendment: Partial<RecordEthicsPayload> = {
  kind: 'amendment',
  outcome: 'conditional',
  decidedOn: '2026-05-04',
  datasets: ['events'],
};

describe('the ethics series', () => {
  it('covers the case on the day of the decision that covers its last dataset', () => {
    const first = withEthics(applied, original);
    expect([isCovered(first, 'visits'), isCovered(first, 'events')]).toEqual([true, false]);
    expect(ethicsMilestones(applied, first)).toEqual([]);
    const second = withEthics(first, amendment);
    expect(ethicsMilestones(first, second)).toEqual([
      { kind: 'milestone', key: 'ethics-covering', on: '2026-05-04' },
    ]);
  });

  it('counts an approval recorded before the form was submitted', () => {
    const early = withEthics(initialContext({}), { ...original, datasets: ['visits', 'events'] });
    expect(settled({ ...early, applied: applied.applied, scope: applied.scope }).covering).toBe('2026-03-02');
  });

  it('is not completed by an opinion, a refusal, or an application without a decision', () => {
    const others: Partial<RecordEthicsPayload>[] = [
      { ...original, kind: 'opinion', outcome: 'statement' },
      { ...original, outcome: 'refused' },
      { kind: 'original', datasets: ['visits'] },
    ];
    for (const entry of others) {
      expect(isCovered(withEthics(applied, entry), 'visits')).toBe(false);
      expect(originalMilestone(applied, entry)).toEqual([]);
    }
  });

  it('reckons from the original approval, and after a refusal from the appeal that approved', () => {
    expect(originalMilestone(applied, original)).toEqual([
      { kind: 'milestone', key: 'ethics-original', on: '2026-03-02' },
    ]);
    expect(originalMilestone(applied, amendment)).toEqual([]);
    const appeal: Partial<RecordEthicsPayload> = { ...original, kind: 'appeal', decidedOn: '2026-06-01' };
    expect(originalMilestone(applied, appeal)).toEqual([]);
    const refused = withEthics(applied, { ...original, outcome: 'refused' });
    expect(originalMilestone(refused, appeal)).toMatchObject([{ key: 'ethics-original', on: '2026-06-01' }]);
  });

  it('counts no more for a dataset that the reviewer finds uncovered, and covers the case anew afterwards', () => {
    const covered = withEthics(withEthics(applied, original), { ...amendment, decidedOn: '2026-03-02' });
    const doubted = withAmendmentAwaited(covered, ['events']);
    expect(isCovered(doubted, 'events')).toBe(false);
    expect(ethicsMilestones(doubted, withEthics(doubted, amendment))).toMatchObject([{ on: '2026-05-04' }]);
  });

  it('is not needed once the body has found so for every dataset, and not by the applicant’s word', () => {
    const claimed = settled({
      ...applied,
      applied: applied.applied.map((one) => ({ ...one, ethicsNeeded: false })),
    });
    expect(ethicsMilestones(applied, claimed)).toEqual([]);
    const half = withoutEthics(applied, { datasets: ['visits'] });
    expect(ethicsMilestones(applied, half)).toEqual([]);
    const whole = withoutEthics(half, { datasets: ['events'] });
    expect(ethicsMilestones(half, whole)).toEqual([{ kind: 'milestone', key: 'ethics-not-needed' }]);
    expect(ethicsMilestones(applied, withoutEthics(applied, {}))).toMatchObject([
      { key: 'ethics-not-needed' },
    ]);
  });
});
