import type { Role } from '@ledtid/workflow';
import { purposeOf } from './purpose';

const as = (...roles: Role[]) => ({ roles });

test.each([
  ['an applicant', as('applicant'), 'own-case'],
  ['an auditor', as('auditor'), 'audit'],
  ['a case officer', as('case_officer'), 'case-handling'],
  ['an auditor who also handles cases', as('auditor', 'case_officer'), 'case-handling'],
])('%s who says nothing looks for what the role is there for', (_, who, purpose) => {
  expect(purposeOf(undefined, who)).toBe(purpose);
});

test('a purpose that is said counts, and one that does not exist is refused', () => {
  expect(purposeOf('supervision', as('case_officer'))).toBe('supervision');
  expect(purposeOf('curiosity', as('case_officer'))).toMatchObject({ code: 'purpose-unknown' });
});
