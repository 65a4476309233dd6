import { ROLES } from '@ledtid/workflow';
import { refusal } from './access-refusal';
import type { Identity } from './identity';
import { refuseEntry, RouteRules } from './route-rule';

const auditor: Identity = { subject: 'nils', roles: ['auditor'], organisations: [], issuer: 'i' };
const everyRole: Identity = { ...auditor, roles: ROLES };
const nobody = refusal('token-missing');

describe('a route', () => {
  it('without a rule lets nobody in, not even somebody with every role', () => {
    expect(refuseEntry(undefined, everyRole)).toMatchObject({ code: 'route-without-rule' });
  });

  it('for everybody asks for no token', () => {
    expect(refuseEntry(RouteRules.everybody, nobody)).toBeNull();
  });

  it.each([RouteRules.signedIn, RouteRules.roles('auditor'), RouteRules.case('form')])(
    'with the rule %p says what is wrong with the token',
    (rule) => {
      expect(refuseEntry(rule, nobody)).toBe(nobody);
      expect(refuseEntry(rule, auditor)).toBeNull();
    },
  );

  it('for all cases lets in whoever sees every case, and nobody who sees some or none', () => {
    const entering = ROLES.filter((role) => !refuseEntry(RouteRules.allCases, { ...auditor, roles: [role] }));
    expect(entering).toEqual([
      ...['case_officer', 'legal_reviewer', 'technical_reviewer', 'decision_maker', 'auditor'],
    ]);
  });

  it('for some roles refuses the others', () => {
    expect(refuseEntry(RouteRules.roles('manager', 'case_officer'), auditor)).toMatchObject({
      code: 'role-missing',
    });
  });
});
