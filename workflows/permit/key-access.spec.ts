import { type Recorded, type Snapshot, begin, step } from '@ledtid/workflow';
import { workflow } from '.';
import { KEY_APPROVAL_HOURS } from './key-access';

const START = '2026-11-22T09:00:00.000Z';
const recipient = `age1${'q'.repeat(58)}`;
const hours = (count: number) => new Date(Date.parse(START) + count * 3_600_000).toISOString();

function take(from: Snapshot, type: string, record: Recorded = {}, at = START) {
  return step(workflow, from, { type, record, actor: 'somebody', at });
}

function taken(from: Snapshot, type: string, record: Recorded = {}, at = START): Snapshot {
  const next = take(from, type, record, at);
  if ('refused' in next) throw new Error(`${type}: ${next.refused}`);
  return next.snapshot;
}

describe('the code key of a permit', () => {
  const fresh = begin(workflow, { datasets: [], days: 365 }).snapshot;
  const asked = taken(fresh, 'ASK_FOR_KEY', { code: 'court', recipient });
  const approved = taken(asked, 'APPROVE_KEY');

  it('is handed out once, after it was asked for and approved, and then asked for anew', () => {
    for (const early of [fresh, asked])
      expect(take(early, 'KEY_OPENED', { recipient })).toEqual({ refused: 'not-possible-now' });
    const opened = taken(approved, 'KEY_OPENED', { recipient });
    expect(opened.context).toEqual(fresh.context);
    expect(take(opened, 'KEY_OPENED', { recipient })).toEqual({ refused: 'not-possible-now' });
    expect(take(opened, 'APPROVE_KEY')).toEqual({ refused: 'not-possible-now' });
  });

  it('is handed out while the approval holds, and not a moment later', () => {
    taken(approved, 'KEY_OPENED', { recipient }, hours(KEY_APPROVAL_HOURS));
    const late = new Date(Date.parse(hours(KEY_APPROVAL_HOURS)) + 1).toISOString();
    expect(take(approved, 'KEY_OPENED', { recipient }, late)).toEqual({ refused: 'key-approval-ended' });
  });

  it('is handed out to nobody but the recipient that was approved', () => {
    const another = `age1${'p'.repeat(58)}`;
    expect(take(approved, 'KEY_OPENED', { recipient: another })).toEqual({ refused: 'key-for-another' });
    const replaced = taken(approved, 'ASK_FOR_KEY', { code: 'court', recipient: another });
    expect(take(replaced, 'KEY_OPENED', { recipient: another })).toEqual({ refused: 'not-possible-now' });
  });

  it('is not handed out once it was refused or the approval withdrawn, or the permit has ended', () => {
    for (const from of [asked, approved]) expect(taken(from, 'REFUSE_KEY').context).toEqual(fresh.context);
    for (const end of ['END', 'CASE_ENDED']) {
      const ended = taken(approved, end, { code: 'revoked' });
      expect(take(ended, 'KEY_OPENED', { recipient })).toEqual({ refused: 'not-possible-now' });
    }
  });
});
