import { EmptyPayload, type Role } from '@ledtid/workflow';
import { exampleCase, exampleInquiry } from '../../../test/support/example-workflow';
import { MemoryFamily, configurationOf, person } from '../../../test/support/memory-family';
import { meeting, placeOf } from './separation';

const anna = person('anna', 'applicant');
const cases = new MemoryFamily(exampleCase, configurationOf([exampleCase, exampleInquiry]), anna);
const line = [cases.facts.get(cases.rootId)!.instance];
const allowed: Role[] = ['case_officer'];
const decision = { roles: allowed, payload: EmptyPayload, decision: true };
const lars = {
  ...person('lars', 'data_engineer', 'case_officer'),
  lent: [{ role: 'case_officer', grantor: 'olle' } as const],
};

describe('a lent role', () => {
  it('takes no decision, whatever role the workflow lets take it', () => {
    expect(meeting({ spec: decision, line, allowed, actor: lars }, [])).toBe('decision-not-delegated');
    expect(meeting({ spec: decision, line, allowed, actor: person('olle', 'case_officer') }, [])).toBeNull();
  });

  it('meets what its lender would meet: whoever assessed prepares nothing by another’s hands', () => {
    const preparation = { roles: allowed, payload: EmptyPayload, preparation: true };
    const assessed = line.map((instance) => ({ ...instance, assessors: ['olle'] }));
    const sending = { spec: preparation, line: assessed, allowed };
    expect(meeting({ ...sending, actor: lars }, [])).toBe('preparation-apart');
    expect(meeting({ ...sending, actor: person('lars', 'case_officer') }, [])).toBeNull();
  });

  it('is not used where an own one does', () => {
    expect(placeOf(['case_officer'], lars)).toBe('olle');
    expect(placeOf(['case_officer', 'data_engineer'], lars)).toBeNull();
  });
});

test('nobody handles a case of their own, whatever roles they have', () => {
  const both = person('anna', 'applicant', 'case_officer');
  const spec = { roles: allowed, payload: EmptyPayload };
  expect(meeting({ spec, line, allowed, actor: both }, [])).toBe('conflict-of-interest');
  expect(meeting({ spec, line, allowed: ['applicant', 'case_officer'], actor: both }, [])).toBeNull();
});
