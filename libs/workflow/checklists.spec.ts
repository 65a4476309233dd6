import { type Checklist, checklistFaults, checklistOf } from './checklists';

const TEXT = { sv: 'text', en: 'text' };
const LIST: Checklist = {
  ...{ key: 'law', version: 1, stage: 'review', source: 'Art 1', assessment: true, title: TEXT },
  items: [{ key: 'a', source: 'Art 1(a)', text: TEXT }],
};
const stages = { review: { roles: ['legal_reviewer'] } } as const;
const faultsOf = (...checklists: Checklist[]) => checklistFaults({ checklists, stages });

describe('checklists', () => {
  it('may have several versions, each with its own items', () => {
    const second = { ...LIST, version: 2, items: [{ ...LIST.items[0]!, key: 'b' }] };
    expect(faultsOf(LIST, second)).toEqual([]);
    const record = { stage: 'review', checklist: 'law', version: 2, item: 'b' };
    expect(checklistOf({ checklists: [LIST, second] }, record)).toBe(second);
    expect(checklistOf({ checklists: [LIST, second] }, { ...record, version: 1 })).toBeNull();
    expect(checklistOf({ checklists: [LIST, second] }, { ...record, stage: 'other' })).toBeNull();
  });

  it.each<[string, Checklist[], RegExp]>([
    ['a stage that there is not', [{ ...LIST, stage: 'elsewhere' }], /stage elsewhere/],
    ['a version that was taken away', [{ ...LIST, version: 2 }], /keep every one/],
    ['two items of one key', [{ ...LIST, items: [...LIST.items, ...LIST.items] }], /two items/],
    [
      'an item without a text in one language',
      [{ ...LIST, items: [{ key: 'a', source: '', text: { sv: '', en: 'x' } }] }],
      /law: a lacks/,
    ],
  ])('are refused for %s', (_what, checklists, message) => {
    expect(faultsOf(...checklists).join('\n')).toMatch(message);
  });
});
