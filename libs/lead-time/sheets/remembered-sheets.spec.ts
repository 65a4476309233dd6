import type { Scope } from '../reports/case-figures';
import type { CaseSheet } from './case-sheet';
import { RememberedSheets } from './remembered-sheets';

const PAST: Scope = { clock: 'lead-time', from: 0, horizon: { at: 1000, inclusive: false } };
const words = { outcome: null, reachedAccess: false, pathCauses: [], milestones: [], keys: [], causes: [] };

/** Asks for the sheet of a case, and tells whether it had to be worked out. */
function asked(remembered: RememberedSheets, scope: Scope, id: string, mark: string): boolean {
  let worked = false;
  const sheet: CaseSheet = { words, numbers: [] };
  const found = remembered.ofReport(scope, 'stage')(id, mark, () => {
    worked = true;
    return sheet;
  });
  expect(found).toEqual(sheet);
  return worked;
}

test('a sheet of a past period is worked out once, and again when its history is another one', () => {
  const remembered = new RememberedSheets();
  expect(asked(remembered, PAST, 'a', '1')).toBe(true);
  expect(asked(remembered, PAST, 'a', '1')).toBe(false);
  expect(asked(remembered, PAST, 'a', '2')).toBe(true);
  expect(asked(remembered, PAST, 'a', '1')).toBe(true);
});

test('a sheet belongs to its clock, its period and its rows', () => {
  const remembered = new RememberedSheets();
  expect(asked(remembered, PAST, 'a', '1')).toBe(true);
  expect(asked(remembered, { ...PAST, clock: 'after-ethics' }, 'a', '1')).toBe(true);
  expect(asked(remembered, { ...PAST, from: null }, 'a', '1')).toBe(true);
  expect(asked(remembered, { ...PAST, horizon: { at: 999, inclusive: false } }, 'a', '1')).toBe(true);
  let worked = false;
  remembered.ofReport(PAST, 'party')('a', '1', () => ((worked = true), null));
  expect(worked).toBe(true);
});

test('of the present nothing is remembered: it moves', () => {
  const remembered = new RememberedSheets();
  const present = { ...PAST, horizon: { at: 1000, inclusive: true } };
  expect(asked(remembered, present, 'a', '1')).toBe(true);
  expect(asked(remembered, present, 'a', '1')).toBe(true);
});

test('what is remembered has a bound: the period not asked for longest makes room', () => {
  const remembered = new RememberedSheets();
  const other = { ...PAST, from: 500 };
  asked(remembered, other, 'a', '1');
  const full = remembered.ofReport(PAST, 'stage');
  for (let id = 0; id < 50_000; id += 1) full(String(id), '1', () => ({ words, numbers: [] }));
  expect(asked(remembered, PAST, '49999', '1')).toBe(false);
  expect(asked(remembered, PAST, 'one more', '1')).toBe(true);
  expect(asked(remembered, PAST, 'one more', '1')).toBe(true);
  expect(asked(remembered, other, 'a', '1')).toBe(true);
});
