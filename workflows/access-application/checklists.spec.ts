import { CHECKLISTS } from './checklists';
import { CRITERIA, REQUIRED_CONTENT } from './codes';

const itemsOf = (wanted: string) =>
  CHECKLISTS.filter(({ key }) => key === wanted)
    .at(-1)
    ?.items.map(({ key }) => key);

describe('the checklists of an application', () => {
  it('ask for every point that may be missing, and for every criterion and risk that a refusal may rest on', () => {
    expect(itemsOf('content')).toEqual(REQUIRED_CONTENT.filter((point) => point !== 'other'));
    expect(itemsOf('criteria')).toEqual(CRITERIA);
  });
});
