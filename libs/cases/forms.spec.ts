import { exampleCase } from '../../test/support/example-workflow';
import { Forms } from './forms';

const schema = {
  type: 'object',
  required: ['title'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', minLength: 1 },
    linkage: { type: 'boolean' },
    reason: { type: 'string' },
  },
  if: { properties: { linkage: { const: true } }, required: ['linkage'] },
  then: { required: ['reason'] },
};
const workflow = { ...exampleCase, form: { version: 1, schema, facts: () => ({}) } };
const forms = new Forms();

describe('a form', () => {
  it('may lack as a draft what is required, also what is required only because of another answer', () => {
    expect(forms.draftFaults(workflow, {})).toEqual([]);
    expect(forms.draftFaults(workflow, { linkage: true })).toEqual([]);
  });

  it('is faulted even as a draft for what is wrong, by the place where it stands', () => {
    expect(forms.draftFaults(workflow, { title: 7, other: 1 })).toEqual([
      'form: must NOT have additional properties (other)',
      'title: must be string',
    ]);
  });

  it('is complete only when nothing is lacking', () => {
    expect(forms.facts(workflow, { title: 'A', linkage: true }).complete).toBe(false);
    expect(forms.facts(workflow, { title: 'A', linkage: true, reason: 'B' }).complete).toBe(true);
  });
});
